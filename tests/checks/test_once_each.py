"""Of two rules that have something to say about one slip, one does."""

from __future__ import annotations

from collections import Counter

import pytest

from generator.checks._engine.rule import all_rules
from generator.checks._engine.runner import once_each
from generator.problem import ERROR, WARNING, Problem, Severity
from tests.support.plan_samples import PLACES as PLAN_PLACES
from tests.support.record_texts import HOLIDAYS, LAW, PROCEDURE
from tests.support.rule_samples import PLACES, answer, change, problems

RESULT, ANSWER = "plan/2023/results/quy-2.yml", "plan/2023/answers/gio.yml"
ROW = PLAN_PLACES[RESULT][PLAN_PLACES[RESULT].index("  - don_vi") :].split("\n")


def said(files: dict[str, str], around: dict[str, str] | None = None) -> list[str]:
    """The identifiers of what these files add to what is said of `around`."""
    around = around or {}
    before = Counter((one.path, one.id) for one in problems(around))
    found = Counter((one.path, one.id) for one in problems(around | files))
    return sorted(id for _, id in (found - before).elements())


@pytest.mark.parametrize(
    ("kind", "text", "changes", "rule"),
    [
        ("procedure", PROCEDURE, answer("phi_le_phi: [{loai: lệ phí, muc_thu: 500}]"), "TT-110"),
        ("procedure", PROCEDURE, {"Giờ hành chính các ngày làm việc": "Không có thông tin"}, "TT-097"),
        ("procedure", PROCEDURE, {"ten: Giấy khai sinh": "ten: Giấy phép ........."}, "TT-097"),
        ("procedure", PROCEDURE, {"hinh_thuc_nop: trực tuyến\n    ": ""}, "TT-020"),
        ("law", LAW, {"ngay_ban_hanh: 2015": "ngay_ban_hanh: 2025"}, "TT-091"),
        ("law", LAW, {"tep: https://vanban.chinhphu.vn/123": "tep: C:\\van-ban\\123.pdf"}, "TT-180"),
        ("holidays", HOLIDAYS, {"nam: 2023": "nam: 2024"}, "TT-086"),
    ],
)
def test_one_slip_is_said_once(kind: str, text: str, changes: dict[str, str], rule: str) -> None:
    assert said({PLACES[kind]: change(text, changes)}) == [rule]


def test_a_procedure_that_ends_before_it_began() -> None:
    """Its end is not said to lack a reason, too."""
    place = PLACES["procedure"]
    text = change(PROCEDURE, {"tu: 2016-01-01": "tu: 2016-01-01\n  den: 2015-01-01"})
    assert [one.id for one in problems({place: text}) if one.key == "hieu_luc.den"] == ["TT-084"]


def test_a_procedure_under_the_code_of_another_one() -> None:
    """The file that is named after its code is right, wherever it is in the order of the files."""
    for name in ("0.000001", "9.999999"):
        found = said({f"procedures/ho-tich/{name}.yml": PROCEDURE})
        assert "TT-191" in found and "TT-025" not in found


def test_a_copy_of_a_procedure_under_a_name_without_a_code() -> None:
    found = said({"procedures/ho-tich/khai-sinh.yml": PROCEDURE})
    assert "TT-025" in found and "TT-027" not in found


def test_a_first_day_of_another_year_is_the_slip() -> None:
    """At that day and as an error, not once more at the last day."""
    for place, old, new in ((RESULT, "tu: 2023-03-15", "tu: 2033-03-15"), (ANSWER, "nhan: 2023", "nhan: 2033")):
        text = change(PLAN_PLACES[place], {old: new})
        found = [one for one in problems(PLAN_PLACES | {place: text}) if one.path == f"content/{place}"]
        assert [(one.id, one.key, one.severity) for one in found] == [
            ("TT-123", new.split(":")[0].replace("nhan", "ngay_nhan"), ERROR)
        ]
    text = change(PLAN_PLACES[ANSWER], {"nhan: 2023": "nhan: 2013"})
    assert said({ANSWER: text}, around=PLAN_PLACES) == ["TT-129"]


def test_figures_of_nobody() -> None:
    text = change(PLAN_PLACES[RESULT], {"\n".join(ROW[:2]): f"  - {ROW[1].strip()}"})
    assert said({RESULT: text}, around=PLAN_PLACES) == ["TT-117"]


def found(id: str, severity: Severity, column: int = 3) -> Problem:
    return Problem("content/a.yml", 2, column, id, severity, "sai")


def test_only_for_a_finding_no_less_severe_at_the_same_place() -> None:
    small, amount = "TT-254", "TT-110"
    assert once_each([found(amount, ERROR), found(small, WARNING)]) == [found(amount, ERROR)]
    kept = [found(amount, WARNING), found(small, ERROR)]
    assert once_each(kept) == kept
    kept = [found(amount, ERROR), found(small, WARNING, 4)]
    assert once_each(kept) == kept


def test_a_rule_gives_way_to_known_ones_of_which_one_runs_when_its_file_changes() -> None:
    rules = {rule.id: rule for rule in all_rules()}
    for rule in rules.values():
        for other in rule.gives_way_to:
            assert rule.id not in rules[other].gives_way_to, (rule.id, other)
            assert "record" in (rule.scope, rules[other].scope), (rule.id, other)


TASK_2, TASK_5 = "plan/2023/tasks/02.yml", "plan/2023/tasks/05.yml"
REVIEW, FEEDBACK = "plan/2023/reviews/khai-sinh.yml", "plan/2023/feedback/quy-2.yml"
OLD_DOCUMENT = "plan/2023/documents/cv-09.yml"


@pytest.mark.parametrize(
    ("place", "changes", "rule"),
    [
        (TASK_2, {"mang: rà soát": "mang: ràsoát"}, "TT-012"),
        (TASK_2, {"mang: rà soát": "man: rà soát"}, "TT-011"),
        (TASK_5, {"mang: phản ánh\n": ""}, "TT-125"),
        (TASK_2, {"so: 2": "so: 2000"}, "TT-111"),
        (REVIEW, {"de_xuat: sửa đổi": "de_xuat: sưa đổi"}, "TT-012"),
        (REVIEW, {"noi_dung_de_xuat:": "noi_dung_de_xua:"}, "TT-011"),
        (RESULT, {"so_lieu:": "so_lie:"}, "TT-011"),
        (RESULT, {"- don_vi:": "- don_v:"}, "TT-011"),
        (FEEDBACK, {"- don_vi: ": "- don_vi: [", "an-thanh": "an-thanh]"}, "TT-010"),
        (RESULT, {"tu: 2023": "tu: 2022"}, "TT-123"),
        (RESULT, {"den: 2023": "den: 2033"}, "TT-123"),
        (OLD_DOCUMENT, {"ngay_ban_hanh: 2023": "ngay_ban_hanh: 2033"}, "TT-127"),
    ],
)
def test_one_slip_in_the_plan_is_said_once(place: str, changes: dict[str, str], rule: str) -> None:
    assert said({place: change(PLAN_PLACES[place], changes)}, around=PLAN_PLACES) == [rule]
