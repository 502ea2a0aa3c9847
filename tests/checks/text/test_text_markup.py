"""TT-083: no tags or entities in texts."""

from tests.support.rule_samples import GUIDE, PROCEDURE, fails, passes


def test_what_web_pages_leave() -> None:
    for left in ("<br/>", "&nbsp;", "_x000D_", "<p class=a>"):
        fails("TT-083", PROCEDURE, {"Nộp hồ sơ tại": f"Nộp hồ sơ ▶{left} tại"}, severity="warning")


def test_signs_that_are_meant() -> None:
    passes("TT-083", PROCEDURE, {"Nộp hồ sơ tại": "Nộp hồ sơ < 5 trang & bản sao, nếu > 3 tại"})


def test_markup_in_markdown_is_dropped_from_the_page_so_it_is_told() -> None:
    fails("TT-083", GUIDE, {"Mang theo giấy chứng sinh.": "Mang theo ▶<script>alert(1)</script>giấy chứng sinh."})
