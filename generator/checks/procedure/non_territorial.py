"""Không phụ thuộc địa giới mà nơi nhận nói khác.

Thủ tục `khong_phu_thuoc_dia_gioi: true` được nộp ở bất kỳ Bộ phận Một cửa nào (Kế hoạch 2023 mục II.5). Nơi nhận ghi
“nơi cư trú”, “nơi có đất” thì hai chỗ nói khác nhau và người dân vẫn phải về quê nộp. Ngược lại, ghi `false` mà nơi
nhận là “bất kỳ xã nào”, “nơi thuận lợi” thì trang bảo người dân rằng nơi khác không nhận. Sửa cờ, hoặc sửa nơi nhận.
Nơi nhận tùy từng trường hợp thì ghi đủ hai vế, cờ để `false`. Kiểm tra này đoán theo từ ngữ nên chỉ nhắc.

Sai:
    khong_phu_thuoc_dia_gioi: true
    dia_chi_tiep_nhan_ho_so: Bộ phận Một cửa UBND xã nơi cư trú
Đúng:
    khong_phu_thuoc_dia_gioi: true
    dia_chi_tiep_nhan_ho_so: Bộ phận Một cửa UBND bất kỳ xã, thị trấn nào
Sai:
    khong_phu_thuoc_dia_gioi: false
    dia_chi_tiep_nhan_ho_so: Công an xã bất kỳ
Đúng:
    khong_phu_thuoc_dia_gioi: false
    dia_chi_tiep_nhan_ho_so: UBND xã nơi có nhà, đất; tài sản khác thì xã nào cũng được
"""

from collections.abc import Iterator

from generator.checks._engine.context import ValidationContext
from generator.checks._engine.rule import Finding
from generator.loading.entry import Entry
from generator.problem import WARNING, KeyPath
from generator.schema.procedure import Procedure
from generator.text.audience import FALSE, TRUE, field
from generator.text.filing_places import reach

ID = "TT-094"
SEVERITY = WARNING
LAW = "Kế hoạch 2023 mục II.5"
CONFIDENCE = "V"
CHECKS = ("M03",)
KINDS = ("procedure",)


def check(entry: Entry, context: ValidationContext) -> Iterator[Finding]:
    """The flag against the words about the place."""
    record = entry.record
    if record.non_territorial is None:
        return
    for path, text in _places(record):
        said = reach(text)
        if record.non_territorial and said.one and not said.anywhere:
            yield Finding(
                path,
                f"nơi nhận buộc theo “{said.one}” trong khi ghi không phụ thuộc địa giới",
                f"Ghi “… bất kỳ xã, phường nào”, hoặc {field('khong_phu_thuoc_dia_gioi')}: {FALSE}.",
            )
        elif not record.non_territorial and (said.anywhere or said.regardless) and not said.one:
            yield Finding(
                path,
                f"nơi nào cũng nhận trong khi ghi {field('khong_phu_thuoc_dia_gioi')}: {FALSE}",
                f"Ghi {field('khong_phu_thuoc_dia_gioi')}: {TRUE}, hoặc ghi rõ nơi nhận là nơi nào.",
            )


def _places(record: Procedure) -> Iterator[tuple[KeyPath, str]]:
    """Where the dossier is taken at a desk: the place, the ways of filing; the steps of the applicant if it is not
    bound, since these also tell of papers to get at home."""
    yield ("dia_chi_tiep_nhan_ho_so",), record.receiving_place or ""
    for at, channel in enumerate(record.channels):
        if channel.kind == "trực tiếp":
            yield ("cach_thuc_thuc_hien", at, "mo_ta"), channel.note or ""
    for at, step in enumerate(record.steps if not record.non_territorial else ()):
        if step.actor == "người nộp" and "nộp" in (step.text or "").lower():
            yield ("trinh_tu_thuc_hien", at, "noi_dung"), step.text or ""
