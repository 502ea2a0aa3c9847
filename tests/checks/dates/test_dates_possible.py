"""TT-085: dates that can be."""

from tests.support.overlay_samples import OVERLAY, PLACE
from tests.support.rule_samples import LAW, PLACES, PROCEDURE, fails, passes, problems


def test_a_year_typed_wrong() -> None:
    fails("TT-085", LAW, {"ngay_ban_hanh: 2015-11-15": "ngay_ban_hanh: ▶1915-11-15"})
    fails("TT-085", PROCEDURE, {"ngay: 2023-11-02": "ngay: ▶2093-11-02"})


def test_a_decision_of_the_future() -> None:
    fails("TT-085", PROCEDURE, {"ngay: 2020-09-04": "ngay: ▶2026-01-16"}, severity="error")


def test_which_waits_for_comparison() -> None:
    waiting = {"ngay: 2023-11-02\n": "ngay: 2023-11-02\n  phan_cho_doi_chieu: [quyet_dinh_cong_bo]\n"}
    fails("TT-085", PROCEDURE, {"ngay: 2020-09-04": "ngay: ▶2026-01-16"} | waiting, severity="warning")


def test_possible_dates() -> None:
    passes("TT-085", PROCEDURE)
    passes("TT-085", PROCEDURE, {"ngay: 2020-09-04": "ngay: 2023-12-31"})


def test_a_decision_before_there_were_any() -> None:
    fails("TT-085", PROCEDURE, {"ngay: 2020-09-04": "ngay: ▶2002-09-04"}, severity="warning")


def test_a_site_as_of_a_day_far_too_early() -> None:
    found = [problem for problem in problems({"laws/a.yml": LAW}, "1950-01-01") if problem.id == "TT-085"]
    assert found and all("ngày của trang (01/01/1950) quá sớm" in problem.hint for problem in found)
    (typed_wrong,) = [
        problem
        for problem in problems({"laws/a.yml": LAW.replace("ngay_ban_hanh: 2015", "ngay_ban_hanh: 1915")})
        if problem.id == "TT-085"
    ]
    assert typed_wrong.hint == "Xem lại năm."


def test_the_day_an_overlay_was_read_again() -> None:
    fails("TT-085", OVERLAY, {"2023-12-01": "▶1923-12-01"}, path=PLACE)
    passes("TT-085", OVERLAY, path=PLACE)


def test_the_day_a_fate_was_seen() -> None:
    fate = '- ma_thu_tuc: "1.001193"\n  hien_nay: tiếp tục\n  nguon: Cơ sở dữ liệu quốc gia\n  ngay: 2026-11-26\n'
    fails("TT-085", fate, {"2026": "▶1926"}, path="fates.yml")
    passes("TT-085", fate, path="fates.yml")


def test_a_year_that_cannot_be_is_no_value_for_other_rules() -> None:
    found = problems({PLACES["law"]: LAW.replace("ngay_ban_hanh: 2015-11-15", "ngay_ban_hanh: 2215-11-15")})
    assert [(one.id, one.line) for one in found if one.severity == "error"] == [("TT-013", 5)]
