"""Thủ tục được nhắc tới không có.

Thủ tục liên quan, thủ tục thay thế và các bước của hướng dẫn phải dẫn tới mã có thật trong content/procedures/,
nếu không người dân bấm vào chỉ gặp lỗi. Sửa mã theo gợi ý, hoặc thêm tệp thủ tục.

Thủ tục cũng không thể liên quan đến chính nó, được thay bằng chính nó hay vòng qua thủ tục khác mà về chính nó; nói
được thay bằng thủ tục nào thì phải nói hết hiệu lực ngày nào.

Sai: `thu_tuc: ["1.00193"]`
Đúng: `thu_tuc: ["1.001193"]`
"""

from collections.abc import Iterator

from generator.checks._engine.context import ValidationContext
from generator.checks._engine.rule import Finding
from generator.checks._engine.succession import procedure_successors, way_back
from generator.loading.entry import Entry
from generator.problem import ERROR, WARNING, KeyPath
from generator.text.audience import field

ID = "TT-031"
SEVERITY = ERROR
SCOPE = "content"
KINDS = ("procedure", "guide")


def check(entry: Entry, context: ValidationContext) -> Iterator[Finding]:
    """Every code named must be the code of a record."""
    for path, code in _codes(entry):
        if code and entry.kind.name == "procedure" and code == entry.record.code:
            yield Finding(path, "thủ tục trỏ vào chính nó", "Ghi mã của thủ tục khác, hoặc bỏ dòng này.")
        elif code and not context.has_procedure(code):
            yield Finding(
                path,
                f"không có thủ tục mã “{code}”",
                context.mend_code(code),
            )
    if entry.kind.name == "procedure":
        yield from _succession(entry, context)


def _succession(entry: Entry, context: ValidationContext) -> Iterator[Finding]:
    """A successor that leads back, that ended before, that is named twice; successors of what has no end."""
    record = entry.record
    named = record.validity.successors if record.validity else []
    for index, code in enumerate(named):
        path = ("hieu_luc", "thay_the_boi", index)
        if code in named[:index]:
            yield Finding(path, f"“{code}” đã kể ở trên", "Giữ một dòng.")
            continue
        way = (
            way_back(code, record.code or "", lambda one: procedure_successors(one, context))
            if code != record.code
            else []
        )
        if way and record.code == min(way):  # a ring is reported once
            said = f"{' → '.join([record.code or '', *way])}: thủ tục thay chính nó"
            yield Finding(path, said, "Xem lại thủ tục nào thay thủ tục nào.")
    if named and record.code not in named and not record.validity.until and not record.abolition:
        hint = f"Ghi {field('hieu_luc.den')} (ngày cuối còn áp dụng), hoặc bỏ {field('thay_the_boi')}."
        yield Finding(
            ("hieu_luc", "thay_the_boi"),
            "có thủ tục thay mà không nói hết hiệu lực ngày nào",
            hint,
            key=True,
            severity=WARNING,
        )


def _codes(entry: Entry) -> Iterator[tuple[KeyPath, str | None]]:
    record = entry.record
    if entry.kind.name == "guide":
        for index, step in enumerate(record.steps):
            for key, codes in (("thu_tuc", step.codes), ("lam_cung_luc", step.together)):
                for place, code in enumerate(codes):
                    yield ("buoc", index, key, place), code
        return
    for index, related in enumerate(record.related):
        yield ("thu_tuc_lien_quan", index, "ma_thu_tuc"), related.code
    for index, code in enumerate(record.validity.successors if record.validity else ()):
        yield ("hieu_luc", "thay_the_boi", index), code
