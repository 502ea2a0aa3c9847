"""The plan in a browser: days left by the visitor's clock, filters, print, the same pages without JavaScript, no
finding of axe."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.support.axe import Finding
from tests.support.night import at_night

PLAN = "ke-hoach/2023/"
PAGES = [
    "", "tien-do/", "lich/", "ra-soat/mau-bieu-02/", "../../quy-trinh/mau-quy-trinh/",
    *at_night("co-quan/van-phong/", "tap-huan/", "mot-cua/mau-mot-quy/", "truc-tuyen/", "nhiem-vu/2/"),
    *at_night("co-quan/", "van-ban/568-vp-nc-kstthc/", "ra-soat/", "cong-khai/", "phan-anh/", "phan-anh/mau-tra-loi/", "kiem-tra/mau-kiem-tra/",  # noqa: E501
              "../../quy-trinh/"),  # made of the same components
    *at_night("co-quan/ubnd-an-thanh/", "co-quan/ubnd-huyen/", "van-ban/", "kiem-tra/", "truyen-thong/", "sang-kien/", "mot-cua/", "tien-do/thang-6/",  # noqa: E501
              "tien-do/trang-thai/chua-co-ghi-nhan/"),  # other pages of the same templates
]  # fmt: skip


MOMENTS = {  # UTC
    "2023-06-01T05:00:00+00:00": "còn 16 ngày",
    "2023-06-16T16:59:00+00:00": "còn 1 ngày",  # 23:59 in Vietnam
    "2023-06-16T17:01:00+00:00": "hôm nay",  # 00:01 of the 17th
    "2023-06-17T17:01:00+00:00": "đã qua",
    "2020-02-28T05:00:00+00:00": "còn 1205 ngày",
}


def test_days_left_by_the_clock(visit: Callable[..., Page]) -> None:
    page = visit("404.html")
    for moment, words in MOMENTS.items():
        page.clock.set_fixed_time(dt.datetime.fromisoformat(moment))
        page.goto(page.url.replace("404.html", f"{PLAN}lich/"))
        page.locator(".tthc-days-left:not(:empty)").first.wait_for()
        assert page.locator("tr", has_text="Quý II/2023").locator(".tthc-days-left").inner_text() == words, moment


def test_without_a_script_the_dates_stand_there_and_nothing_is_hidden(tab: Callable[..., Page]) -> None:
    page = tab(f"{PLAN}tien-do/", scripts=False)
    assert page.locator("[data-plan-item]:visible").count() == 11
    assert page.locator("[data-plan-filters]").is_hidden()
    page.get_by_role("link", name="Tháng 6", exact=True).click()
    page.wait_for_url("**/tien-do/thang-6/")
    assert "17/06/2023" in page.locator("main").inner_text()
    page = tab(f"{PLAN}lich/", scripts=False)
    assert "17/06/2023" in page.locator("tr", has_text="Quý II/2023").inner_text()
    assert "còn" not in page.locator("tr", has_text="Quý II/2023").inner_text()


def test_filters(tab: Callable[..., Page]) -> None:
    page = tab(f"{PLAN}tien-do/")
    items = page.locator("[data-plan-item]:visible")
    page.get_by_label("Cơ quan").select_option(label="Đài Phát thanh huyện")
    expect(items).to_have_text([re.compile(r"^\s*9\.")])
    expect(page).to_have_url(re.compile("co-quan=dai-phat-thanh"))
    page.get_by_label("Cơ quan").select_option("van-phong")
    page.get_by_label("Tháng").select_option("8")
    expect(page).to_have_url(re.compile("co-quan=van-phong&thang=8"))
    numbers = [text.split(".")[0] for text in items.all_inner_texts()]
    assert (
        "2" not in numbers and "11" not in numbers and {"1", "3"} <= set(numbers)
    )  # 2 is due in June, 11 reports in September
    page.get_by_label("Trạng thái").select_option("chưa có ghi nhận")
    expect(page.locator("[data-plan-count]")).to_have_text(f"{len(numbers)} việc")


def test_a_shared_filter_opens_as_it_was_sent(tab: Callable[..., Page]) -> None:
    page = tab(f"{PLAN}tien-do/?co-quan=dai-phat-thanh&thang=5")
    page.locator("[data-plan-filters]:visible").wait_for()
    assert page.locator("[data-plan-item]:visible").count() == 1
    assert page.get_by_label("Tháng").input_value() == "5"


def test_my_agency_is_one_click_from_home(tab: Callable[..., Page]) -> None:
    page = tab("")
    page.get_by_text("Chọn ngay cơ quan, xã, thị trấn của bạn", exact=True).click()
    page.get_by_role("link", name="UBND xã An Thanh").click()
    page.wait_for_url("**/co-quan/*/")
    assert page.locator("h1").inner_text() == "Việc của UBND xã An Thanh"
    page = tab("")
    page.get_by_role("link", name="Việc của cơ quan tôi", exact=True).click()
    page.wait_for_url("**/co-quan/")
    assert page.locator("h1").inner_text() == "Việc của cơ quan tôi năm 2023"


def test_the_print_button_prints(tab: Callable[..., Page]) -> None:
    page = tab(f"{PLAN}co-quan/van-phong/")
    page.evaluate("window.print = () => { document.body.dataset.printed = 'yes'; }")
    page.get_by_role("button", name="In trang này").click()
    expect(page.locator("body")).to_have_attribute("data-printed", "yes")


def test_on_paper_only_what_belongs_there(tab: Callable[..., Page]) -> None:
    page = tab(f"{PLAN}co-quan/van-phong/")
    page.locator(".tthc-days-left:not(:empty)").first.wait_for()
    page.emulate_media(media="print")
    assert page.locator(".tthc-days-left:visible, [data-plan-print]:visible, .tthc-page-rating:visible").count() == 0
    assert page.get_by_role("heading", name="Chủ trì (4)").is_visible()


@pytest.mark.parametrize("path", PAGES)
def test_no_finding_of_axe(axe: Callable[..., list[Finding]], site: str, path: str) -> None:
    assert axe(f"{site}{PLAN}{path}", dark=path == "lich/") == []
