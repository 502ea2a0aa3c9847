"""TT-116: figures that do not add up."""

import pytest

from tests.support.plan_samples import PLACES, around, fails, passes
from tests.support.rule_samples import problems

RESULT, FEEDBACK = "plan/2023/results/quy-2.yml", "plan/2023/feedback/quy-2.yml"


def test_received() -> None:
    # one more online: neither the row's sum nor the column's total agrees any more, because of this figure
    fails(
        "TT-116",
        RESULT,
        {
            "truc_tuyen: 10": "truc_tuyen: ▶11",
        },
    )


def test_finished() -> None:
    changes = {
        "qua_han: 1\n    tong_da_giai_quyet: 30": "qua_han: ▶0\n    tong_da_giai_quyet: 30",
    }
    fails("TT-116", RESULT, changes)


def test_what_is_left() -> None:
    changes = {
        "dang_trong_han: 5": "dang_trong_han: ▶6",
        "  dang_trong_han: 5\n  dang_qua_han: 0\n": "  dang_trong_han: ▶6\n  dang_qua_han: 0\n",
    }
    assert "tổng tiếp nhận là 35" in fails("TT-116", RESULT, changes)


@pytest.mark.parametrize(
    "changes",
    [
        {"quy_dinh: 3\n    tong_tiep_nhan: 4": "quy_dinh: 2\n    tong_tiep_nhan: ▶4"},
        {"dang_xu_ly: 1": "dang_xu_ly: ▶0"},
        {"da_cong_khai: 2": "da_cong_khai: ▶4"},
    ],
)
def test_feedback(changes: dict[str, str]) -> None:
    fails("TT-116", FEEDBACK, changes)


def test_everything_adds_up() -> None:
    passes("TT-116", RESULT)
    passes("TT-116", FEEDBACK)


def test_a_row_that_is_missing_is_reported_once() -> None:
    whole = PLACES[RESULT]
    start, end = whole.index("so_lieu:\n") + len("so_lieu:\n"), whole.index("tong_cong:")
    row = whole[start:end]
    twice = row + row.replace("an-thanh", "binh-lang")
    found = [one for one in problems({**around(RESULT, None), RESULT: whole.replace(row, twice)}) if one.id == "TT-116"]
    assert [one.key for one in found] == ["tong_cong"]
