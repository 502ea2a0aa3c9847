"""The core of what visitors do, on every browser engine there is: Chromium, Firefox, WebKit. Short by day, on the two
that all other tests do not drive; all at night."""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.support.engines import Driver, Missing
from tests.support.engines.chromium import Chromium
from tests.support.engines.firefox import Firefox
from tests.support.engines.listening import Site, listening
from tests.support.engines.webkit import WebKit
from tests.support.night import at_night

night = pytest.mark.skipif("TTHC_ALL" not in os.environ, reason="at night")
BIRTH = "thu-tuc/1-001193/"
BOX = "main [data-search] input"
ANSWERED = "['done', 'none', 'elsewhere'].includes(document.querySelector('[data-results]')?.dataset.state)"
FIRST = "return document.querySelector('[data-results] [data-code]').dataset.code;"
SIDEWAYS = "return document.documentElement.scrollWidth - document.documentElement.clientWidth;"
PAPERS = "return [...document.querySelectorAll('#ho-so [data-paper] label')].filter((one) => one.checkVisibility()).map((one) => one.textContent);"  # noqa: E501
ABANDONED = ["trẻ bị bỏ rơi", "Người khác được nhờ", "Quá 60 ngày", "Không", "Qua mạng"]
SHOWN = ["Tờ khai đăng ký khai sinh", "Văn bản ủy quyền có chứng thực", "Biên bản về việc trẻ bị bỏ rơi"]  # then


@pytest.fixture(scope="module", params=[*at_night("chromium"), "firefox", "webkit"])
def engine(request: pytest.FixtureRequest) -> Iterator[Driver]:
    start: Callable[[], Driver] = {
        "chromium": lambda: Chromium(request.getfixturevalue("browser")),
        "firefox": Firefox,
        "webkit": WebKit,
    }[request.param]
    try:
        driver = start()
    except Missing as missing:
        pytest.skip(str(missing))
    yield driver
    driver.quit()


@pytest.fixture
def host(real_site: Path) -> Iterator[Site]:
    """The site for a visitor who was never here."""
    with listening(real_site) as site:
        yield site


@pytest.fixture
def phone(engine: Driver, host: Site) -> Iterator[Driver]:
    """The engine on a phone; what its console or the page complain of fails the test."""
    engine.open("about:blank")
    engine.complaints()
    engine.size(390, 844)
    yield engine
    assert (engine.complaints(), host.told) == ([], [])


def answer(phone: Driver, *words: str) -> None:
    for text in words:
        last = "return [...document.querySelectorAll('[data-cases] summary')].filter((one) => one.checkVisibility() && one.textContent.includes(arguments[0])).at(-1);"  # noqa: E501
        phone.click(phone.run(last, text))


def test_search_suggests_and_answers(phone: Driver, host: Site) -> None:
    phone.open(host.address)
    phone.write(BOX, "giay khai sinh")
    phone.find("li[role=option]", "khai sinh")
    phone.press(BOX, "Enter")
    phone.until("location.pathname.endsWith('/tim-kiem/')")
    phone.until(ANSWERED)
    assert phone.run(FIRST) == "1.001193"
    phone.tap("[data-results] a", "khai sinh")
    phone.until("location.pathname.includes('/thu-tuc/') && document.querySelector('h1')?.textContent")
    assert phone.text("h1") == "Làm giấy khai sinh"
    answer(phone, *ABANDONED)
    phone.until("document.querySelector('dd [data-fact=papers]').textContent === '3 giấy tờ của trường hợp bạn'")
    assert phone.run(PAPERS) == SHOWN


@night
def test_questions_lead_to_the_papers_of_the_case(phone: Driver, host: Site) -> None:
    phone.open(host.address + BIRTH)
    answer(phone, *ABANDONED)
    phone.until("document.querySelector('dd [data-fact=papers]').textContent === '3 giấy tờ của trường hợp bạn'")
    assert phone.run(PAPERS) == SHOWN
    assert phone.text("dd [data-fact=papers]") == "3 giấy tờ của trường hợp bạn"
    shared = phone.url
    assert "ket-hon=bo-roi" in shared and "han=qua-han" in shared
    phone.tap(".tthc-breadcrumbs a")
    phone.until(f"!location.pathname.endsWith('/{BIRTH}')")
    phone.run("history.back();")
    phone.until(f"location.pathname.endsWith('/{BIRTH}') && document.querySelector('[data-left]')?.textContent")
    phone.until("document.querySelector('dd [data-fact=papers]').textContent === '3 giấy tờ của trường hợp bạn'")
    assert phone.run(PAPERS) == SHOWN and phone.url == shared
    phone.tap("button", "Hiện mọi trường hợp")
    phone.until("!location.search")
    assert len(phone.run(PAPERS)) == 8


@night
def test_ticks_are_counted_and_kept(phone: Driver, host: Site) -> None:
    phone.open(host.address + BIRTH)
    phone.tap("#ho-so [data-paper] label", "Giấy chứng sinh")
    phone.until("document.querySelector('[data-left]').textContent === 'Còn thiếu 2 trong 3 giấy tờ ai cũng cần.'")
    phone.open(host.address + BIRTH)
    phone.until("document.querySelector('[data-left]').textContent.includes('Còn thiếu 2')")


