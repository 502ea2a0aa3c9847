"""TT-069: results of handling name their unit."""

from tests.support.rule_samples import NOTICE, fails, passes

TITLE = "Trang thủ tục hành chính bắt đầu hoạt động"


def test_results_of_nobody() -> None:
    fails("TT-069", NOTICE, {TITLE: "▶Kết quả xử lý phản ánh, kiến nghị tháng 6"}, severity="warning")


def test_results_of_a_unit() -> None:
    passes(
        "TT-069", NOTICE, {TITLE: "Kết quả xử lý phản ánh, kiến nghị tháng 6", "mo_ta: ": "don_vi: an-thanh\nmo_ta: "}
    )


def test_other_news() -> None:
    passes("TT-069", NOTICE)
