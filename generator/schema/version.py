"""A dated version of a record: a sibling file `1.001193@2025-07-01.yml` beside `1.001193.yml`.

It holds whole top-level parts that replace those of the version before, from its day on. A part is replaced whole, never merged inside.
"""

from __future__ import annotations

from typing import ClassVar

from generator.schema.guide import Guide
from generator.schema.procedure import Procedure
from generator.schema.record import Record, field
from generator.schema.site import Site
from generator.schema.values import Date, Text


class VersionHead(Record):
    """The first day, the document, and in one sentence the change."""

    code: Text | None = field("ma_thu_tuc", "Mã thủ tục", "Mã của thủ tục, như trong tệp gốc.")
    from_day: Date | None = field("ap_dung_tu", "Áp dụng từ ngày", "Ngày đầu tiên của bản này; cũng là ngày trong tên tệp.", required=True, example="2025-07-01")
    by: Text | None = field("can_cu_sua_doi", "Căn cứ sửa đổi", "Số ký hiệu văn bản làm thay đổi, có trong content/laws/.", law="NĐ 63/2010 Đ15 k2", required=True, example="120/2025/NĐ-CP")
    change: Text | None = field("noi_dung_sua_doi", "Nội dung sửa đổi", "Một câu cho người dân hiểu từ ngày ấy có gì khác.", law="NĐ 63/2010 Đ15 k2", required=True)
    removed: list[Text] = field("bo_phan", "Bỏ phần", "Khóa của những phần không còn từ ngày này.", many=True, example="phan_biet")


class ProcedureVersion(Procedure, VersionHead):
    """Bản sửa đổi của một thủ tục."""

    MAY_BE_LEFT_OUT: ClassVar[frozenset[str]] = frozenset(Procedure.declared) - {"code"}

    code: Text | None = field("ma_thu_tuc", "Mã thủ tục", "Mã của thủ tục, như trong tệp gốc.", required=True, example='"1.001193"')


class GuideVersion(Guide, VersionHead):
    """Bản sửa đổi của một hướng dẫn."""

    MAY_BE_LEFT_OUT: ClassVar[frozenset[str]] = frozenset(Guide.declared)


class SiteVersion(Site, VersionHead):
    """Bản sửa đổi của trang."""

    MAY_BE_LEFT_OUT: ClassVar[frozenset[str]] = frozenset(Site.declared)


HEAD = tuple(VersionHead.declared)  # names of the fields that are no parts of the record itself
