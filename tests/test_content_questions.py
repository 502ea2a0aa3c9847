"""“Trường hợp của bạn”: every answer of the district's procedures leads to the papers, money and time of its case."""

from __future__ import annotations

import functools

import pytest

from generator.pages.cases import CaseNode
from generator.schema.procedure import Procedure
from tests.support.question_outcomes import TABLE, Way, asked, text, ways

# nobody knows this beforehand: the officer finds it out at the desk
AT_THE_DESK = {
    "Cán bộ không tra được nơi cư trú của bạn trên dữ liệu dân cư",
    "Cán bộ không tra được nơi cư trú cuối cùng của người mất",
}


@functools.cache
def by_code() -> dict[str, tuple[Procedure, CaseNode | None]]:
    """The procedures with questions and their trees; the content is not read while tests are collected."""
    return {record.code or "": (record, tree) for record, tree in asked()}


def outcome_of(code: str, **answers: str):
    """The one outcome that these answers lead to (`ket_hon="roi"` is ket-hon=roi)."""
    wanted = {(name.replace("_", "-"), answer) for name, answer in answers.items()}
    found = [outcome for way, outcome in ways(by_code()[code][1]) if wanted == set(way)]
    assert len(found) == 1, (code, answers)
    return found[0]


def test_the_forty_procedures_people_ask_for_most_have_questions() -> None:
    assert len(by_code()) >= 40


def test_every_way_through_the_questions_is_as_it_was_read_against_the_source() -> None:
    assert text() == TABLE.read_text("utf-8"), "python -m tests.support.question_outcomes, then read what changed"


def test_the_trees_are_small_enough_for_the_page() -> None:
    assert [code for code, (_, tree) in by_code().items() if tree is None] == [], "more leaves than a page can hold"


def test_every_case_of_a_dossier_can_be_reached() -> None:
    missed = {}
    for code, (record, _) in by_code().items():
        named = {case for question in record.questions for answer in question.answers for case in answer.cases}
        missed[code] = {case.name for case in record.dossier.cases} - named - AT_THE_DESK
    assert {code: names for code, names in missed.items() if names} == {}


def test_every_question_changes_something() -> None:
    for code, (_, tree) in by_code().items():
        told: dict[str, set[tuple]] = {}
        for way, outcome in ways(tree):
            for at, (question, _) in enumerate(way):
                rest = (way[:at], tuple(pair for pair in way[at + 1 :]))
                said = (tuple(outcome.keys), str(outcome.fees), str(outcome.time), *outcome.instead, *outcome.notes)
                told.setdefault(question, set()).add((rest, said))
        for question, seen in told.items():
            assert len({said for _, said in seen}) > 1, f"{code}: every answer to {question} leads to the same"


def test_online_nothing_is_shown_at_the_desk() -> None:
    for code, (_, tree) in by_code().items():
        for way, outcome in ways(tree):
            if ("cach", "qua-mang") in way or ("cach-2", "qua-mang") in way:
                assert not [paper.name for paper in outcome.papers if paper.in_person_only], (code, way)


def test_another_procedure_ends_the_questions() -> None:
    for code, (_, tree) in by_code().items():
        for way, outcome in ways(tree):
            assert len(outcome.instead) <= 1, (code, way)


FORBIDDEN: list[tuple[str, Way]] = [
    ("1.001193", (("ket-hon", "bo-roi"), ("nuoc-ngoai", "co"))),
    ("1.001193", (("han", "dung-han"), ("mien", "co"))),
    ("1.000689", (("ket-hon", "roi"), ("chung-cu", "co"))),
    ("1.000689", (("mien", "co"), ("han", "qua-han"))),
    ("2.000986", (("tre", "bo-roi"), ("ho", "nguoi-khac"))),
    ("2.000528", (("cha-me", "trong-nuoc"), ("noi-sinh", "viet-nam"))),
    ("2.000528", (("cha-me", "nuoc-ngoai"), ("noi-sinh-2", "viet-nam"))),
    ("2.000528", (("ket-hon", "nhan-con"), ("noi-sinh", "viet-nam"))),
    ("1.004859", (("viec", "bo-sung"), ("tuoi", "tu-14"))),
    ("2.001195", (("ly-do", "den-tuoi"), ("mien", "co"))),
    ("2.000889", (("viec", "vo-chong"), ("phan", "mot-phan"))),
    ("2.001263", (("nguoi-nhan", "ruot"), ("mien", "co"))),
    ("1.004194", (("bao-nhieu", "danh-sach"), ("cach", "qua-mang"))),
]


@pytest.mark.parametrize(("code", "pair"), FORBIDDEN)
def test_what_no_office_accepts_cannot_be_chosen(code: str, pair: Way) -> None:
    assert not [way for way, _ in ways(by_code()[code][1]) if set(pair) <= set(way)]


def names(outcome) -> list[str]:
    return [paper.name for paper in outcome.papers]


def test_birth_of_a_child_of_married_parents() -> None:
    found = outcome_of(
        "1.001193",
        ket_hon="roi",
        nuoc_ngoai="khong",
        nguoi_di="nguoi-nha",
        han="dung-han",
        cach="truc-tiep",
    )
    assert names(found) == [
        "Tờ khai đăng ký khai sinh",
        "Giấy chứng sinh",
        "Căn cước công dân, hộ chiếu hoặc giấy tờ có ảnh còn hạn của người đi đăng ký",
        "Giấy chứng nhận kết hôn của cha mẹ",
    ]
    assert [fee.amount for fee in found.fees] == [0]


def test_birth_of_a_child_whose_parents_are_not_married() -> None:
    assert outcome_of("1.001193", ket_hon="nhan-con").instead == ["1.000689"]
    alone = outcome_of(
        "1.001193", ket_hon="me", nuoc_ngoai="khong", nguoi_di="nguoi-nha", han="qua-han", mien="co", cach="qua-mang"
    )
    assert names(alone) == ["Tờ khai đăng ký khai sinh", "Giấy chứng sinh"]
    assert [fee.amount for fee in alone.fees] == [0]


def test_a_foundling_has_a_record_instead_of_the_birth_paper() -> None:
    found = outcome_of("1.001193", ket_hon="bo-roi", nguoi_di="nguoi-nha", han="dung-han", cach="qua-mang")
    assert names(found) == ["Tờ khai đăng ký khai sinh", "Biên bản về việc trẻ bị bỏ rơi"]


def test_adding_what_is_missing_takes_a_day_and_correcting_takes_three() -> None:
    common = {"nguoi_di": "toi", "mien": "khong", "cach": "qua-mang"}
    assert outcome_of("1.004859", viec="bo-sung", **common).time.amount == 1
    assert outcome_of("1.004859", viec="cai-chinh", tuoi="duoi-14", **common).time is None


def test_a_book_that_is_pledged_is_not_asked_for() -> None:
    assert "Bản gốc Giấy chứng nhận đã cấp (sổ đỏ, sổ hồng)" not in names(outcome_of("1.004199", ly_do="the-chap"))
