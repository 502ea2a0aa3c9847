"""TT-112: progress goes forward and is never of the future."""

from tests.support.plan_samples import fails, passes

REVIEW = "plan/2023/reviews/khai-sinh.yml"
TASK = "plan/2023/tasks/02.yml"
DONE = "tien_do:\n  - ngay: 2023-06-30\n    trang_thai: đã hoàn thành\n    nguon: Báo cáo 11/BC-UBND\n"


def test_a_day_that_has_not_come() -> None:
    assert "as_of" in fails("TT-112", REVIEW, {"ngay: 2023-06-15": "ngay: ▶2024-06-15"})


def test_a_day_before_the_one_above() -> None:
    fails("TT-112", REVIEW, {"ngay: 2023-06-15": "ngay: ▶2023-02-15"})


def test_a_state_that_goes_back() -> None:
    again = DONE + "  - ngay: 2023-07-30\n    trang_thai: ▶đang thực hiện\n    nguon: Báo cáo 12/BC-UBND\n"
    fails("TT-112", TASK, {"mang: rà soát\n": "mang: rà soát\n" + again}, severity="warning")


def test_forward() -> None:
    passes("TT-112", REVIEW)
    passes("TT-112", TASK, {"mang: rà soát\n": "mang: rà soát\n" + DONE})


def test_finished_twice() -> None:
    again = DONE + DONE.partition("\n")[2].replace("06-30", "07-15").replace("trang_thai: ", "trang_thai: ▶")
    fails("TT-112", TASK, {"thoi_gian:": again + "thoi_gian:"}, severity="warning")
