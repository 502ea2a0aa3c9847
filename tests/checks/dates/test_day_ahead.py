"""TT-265: what is stated as done has a day that has come."""

import datetime as dt

import pytest

from tests.support import plan_samples
from tests.support.overlay_samples import OVERLAY
from tests.support.overlay_samples import PLACE as OVERLAY_PLACE
from tests.support.rule_samples import PROCEDURE, change, fails, passes, problems

ID, LATER = "TT-265", "2062-05-08"
TOMORROW = dt.date.today() + dt.timedelta(days=1)
FATE = '- ma_thu_tuc: "1.001193"\n  hien_nay: tiếp tục\n  nguon: Cơ sở dữ liệu quốc gia\n  ngay: {}\n'


def checked(day: str) -> dict[str, str]:
    at = PROCEDURE.index("  ngay: ", PROCEDURE.index("doi_chieu:"))
    line = PROCEDURE[at : PROCEDURE.index("\n", at) + 1]
    before = PROCEDURE[PROCEDURE.index("doi_chieu:") : at]
    return {before + line: f"{before}  ngay: {day}\n"}


def found(path: str, text: str) -> list[int]:
    return [item.line for item in problems({path: text}) if item.id == ID and item.path.endswith(path)]


def test_compared_on_a_day_that_has_not_come() -> None:
    assert "ngày chưa tới" in fails(ID, PROCEDURE, checked(f"▶{LATER}"), severity="error")


def test_a_day_after_the_edition_s_or_of_another_time_zone() -> None:
    passes(ID, PROCEDURE, checked("2026-11-29"))
    passes(ID, PROCEDURE, checked(str(TOMORROW)))


def test_sources_and_overlays() -> None:
    assert found("fates.yml", FATE.format(LATER)) == [4]
    assert found("fates.yml", FATE.format("2026-11-26")) == []
    assert found(OVERLAY_PLACE, change(OVERLAY, {"2023-12-01": LATER})) == [8]


@pytest.mark.parametrize(
    ("path", "old", "new"),
    [
        ("plan/2023/results/quy-2.yml", "den: 2023-06-14", f"den: ▶{LATER}"),
        ("plan/2023/answers/gio.yml", "ngay_tra_loi: 2023-05-15", f"ngay_tra_loi: ▶{LATER}"),
        ("plan/2023/events/tap-huan.yml", "ket_luan:", f"ngay_ket_luan: ▶{LATER}\nket_luan:"),
    ],
)
def test_registers_of_the_plan(path: str, old: str, new: str) -> None:
    plan_samples.fails(ID, path, {old: new})
    plan_samples.passes(ID, path)


def test_what_is_to_come_may_lie_ahead() -> None:
    plan_samples.passes(ID, "plan/2023/events/tap-huan.yml", {"den: 2023-04-11": f"den: {LATER}"})
