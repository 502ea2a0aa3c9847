"""TT-114: the rule that the reporting calendar is worked out from."""

from tests.support.plan_samples import fails, passes

PLAN = "plan/2023/plan.yml"


def test_a_day_no_month_has() -> None:
    fails("TT-114", PLAN, {"tu_ngay: 15": "tu_ngay: ▶51"})


def test_due_before_the_figures_are_closed() -> None:
    assert "hạn gửi" in fails("TT-114", PLAN, {"han_ngay: 17": "han_ngay: ▶14"})


def test_a_year_that_is_no_date() -> None:
    fails("TT-114", PLAN, {"den: 14/12": "den: ▶14/13"})


def test_the_rule_of_2023_and_one_due_in_the_next_month() -> None:
    passes("TT-114", PLAN)
    passes(
        "TT-114",
        PLAN,
        {"han_ngay: 17\n    han_thang: tháng cuối quý": "han_ngay: 5\n    han_thang: tháng sau kỳ báo cáo"},
    )


def test_a_day_that_its_month_does_not_have() -> None:
    fails("TT-114", PLAN, {"tu: 15/12 năm trước": "tu: ▶30/2 năm trước"})


def test_days_between_two_periods() -> None:
    fails("TT-114", PLAN, {"tu_ngay: 15": "tu_ngay: ▶20"}, severity="warning")
