"""Câu hỏi “Trường hợp của bạn” trỏ vào chỗ không có.

Trả lời vài câu, người dân phải ra đúng danh mục giấy tờ của mình (NĐ 63/2010/NĐ-CP Điều 20 khoản 4). Câu trả lời gọi
tên trường hợp, giấy tờ trong cùng hồ sơ và mã thủ tục khác; gọi sai tên thì danh mục in ra thiếu hoặc thừa. Câu hỏi
phải có từ hai câu trả lời, mức tiền ở câu trả lời phải là một mức đã kể ở phần phí, mã không trùng, và điều kiện chỉ
nhắc đến câu đứng trước.

Sai:
    truong_hop:
      - Ủy quyền
Đúng:
    truong_hop:
      - Người khác đi làm thay theo ủy quyền
"""

from collections.abc import Iterator
from typing import Any

from generator.checks._engine.context import ValidationContext
from generator.checks._engine.money import money
from generator.checks._engine.rule import Finding
from generator.loading.entry import Entry
from generator.problem import ERROR, KeyPath
from generator.schema.case_question import Question
from generator.schema.procedure import Procedure
from generator.schema.unit_kinds import COMMUNES
from generator.text.alphabet import sort_key
from generator.text.audience import field
from generator.text.slugs import slug
from generator.text.suggestions import suggest

ID = "TT-110"
SEVERITY = ERROR
SCOPE = "content"
LAW = "NĐ 63/2010 Đ20 k4"
CONFIDENCE = "V"
CHECKS = ("L16",)
KINDS = ("procedure",)
COMPARES = ("cau_hoi",)
DOSSIER = "thanh_phan_ho_so"
RESERVED = {*(slug(kind) for kind in COMMUNES), "th", "q"}  # already mean something in the address


def check(entry: Entry, context: ValidationContext) -> Iterator[Finding]:
    """Names of cases, papers, questions and answers that do not exist; too few answers; an identifier twice."""
    found, instead = entry.facts.get(ID, ((), ()))
    yield from (Finding(*item) for item in found)
    for path, code in instead:
        if code == entry.record.code:
            yield Finding(
                tuple(path), "câu trả lời dẫn về chính thủ tục này", "Ghi mã của thủ tục khác, hoặc bỏ dòng này."
            )
        elif not context.has_procedure(code):
            yield Finding(
                tuple(path),
                f"không có thủ tục {code}",
                context.mend_code(code, "Ghi mã của một thủ tục có trong content/procedures/."),
            )


def facts(entry: Entry) -> tuple[list[tuple[Any, ...]], list[tuple[KeyPath, str]]] | None:
    """The findings of the record alone, as plain tuples, and the procedures that answers lead to: (path, code)."""
    found = [tuple(item) for item in _within(entry)]
    instead: list[tuple[KeyPath, str]] = [
        (("cau_hoi", number, "chon", at, "thu_tuc_khac"), answer.instead)
        for number, question in enumerate(entry.record.questions)
        for at, answer in enumerate(question.answers)
        if answer.instead
    ]
    return (found, instead) if found or instead else None


def _within(entry: Entry) -> Iterator[Finding]:
    record = entry.record
    dossier = record.dossier
    cases = {case.name for case in dossier.cases} if dossier else set()
    papers = {paper.name for part in (dossier, *dossier.cases) for paper in part.papers} if dossier else set()
    before: dict[str, set[str]] = {}
    yield from _nothing_to_name(record)
    for number, question in enumerate(record.questions):
        here = ("cau_hoi", number)
        yield from _question(here, question, before)
        for at, answer in enumerate(question.answers):
            place = (*here, "chon", at)
            if not entry.broken(DOSSIER):
                yield from _names((*place, "truong_hop"), "trường hợp", answer.cases, cases)
            yield from _fees((*place, "phi_le_phi"), answer.fees, record)
            if dossier and dossier.papers and not entry.broken(DOSSIER):
                yield from _names((*place, "bo_giay_to"), "giấy tờ", answer.dropped, papers)
        before[question.id or ""] = {answer.id or "" for answer in question.answers}


