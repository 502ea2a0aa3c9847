"""TT-113: what a plan names must be there."""

import pytest

from tests.support.plan_samples import PLACES, fails, passes
from tests.support.rule_samples import UNIT

CASES = [
    ("plan/2023/plan.yml", {"- phong-tu-phap": "- ▶phong-tu-phat"}, "phong-tu-phap"),
    ("plan/2023/documents/cv-10.yml", {"- cv-09": "- ▶cv-0"}, "Ý bạn là"),
    ("plan/2023/documents/cv-10.yml", {"nhiem_vu:\n  - 2": "nhiem_vu:\n  - ▶9"}, "nhiệm vụ"),
    ("plan/2023/reviews/khai-sinh.yml", {'"1.001193"': '▶"1.001194"'}, "1.001193"),
    ("plan/2023/reviews/khai-sinh.yml", {"van_ban: cv-10": "van_ban: ▶cv-1"}, "cv-10"),
    ("plan/2023/events/tap-huan.yml", {"- an-thanh": "- ▶an-than"}, "an-thanh"),
    ("plan/2023/events/tap-huan.yml", {"chu_tri: phong-tu-phap": "chu_tri: ▶an-thanh"}, "cơ quan"),
    ("plan/2023/results/quy-2.yml", {"don_vi: an-thanh": "don_vi: ▶an-than"}, "an-thanh"),
    ("plan/2023/targets.yml", {"nhiem_vu: 2": "nhiem_vu: ▶12"}, "nhiệm vụ"),
    ("plan/2023/answers/gio.yml", {"don_vi: an-thanh": "don_vi: ▶an"}, "đơn vị"),
    ("processes/1-001193.yml", {'"1.001193"': '▶"1.001192"'}, "thủ tục"),
]


@pytest.mark.parametrize(("place", "changes", "said"), CASES)
def test_a_name_of_nothing(place: str, changes: dict[str, str], said: str) -> None:
    assert said in fails("TT-113", place, changes)


def test_everything_is_there() -> None:
    for place in PLACES:
        passes("TT-113", place)


def test_a_name_twice_in_a_list_and_a_procedure_joined_with_itself() -> None:
    fails("TT-113", "plan/2023/events/tap-huan.yml", {"  - an-thanh": "  - an-thanh\n  - ▶an-thanh"})
    merged = {"sửa đổi, bổ sung": 'gộp với thủ tục khác\ngop_voi: [▶"1.001193"]'}
    fails("TT-113", "plan/2023/reviews/khai-sinh.yml", merged)


def test_a_unit_of_another_time() -> None:
    later = {"units/an-thanh.yml": UNIT.replace("tu: chưa rõ", "tu: 2025-07-01")}
    for place in ("plan/2023/events/tap-huan.yml", "plan/2023/results/quy-2.yml", "plan/2023/answers/gio.yml"):
        said = fails("TT-113", place, {"an-thanh": "▶an-thanh"}, others=later_without(later, place))
        assert "không có vào thời gian ấy" in said


def later_without(later: dict[str, str], place: str) -> dict[str, str]:
    """The other records that name the unit, without it."""
    return later | {
        path: text.replace("don_vi: an-thanh\n", "").replace("don_vi:\n  - an-thanh\n", "")
        for path, text in PLACES.items()
        if path != place
    }
