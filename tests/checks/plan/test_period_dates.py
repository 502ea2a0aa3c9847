"""TT-123: periods and days of events."""

from tests.support.plan_samples import PLACES, fails, passes

RESULT, EVENT, ANSWER = "plan/2023/results/quy-2.yml", "plan/2023/events/tap-huan.yml", "plan/2023/answers/gio.yml"


def test_it_ends_before_it_begins() -> None:
    fails("TT-123", RESULT, {"den: 2023-06-14": "den: ▶2023-02-14"})
    fails("TT-123", EVENT, {"den: 2023-04-11": "den: ▶2023-04-01"})


def test_concluded_before_it_took_place() -> None:
    fails("TT-123", EVENT, {"ket_luan:": "ngay_ket_luan: ▶2023-04-01\nket_luan:"})


def test_answered_before_it_came() -> None:
    fails("TT-123", ANSWER, {"ngay_tra_loi: 2023-05-15": "ngay_tra_loi: ▶2023-05-01"})


def test_a_commune_twice() -> None:
    row = PLACES[RESULT][PLACES[RESULT].index("  - don_vi") : PLACES[RESULT].index("tong_cong")]
    fails("TT-123", RESULT, {row: row + row.replace("- don_vi", "- ▶don_vi")})


def test_two_periods_that_overlap() -> None:
    fails(
        "TT-123",
        RESULT,
        {"tu: 2023-03-15": "tu: ▶2023-03-15"},
        others={"plan/2023/results/quy-1.yml": PLACES[RESULT]},
        severity="warning",
    )


def test_in_order() -> None:
    for place in (RESULT, EVENT, ANSWER):
        passes("TT-123", place)
    earlier = PLACES[RESULT].replace("tu: 2023-03-15", "tu: 2022-12-15").replace("den: 2023-06-14", "den: 2023-03-14")
    passes("TT-123", RESULT, others={"plan/2023/results/quy-1.yml": earlier})


def test_figures_of_nobody() -> None:
    row = PLACES[RESULT][PLACES[RESULT].index("  - don_vi") :].split("\n")
    fails("TT-123", RESULT, {"\n".join(row[:2]): f"  - ▶{row[1].strip()}"})
