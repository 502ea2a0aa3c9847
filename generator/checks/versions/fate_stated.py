"""Hiện trạng của thủ tục ghi chưa đúng.

content/fates.yml cho biết mỗi thủ tục nay ra sao: “tiếp tục”, “được thay”, “bãi bỏ” hay “chưa rõ”, với nguồn và ngày
xem. Mã phải có tệp trong
content/procedures/ và chỉ kể một lần; “được thay” thì kể thủ tục thay thế, mỗi thủ tục một lần, không phải chính nó và
không vòng lại nó; không được nói trái với hồ sơ, bản sửa đổi của chính thủ tục ấy, hay với hồ sơ của thủ tục thay thế.

Sai:
    - ma_thu_tuc: "1.001733"
      hien_nay: được thay
Đúng:
    - ma_thu_tuc: "1.001733"
      hien_nay: được thay
      thay_boi:
        - ma: "1.013138"
          ten: Đăng ký nghĩa vụ quân sự tạm vắng
"""

from collections.abc import Iterator

from generator.checks._engine.context import ValidationContext
from generator.checks._engine.rule import Finding
from generator.checks._engine.succession import way_back
from generator.loading.entry import Entry
from generator.loading.store import Store
from generator.loading.versions import day_of, versions_of
from generator.problem import ERROR, WARNING
from generator.schema.codes import PROCEDURE_CODE
from generator.schema.lifecycle import state_of
from generator.text.audience import field

ID = "TT-210"
SEVERITY = ERROR
SCOPE = "content"
LAW = "NĐ 63/2010 Đ15 k3"
CONFIDENCE = "V"
SUPPRESSIBLE = False
KINDS = ("fate",)


def check(entry: Entry, context: ValidationContext) -> Iterator[Finding]:
    """An unknown or repeated code, successors that are missing or too many, a version after the end."""
    fate, code = entry.record, entry.record.code or ""
    if code and not context.has_procedure(code):
        yield Finding(("ma_thu_tuc",), f"không có thủ tục “{code}” trong content/procedures/", context.mend_code(code))
    first = context.cached(_first).get(code, entry)
    if code and first is not entry:
        yield Finding(("ma_thu_tuc",), f"“{code}” đã kể ở mục thứ {int(first.base[0]) + 1}", "Giữ một mục.")
    if fate.now == "được thay" and not fate.successors:
        yield Finding(
            ("hien_nay",),
            "“được thay” mà không kể thủ tục thay thế",
            f"Thêm {field('thay_boi')} (ma, ten); chưa biết thì ghi “chưa rõ”.",
        )
    if fate.now in ("tiếp tục", "chưa rõ", "bãi bỏ") and fate.successors:
        yield Finding(
            ("thay_boi",),
            f"“{fate.now}” mà lại kể thủ tục thay thế",
            f"Ghi “được thay”, hoặc bỏ {field('thay_boi')}.",
            key=True,
        )
    fates = context.cached(_first)
    named = [other.code for other in fate.successors]
    for index, other in enumerate(fate.successors):
        place = ("thay_boi", index, "ma")
        if other.code and other.code in named[:index]:
            yield Finding(place, f"“{other.code}” đã kể ở trên", "Giữ một dòng.")
        elif other.code and code and (way := way_back(other.code, code, lambda one: _after(one, fates))):
            said = f"{' → '.join([code, *way])}: thủ tục thay chính nó" if len(way) > 1 else "thủ tục thay chính nó"
            yield Finding(
                place, said, f"Ghi mã của thủ tục mới; chưa biết thì ghi “chưa rõ” và bỏ {field('thay_boi')}."
            )
        if other.code and not PROCEDURE_CODE.fullmatch(other.code):
            yield Finding(
                place,
                f"“{other.code}” không phải mã thủ tục",
                "Mã gồm một chữ số, dấu chấm, sáu chữ số.",
            )
    later = context.cached(_versions).get(code, [])
    yield from _against_the_record(entry, context, later)
    if (
        fate.now in ("được thay", "bãi bỏ")
        and later
        and later[-1].record.abolition is None
        and later[-1].record.validity is None
    ):
        day = day_of(later[-1])
        yield Finding(
            ("hien_nay",),
            f"“{fate.now}” mà thủ tục có bản áp dụng từ {day:%d/%m/%Y} ({later[-1].path})",
            f"Ghi “tiếp tục”, hoặc ghi {field('bai_bo')} trong bản ấy.",
        )


def _after(code: str, fates: dict[str, Entry]) -> list[str | None]:
    return [other.code for other in fates[code].record.successors] if code in fates else []


def _against_the_record(entry: Entry, context: ValidationContext, later: list[Entry]) -> Iterator[Finding]:
    """“Goes on” of what has ended by the day of the source; other successors than the record's; one that has ended."""
    fate = entry.record
    entries = context.procedures.get(fate.code or "", [])
    record = entries[0].record if entries else None
    abolished = next((day for one in later[-1:] if one.record.abolition and (day := day_of(one))), None)
    back = any(one.record.validity or "bai_bo" in one.record.removed for one in later)
    if fate.now == "tiếp tục" and abolished and (fate.date is None or abolished <= fate.date):
        said = f"“tiếp tục” mà bản áp dụng từ {abolished:%d/%m/%Y} bãi bỏ thủ tục ({later[-1].path})"
        yield Finding(("hien_nay",), said, "Ghi “bãi bỏ” hay “được thay”, hoặc xem lại bản ấy.")
    elif fate.now == "tiếp tục" and record and not back and state_of(record, fate.date or context.as_of) == "ended":
        hint = f"Ghi “bãi bỏ” hay “được thay”, hoặc sửa {field('hieu_luc')}, {field('bai_bo')} của thủ tục."
        yield Finding(("hien_nay",), f"“tiếp tục” mà thủ tục đã hết hiệu lực ({entries[0].path})", hint)
    named = [other.code for other in fate.successors]
    stated = record.validity.successors if record and record.validity else []
    if named and stated and not set(named) & set(stated):
        said = (
            f"{', '.join(filter(None, named))} khác {field('hieu_luc.thay_the_boi')} của thủ tục ({', '.join(stated)})"
        )
        yield Finding(("thay_boi",), said, "Xem lại nguồn rồi ghi như nhau ở hai chỗ.", key=True)
    for index, code in enumerate(named):
        for other in context.procedures.get(code or "", ())[:1]:
            if code != fate.code and state_of(other.record, fate.date or context.as_of) == "ended":
                said = f"thủ tục thay thế {code} cũng đã hết hiệu lực ({other.path})"
                yield Finding(("thay_boi", index, "ma"), said, "Ghi thủ tục đang áp dụng.", severity=WARNING)


def _first(store: Store) -> dict[str, Entry]:
    return {entry.record.code: entry for entry in reversed(store.of("fate")) if entry.record.code}


def _versions(store: Store) -> dict[str, list[Entry]]:
    return versions_of(store, "procedure")