def _nothing_to_name(record: Procedure) -> Iterator[Finding]:
    """Answers leave out common papers, but the dossier has none: reported once, at the dossier."""
    dropped = [name for question in record.questions for answer in question.answers for name in answer.dropped]
    if dropped and record.dossier and not record.dossier.papers:
        yield Finding(
            (DOSSIER, "giay_to_chung"),
            f"hồ sơ không có giấy tờ chung nào, mà câu hỏi còn bỏ bớt {len(dropped)} giấy, đầu tiên là “{dropped[0]}”",
            f"Ghi lại các giấy tờ ai cũng cần vào {field('giay_to_chung')}, hoặc bỏ {field('bo_giay_to')} ở các câu "
            "trả lời.",
            key=True,
        )


def _names(place: KeyPath, what: str, names: list[str], valid: set[Any]) -> Iterator[Finding]:
    if None in valid:
        return  # TT-020: it may be the one without its name
    for index, name in enumerate(names):
        if name not in valid:
            if what == "giấy tờ":
                hint = suggest(name, sorted(filter(None, valid))) or f"Chép đúng tên ở {field('ten_giay_to')}."
            else:
                hint = _like(name, valid)
            yield Finding((*place, index), f"hồ sơ không có {what} “{name}”", hint)


def _fees(place: KeyPath, fees: object, record: Procedure) -> Iterator[Finding]:
    """Amounts of an answer that the procedure's own list of fees does not have; nothing to pay needs no row."""
    stated = [record.fees, *(channel.fees for channel in record.channels)]
    if not isinstance(fees, list) or not isinstance(record.fees, list):
        return
    amounts = {fee.amount for rows in stated if isinstance(rows, list) for fee in rows}
    for at, fee in enumerate(fees):
        if isinstance(fee.amount, int) and fee.amount and fee.amount not in amounts:
            yield Finding(
                (*place, at, "muc_thu"),
                f"phần phí, lệ phí của thủ tục không có mức {money(fee.amount)}",
                f"Ghi mức đã kể ở {field('phi_le_phi')} của thủ tục, hoặc kể thêm mức này ở đó.",
            )


def _question(here: KeyPath, question: Question, before: dict[str, set[str]]) -> Iterator[Finding]:
    if question.id in before or question.id in RESERVED:
        yield Finding((*here, "ma"), f"mã câu hỏi “{question.id}” đã được dùng", "Đặt mã khác.")
    if len(question.answers) < 2:
        yield Finding((*here, "chon"), "câu hỏi chỉ có một câu trả lời", "Thêm câu trả lời, hoặc bỏ câu hỏi.", key=True)
    identifiers: set[str | None] = set()
    for at, answer in enumerate(question.answers):
        if answer.id in identifiers:
            yield Finding((*here, "chon", at, "ma"), f"mã câu trả lời “{answer.id}” đã được dùng", "Đặt mã khác.")
        identifiers.add(answer.id)
    for at, condition in enumerate(question.conditions):
        valid = before.get(condition.question or "")
        if not condition.question:
            continue  # TT-020
        if valid is None:
            yield Finding(
                (*here, "dieu_kien", at, "cau_hoi"),
                f"không có câu hỏi nào đứng trước mang mã “{condition.question}”",
                "Ghi mã của một câu đứng trước.",
            )
            continue
        for index, name in enumerate(condition.answers):
            if name not in valid and "" not in valid:  # an answer without its code may be the one: TT-020
                yield Finding(
                    (*here, "dieu_kien", at, "la", index),
                    f"câu “{condition.question}” không có câu trả lời mã “{name}”",
                    _like(name, valid),
                )


def _like(name: str, valid: set[Any]) -> str:
    near = suggest(name, sorted(filter(None, valid)))
    return (
        near or f"Chọn một trong: {'; '.join(sorted((name for name in valid if name), key=sort_key))}."
        if valid
        else "Hồ sơ chưa có trường hợp nào."
    )
