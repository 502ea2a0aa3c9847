"""A draft of a version file: the head, and the parts that change as they are before, ready to edit."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from generator.schema.record import specs
from generator.schema.version import HEAD, ProcedureVersion

HINT = (
    "# Bản sửa đổi: ghi lại cả phần nào đổi từ ngày này, phần không đổi thì bỏ đi (lấy từ bản trước).\n"
    "# Sửa xong chạy tthc check; điền xong thì xóa được các dòng chú thích.\n"
)


def version_text(code: str, day: dt.date, document: str, note: str, blocks: Iterable[str]) -> str:
    """The text of CODE@DAY.yml. document, note (one sentence, empty to leave for the editor): as YAML; blocks:
    the YAML of the parts, in any order."""
    said = note or "…    # một câu cho người dân hiểu từ ngày này có gì khác"
    head = f'ma_thu_tuc: "{code}"\nap_dung_tu: {day}\ncan_cu_sua_doi: {document}\nnoi_dung_sua_doi: {said}\n'
    others = "".join(
        f"# {spec.key}:    # {spec.label}\n"
        for spec in specs(ProcedureVersion)
        if spec.name not in HEAD and spec.key not in ("bo_qua_kiem_tra", "ghi_chu_nguon", "sua_doi")
    )
    own = "".join(blocks)
    return f"{HINT}{head}{own}" if own else f"{HINT}{head}{others}"
