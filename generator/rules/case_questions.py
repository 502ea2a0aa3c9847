"""Câu hỏi “Trường hợp của bạn” trỏ vào chỗ không có.

Trả lời vài câu, người dân phải ra đúng danh mục giấy tờ của mình (NĐ 63/2010/NĐ-CP Điều 20 khoản 4). Câu trả lời gọi tên trường
hợp, giấy tờ trong cùng hồ sơ và mã thủ tục khác; gọi sai tên thì danh mục in ra thiếu hoặc thừa. Câu hỏi phải có từ hai câu trả lời,
mã không trùng, và điều kiện chỉ nhắc đến câu đứng trước.

Sai:
    truong_hop:
      - Ủy quyền
Đúng:
    truong_hop:
      - Người khác đi làm thay theo ủy quyền
"""

from collections.abc import Iterator

from generator.model.alphabet import sort_key
from generator.model.case_question import Question
from generator.problem import ERROR, suggest
from generator.reading.store import Entry
from generator.rules.rule import Finding
from generator.rules.world import World

ID = "TT-110"
SEVERITY = ERROR
LAW = "NĐ 63/2010 Đ20 k4"
CONFIDENCE = "V"
CHECKS = ("L16",)
KINDS = ("procedure",)
RESERVED = {"xa", "th", "q"}  # already mean something in the address


def check(entry: Entry, world: World) -> Iterator[Finding]:
    """Names of cases, papers, questions and answers that do not exist; too few answers; an identifier twice."""
    record = entry.record
    dossier = record.dossier
    cases = {case.name for case in dossier.cases} if dossier else set()
    papers = {paper.name for part in (dossier, *dossier.cases) for paper in part.papers} if dossier else set()
    before: dict[str, set[str]] = {}
    for number, question in enumerate(record.questions):
        here = ("cau_hoi", number)
        yield from _question(here, question, before)
        for at, answer in enumerate(question.answers):
            place = (*here, "chon", at)
            for index, name in enumerate(answer.cases):
                if name not in cases:
                    yield Finding(
                        (*place, "truong_hop", index), f"hồ sơ không có trường hợp “{name}”", _like(name, cases)
                    )
            for index, name in enumerate(answer.dropped):
                if name not in papers:
                    yield Finding(
                        (*place, "bo_giay_to", index),
                        f"hồ sơ không có giấy tờ “{name}”",
                        suggest(name, sorted(filter(None, papers))) or "Chép đúng tên ở ten_giay_to.",
                    )
            if answer.instead and not world.has_procedure(answer.instead):
                yield Finding(
                    (*place, "thu_tuc_khac"),
                    f"không có thủ tục {answer.instead}",
                    suggest(answer.instead, list(world.procedures))
                    or "Ghi mã của một thủ tục có trong content/procedures/.",
                )
        before[question.id or ""] = {answer.id or "" for answer in question.answers}


def _question(here: tuple, question: Question, before: dict[str, set[str]]) -> Iterator[Finding]:
    if question.id in before or question.id in RESERVED:
        yield Finding((*here, "ma"), f"mã câu hỏi “{question.id}” đã được dùng", "Đặt mã khác.")
    if len(question.answers) < 2:
        yield Finding((*here, "chon"), "câu hỏi chỉ có một câu trả lời", "Thêm câu trả lời, hoặc bỏ câu hỏi.", key=True)
    seen: set[str | None] = set()
    for at, answer in enumerate(question.answers):
        if answer.id in seen:
            yield Finding((*here, "chon", at, "ma"), f"mã câu trả lời “{answer.id}” đã được dùng", "Đặt mã khác.")
        seen.add(answer.id)
    for at, condition in enumerate(question.conditions):
        known = before.get(condition.question or "")
        if known is None:
            yield Finding(
                (*here, "dieu_kien", at, "cau_hoi"),
                f"không có câu hỏi nào đứng trước mang mã “{condition.question}”",
                "Ghi mã của một câu đứng trước.",
            )
            continue
        for index, name in enumerate(condition.answers):
            if name not in known:
                yield Finding(
                    (*here, "dieu_kien", at, "la", index),
                    f"câu “{condition.question}” không có câu trả lời mã “{name}”",
                    _like(name, known),
                )


def _like(name: str, known: set) -> str:
    near = suggest(name, sorted(filter(None, known)))
    return (
        near or f"Chọn một trong: {'; '.join(sorted((name for name in known if name), key=sort_key))}."
        if known
        else "Hồ sơ chưa có trường hợp nào."
    )