@night
def test_the_list_prints_on_one_sheet(phone: Driver, host: Site) -> None:
    phone.open(f"{host.address}{BIRTH}?xa=an-thanh")
    phone.until("document.querySelector('[data-mine-name]').textContent.includes('An Thanh')")
    phone.run("window.print = () => { window.printed = true; };")
    phone.tap("button", "In danh mục này")
    phone.until("window.printed")
    sheet = phone.pdf()  # the mode of the list stays until the print is over
    if sheet is not None:
        told = subprocess.run(["pdfinfo", "-"], input=sheet, capture_output=True, check=True).stdout
        assert re.search(rb"^Pages: +1$", told, re.MULTILINE), told


@night
def test_on_paper_everything_is_open_and_the_title_first(phone: Driver, host: Site) -> None:
    phone.open(host.address + BIRTH)
    folded = "document.querySelectorAll('main details[data-fold]:not([open])').length"
    phone.until(f"{folded} > 0")
    phone.run("dispatchEvent(new Event('beforeprint'));")
    assert phone.run(f"return {folded};") == 0
    phone.run("dispatchEvent(new Event('afterprint'));")
    assert phone.run(f"return {folded};") > 0


@night
def test_pages_of_my_commune_without_network(phone: Driver, host: Site) -> None:
    phone.open(f"{host.address}don-vi/an-thanh/")
    phone.tap("button[data-choose=an-thanh]")
    phone.until("document.documentElement.dataset.kept && navigator.serviceWorker.controller")
    assert int(phone.run("return document.documentElement.dataset.kept;")) > 100
    phone.open(host.address + BIRTH)
    assert phone.run("return document.querySelectorAll('[data-old-copy]').length;") == 0
    host.stop()
    phone.open(f"{host.address}thu-tuc/1-004873/")
    assert "Không có mạng: đây là bản lưu lúc" in phone.text("[data-old-copy]")
    phone.open(f"{host.address}tim-kiem/?q=lam+giay+khai+sinh")
    phone.until(ANSWERED)
    assert phone.run(FIRST) == "1.001193"
    phone.open(f"{host.address}van-ban/")
    assert "Không có mạng" in phone.text("h1")
    phone.complaints()  # that there is no network is no fault


@night
def test_a_kiosk_begins_leads_nowhere_and_ends(phone: Driver, host: Site) -> None:
    phone.size(1080, 1300)
    phone.open(f"{host.address}may-tra-cuu/")
    phone.tap("main button", "Bắt đầu")
    phone.until("location.pathname === '/' && document.querySelector('.tthc-kiosk')")
    phone.open(host.address + BIRTH)
    phone.tap("main a[rel=external]")
    phone.until("document.querySelector('.tthc-kiosk__message').textContent.includes('Máy này chỉ dùng để tra cứu')")
    assert phone.url == host.address + BIRTH
    phone.run("window.print = () => { window.printed = true; };")
    phone.tap(".tthc-kiosk button", "In trang này")
    phone.until("window.printed")
    phone.open(f"{host.address}may-tra-cuu/")
    phone.tap("main button", "Thôi dùng")
    phone.until("location.pathname === '/' && document.readyState === 'complete'")
    assert phone.run("return document.querySelectorAll('.tthc-kiosk').length;") == 0


@night
def test_menu_display_and_commune_are_kept(phone: Driver, host: Site) -> None:
    phone.open(host.address + BIRTH)
    phone.tap("header button", "Danh mục")
    edges = "return ['.tthc-header__bar', '#muc'].map((css) => document.querySelector(css).getBoundingClientRect()).flatMap((box) => [box.top, box.bottom]);"  # noqa: E501
    _, bar, top, _ = phone.run(edges)
    assert top >= bar - 5, "the menu begins below the bar, or on its line"
    for entry in ("Chữ lớn", "Nền tối"):
        phone.tap("#muc button", entry)
    phone.open(f"{host.address}thu-tuc/")
    dark = "return [document.documentElement.dataset.theme, getComputedStyle(document.body).backgroundColor];"
    assert phone.run(dark) == ["dark", "rgb(22, 19, 15)"]
    assert phone.run("return document.documentElement.dataset.text;") == "large"
    phone.tap("[data-mine] > summary")
    phone.tap("[data-mine] a", "Xã An Thanh")
    phone.until("document.querySelector('[data-mine-name]').textContent.includes('Xã An Thanh')")
    phone.open(host.address + BIRTH)
    phone.until("document.querySelector('[data-fact=place]').textContent === 'Một cửa xã An Thanh'")


@night
def test_the_day_of_the_result(phone: Driver, host: Site) -> None:
    phone.open(f"{host.address}thu-tuc/1-004873/")
    fill = "const [name, value] = arguments; const field = document.querySelector(`[data-due] input[type=${name}]`); field.value = value; for (const kind of ['input', 'change']) field.dispatchEvent(new Event(kind, { bubbles: true }));"  # noqa: E501
    phone.run(fill, "date", "2023-04-28")
    phone.run(fill, "time", "18:00")
    phone.until("document.querySelector('[data-due-result]').textContent.includes('thứ Ba, ngày 09/05/2023')")


WIDTHS = ["", BIRTH, "thu-tuc/", "linh-vuc/ho-tich/", "huong-dan/sinh-con/", "don-vi/", "don-vi/an-thanh/", "tim-kiem/?q=khai+sinh", "phan-anh/gop-y/", "ke-hoach/2023/", "van-ban/", "giai-thich/", "chat-luong/"]  # fmt: skip # noqa: E501


@night
def test_nothing_runs_out_of_the_window(phone: Driver, host: Site) -> None:
    for width in (320, 390, 768, 1280):
        phone.size(width, 844)
        for path in WIDTHS:
            phone.open(host.address + path)
            assert phone.run(SIDEWAYS) <= 0, (width, path)
