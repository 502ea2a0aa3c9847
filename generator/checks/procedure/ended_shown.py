"""Dẫn người dân tới thủ tục đã hết hiệu lực.

Thủ tục đã bãi bỏ hoặc hết hiệu lực không được giới thiệu như đang áp dụng (NĐ 63/2010/NĐ-CP Điều 15 khoản 3). Hướng dẫn
dẫn tới nó là lỗi; thủ tục khác nhắc tới nó, kể cả ở câu trả lời “Trường hợp của bạn”, thì bị nhắc. Thay bằng mã của
thủ tục đang áp dụng.

Sai:
    buoc:
      - ten: Cấp sổ hộ khẩu
        thu_tuc: ["1.003684"]   # đã bãi bỏ
Đúng:
    buoc:
      - ten: Đăng ký thường trú
        thu_tuc: ["1.004222"]
"""

from collections.abc import Iterator
from typing import Any

from generator.checks._engine.context import ValidationContext
from generator.checks._engine.rule import Finding
from generator.checks._engine.succession import in_force_after, procedure_successors
from generator.loading.entry import Entry
from generator.problem import ERROR, WARNING, KeyPath
from generator.schema.lifecycle import state_of

ID = "TT-050"
SEVERITY = ERROR
SCOPE = "content"
LAW = "NĐ 63/2010 Đ15 k3"
CONFIDENCE = "V"
CHECKS = ("L07",)
KINDS = ("guide", "procedure")


def check(entry: Entry, context: ValidationContext) -> Iterator[Finding]:
    """Codes of ended procedures in the steps of guides, among related procedures and in answers."""
    guide = entry.kind.name == "guide"
    if not guide and state_of(entry.record, context.as_of) == "ended":
        return
    for path, code in _guided(entry.record) if guide else _named(entry):
        for other in context.procedures.get(code or "", ())[:1]:
            if state_of(other.record, context.as_of) == "ended":
                after = ", ".join(one for one in _in_force_after(code or "", context) if guide or one != entry.code)
                hint = f"Thay bằng {after}." if after else "Thay bằng thủ tục đang áp dụng, hoặc bỏ đi."
                yield Finding(path, f"thủ tục {code} đã hết hiệu lực", hint, severity=ERROR if guide else WARNING)


def facts(entry: Entry) -> list[tuple[KeyPath, str]] | None:
    """The procedures that answers lead to: (path, code)."""
    questions = entry.full_record.questions if entry.kind.name == "procedure" else []
    return [
        (("cau_hoi", number, "chon", at, "thu_tuc_khac"), answer.instead)
        for number, question in enumerate(questions)
        for at, answer in enumerate(question.answers)
        if answer.instead
    ] or None


def _in_force_after(code: str, context: ValidationContext) -> list[str]:
    def has_ended(one: str) -> bool:
        return all(state_of(other.record, context.as_of) == "ended" for other in context.procedures.get(one, ())[:1])

    return in_force_after(code, lambda one: procedure_successors(one, context), has_ended)


def _named(entry: Entry) -> Iterator[tuple[KeyPath, str | None]]:
    yield from _related(entry.record)
    yield from ((tuple(path), code) for path, code in entry.facts.get(ID) or ())


def _guided(guide: Any) -> Iterator[tuple[KeyPath, str | None]]:
    for index, step in enumerate(guide.steps):
        for key, codes in (("thu_tuc", step.codes), ("lam_cung_luc", step.together)):
            for place, code in enumerate(codes):
                yield ("buoc", index, key, place), code


def _related(record: Any) -> Iterator[tuple[KeyPath, str | None]]:
    for index, related in enumerate(record.related):
        yield ("thu_tuc_lien_quan", index, "ma_thu_tuc"), related.code
