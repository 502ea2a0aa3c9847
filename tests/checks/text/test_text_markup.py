"""TT-083: no tags or entities in texts."""

from tests.support.overlay_samples import OVERLAY, PLACE
from tests.support.rule_samples import GUIDE, PROCEDURE, fails, passes


def test_what_web_pages_leave() -> None:
    for left in ("<br/>", "&nbsp;", "_x000D_", "<p class=a>"):
        fails("TT-083", PROCEDURE, {"Nộp hồ sơ tại": f"Nộp hồ sơ ▶{left} tại"}, severity="warning")


def test_every_form_of_a_tag() -> None:
    for left in ("<br>", "<br />", "<p>", "</p>", "<a href=x>", "<A HREF=x>", "<h2 id=a>", "<img src=x/>", "<b/>"):
        fails("TT-083", PROCEDURE, {"Nộp hồ sơ tại": f"Nộp hồ sơ ▶{left} tại"}, severity="warning")


def test_an_address_in_angle_brackets_is_no_tag() -> None:
    for meant in ("<a@b.vn>", "<b.vn>", "<i-xa@haiduong.gov.vn>", "<p.tuphap@tuky.gov.vn>", "<http://a.vn>", "<u:1>"):
        passes("TT-083", PROCEDURE, {"Nộp hồ sơ tại": f"Nộp hồ sơ {meant} tại"})


def test_signs_that_are_meant() -> None:
    passes("TT-083", PROCEDURE, {"Nộp hồ sơ tại": "Nộp hồ sơ < 5 trang & bản sao, nếu > 3 tại"})


def test_markup_in_markdown_is_dropped_from_the_page_so_it_is_told() -> None:
    fails("TT-083", GUIDE, {"Mang theo giấy chứng sinh.": "Mang theo ▶<script>alert(1)</script>giấy chứng sinh."})


def test_signs_of_markdown_where_no_markdown_is_read() -> None:
    for left in ("**bản chính**", "[Cổng](https://dichvucong.gov.vn/a)"):
        fails("TT-083", PROCEDURE, {"Nộp hồ sơ tại": f"Nộp hồ sơ ▶{left} tại"}, severity="warning")
        passes("TT-083", GUIDE, {"Mang theo giấy chứng sinh.": f"Mang theo {left}."})


def test_stars_and_brackets_that_are_no_markdown() -> None:
    for meant in ("2 ** 3 ** 4", "(**) xem dưới (**)", "[1](2)", "***", "bản [chính] (https://a.vn)", "a**b**c"):
        passes("TT-083", PROCEDURE, {"Nộp hồ sơ tại": f"Nộp hồ sơ {meant} tại"})


def test_an_overlay() -> None:
    fails("TT-083", OVERLAY, {"Nên đến vào": "Nên đến ▶**vào**"}, path=PLACE)
