"""Hiện trạng của thủ tục ghi chưa đúng.

content/fates.yml cho biết mỗi thủ tục nay ra sao: “tiếp tục”, “được thay”, “bãi bỏ” hay “chưa rõ”, với nguồn và ngày
xem. Mã phải có tệp trong
content/procedures/ và chỉ kể một lần; “được thay” thì kể thủ tục thay thế, mỗi thủ tục một lần, không phải chính nó và
không vòng lại nó; không được nói trái với bản sửa đổi của chính thủ tục ấy.

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
from generator.loading.store import Entry, Store
from generator.loading.versions import day_of, versions_of
from generator.problem import ERROR
from generator.schema.codes import PROCEDURE_CODE

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
            "Thêm thay_boi (ma, ten); chưa biết thì ghi “chưa rõ”.",
        )
    if fate.now in ("tiếp tục", "chưa rõ") and fate.successors:
        yield Finding(
            ("thay_boi",), f"“{fate.now}” mà lại kể thủ tục thay thế", "Ghi “được thay”, hoặc bỏ thay_boi.", key=True
        )
    named = [other.code for other in fate.successors]
    for index, other in enumerate(fate.successors):
        place = ("thay_boi", index, "ma")
        if other.code and other.code in named[:index]:
            yield Finding(place, f"“{other.code}” đã kể ở trên", "Giữ một dòng.")
        elif other.code and code and (way := _way_back(other.code, code, context.cached(_first))):
            said = f"{' → '.join([code, *way])}: thủ tục thay chính nó" if len(way) > 1 else "thủ tục thay chính nó"
            yield Finding(place, said, "Ghi mã của thủ tục mới; chưa biết thì ghi “chưa rõ” và bỏ thay_boi.")
        if other.code and not PROCEDURE_CODE.fullmatch(other.code):
            yield Finding(
                place,
                f"“{other.code}” không phải mã thủ tục",
                "Mã gồm một chữ số, dấu chấm, sáu chữ số.",
            )
    later = context.cached(_versions).get(code, [])
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
            "Ghi “tiếp tục”, hoặc ghi bai_bo trong bản ấy.",
        )


def _way_back(start: str, code: str, fates: dict[str, Entry]) -> list[str]:
    """The codes by which the successors of `start` lead to `code` again, both included; empty if they do not."""
    ways, seen = [[start]], {start}
    while ways:
        way = ways.pop(0)
        if way[-1] == code:
            return way
        fate = fates.get(way[-1])
        for other in fate.record.successors if fate else ():
            if other.code and other.code not in seen:
                seen.add(other.code)
                ways.append([*way, other.code])
    return []


def _first(store: Store) -> dict[str, Entry]:
    return {entry.record.code: entry for entry in reversed(store.of("fate")) if entry.record.code}


def _versions(store: Store) -> dict[str, list[Entry]]:
    return versions_of(store, "procedure")
