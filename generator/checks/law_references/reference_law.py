"""Văn bản được dẫn chưa có trong kho.

Mỗi số ký hiệu ở căn cứ pháp lý, ở mẫu đơn và ở kế hoạch phải có tệp trong content/laws/, để trang nói được ai ban hành,
ngày nào, còn hiệu lực không (NĐ 63/2010/NĐ-CP Điều 15 khoản 1). Sửa số ký hiệu theo gợi ý, hoặc thêm tệp văn bản.

Sai: `so_ky_hieu: 123/2015/ND-CP`
Đúng: `so_ky_hieu: 123/2015/NĐ-CP`
"""

from collections.abc import Iterator

from generator.checks._engine.context import ValidationContext
from generator.checks._engine.law_names import stem_of_law, suggest_law
from generator.checks._engine.rule import Finding
from generator.loading.entry import Entry
from generator.problem import ERROR, KeyPath

ID = "TT-030"
SEVERITY = ERROR
SCOPE = "content"
LAW = "NĐ 63/2010 Đ15 k1"
CONFIDENCE = "V"
CHECKS = ("L05",)
KINDS = ("procedure", "plan", "law")


def check(entry: Entry, context: ValidationContext) -> Iterator[Finding]:
    """Every number named must be the number of a law record."""
    if entry.kind.name == "law":
        for key, numbers in (
            ("bi_thay_the_boi", entry.record.replaced_by),
            ("sua_doi_bo_sung_boi", entry.record.amended_by),
        ):
            for index, number in enumerate(numbers):
                if number == entry.record.number:
                    yield Finding((key, index), "văn bản trỏ vào chính nó", "Ghi số ký hiệu của văn bản khác.")
        return
    for path, number in _numbers(entry):
        if number and number not in context.laws and not _has_file(number, context):
            yield Finding(
                path,
                f"chưa có văn bản “{number}” trong content/laws/",
                suggest_law(number, context.laws) or "Thêm tệp văn bản vào content/laws/, hoặc sửa lại số ký hiệu.",
            )


def _has_file(number: str, context: ValidationContext) -> bool:
    """True for a file of that name that could not be read, or in which another number stands (TT-191)."""
    stem = stem_of_law(number)
    return context.unread("law", stem) or any(
        entry.stem == stem and stem_of_law(entry.record.number or "") != stem for entry in context.store.of("law")
    )


def _numbers(entry: Entry) -> Iterator[tuple[KeyPath, str | None]]:
    if entry.kind.name == "plan":
        for index, part in enumerate(entry.record.preamble):
            for place, number in enumerate(part.laws):
                yield ("can_cu", index, "van_ban", place), number
        return
    for index, basis in enumerate(entry.record.legal_bases):
        yield ("can_cu_phap_ly", index, "so_ky_hieu"), basis.number
    if isinstance(entry.record.forms, list):
        for index, form in enumerate(entry.record.forms):
            yield ("bieu_mau", index, "van_ban"), form.document
