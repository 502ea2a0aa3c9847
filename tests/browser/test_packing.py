"""The zip from the stick: opened from the disk, without network, search included."""

from __future__ import annotations

import os
import zipfile
from pathlib import Path

import pytest

from tests.conftest import PROJECT, SMALL, tthc
from tests.support.chromium import until

MEGABYTE = 1_000_000


@pytest.fixture(scope="module")
def stick(commune_site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """By day the commune's site that is built already, packed; at night built from the content for the stick, too."""
    folder = tmp_path_factory.mktemp("stick")
    source = ("--site", commune_site)
    if "TTHC_ALL" in os.environ:
        source = ("--content", PROJECT / "content", "--unit", "an-thanh")
    done = tthc("pack", *source, "--out", folder / "an-thanh.zip")
    assert done.returncode == 0, done.stderr
    assert (folder / "an-thanh.zip").stat().st_size <= 20 * MEGABYTE
    zipfile.ZipFile(folder / "an-thanh.zip").extractall(folder)
    return folder


def test_a_commune_is_packed_from_the_content(tmp_path: Path) -> None:
    done = tthc("pack", "--content", SMALL, "--unit", "an-thanh", "--out", tmp_path / "x.zip")
    assert done.returncode == 0, done.stderr
    names = zipfile.ZipFile(tmp_path / "x.zip").namelist()
    assert "MO-TRANG.html" in names and "trang/don-vi/an-thanh/index.html" in names
    assert not [name for name in names if "thi-tran-tu-ky" in name], "one commune's own site"


def test_from_the_first_file_to_a_procedure_by_search(browser, stick: Path) -> None:
    context = browser.new_context()
    context.set_offline(True)
    page = context.new_page()
    asked: list[str] = []
    errors: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto(f"file://{stick}/MO-TRANG.html")
    page.wait_for_url("**/trang/index.html")
    assert "An Thanh" in page.inner_text("h1")
    page.fill("main input[name=q]", "lam giay khai sinh")
    page.keyboard.press("Enter")
    page.wait_for_selector('[data-results][data-state="done"]')
    first = page.locator("[data-results] [data-code]").first
    assert first.get_attribute("data-code") == "1.001193"
    first.locator("a").first.click()
    page.wait_for_url("**/thu-tuc/1-001193/index.html*")
    assert page.inner_text("h1") == "Làm giấy khai sinh"
    until(page, "document.querySelector('[data-fact=place]').textContent.includes('An Thanh')")
    page.locator("#ho-so input[type=checkbox]").first.check()
    page.locator(".tthc-breadcrumbs a").nth(1).click()
    page.wait_for_url("**/thu-tuc/index.html")
    assert page.locator("[data-code]").count() > 80
    assert [url for url in asked if not url.startswith("file://")] == [], "nothing is asked of a network"
    assert errors == []
    context.close()


def test_typing_choosing_a_suggestion_and_asking_again(browser, stick: Path) -> None:
    context = browser.new_context()
    context.set_offline(True)
    page = context.new_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto(f"file://{stick}/trang/index.html")
    page.locator("main input[name=q]").press_sequentially("lam giay khai sinh")
    page.locator("[role=option][data-code='1.001193']").click()
    page.wait_for_url("**/thu-tuc/1-001193/index.html")
    page.goto(f"file://{stick}/trang/tim-kiem/index.html?q=ket+hon")
    page.wait_for_selector('[data-results][data-state="done"]')
    page.fill("main input[name=q]", "chung thuc ban sao")
    page.wait_for_selector("[data-results] [data-code='2.000815']")
    page.fill("main input[name=q]", "xyzzyq blorp")
    page.wait_for_selector('[data-results][data-state="none"]')
    assert errors == []
    context.close()


def test_the_kiosk_works_from_the_stick(browser, stick: Path) -> None:
    context = browser.new_context()
    context.set_offline(True)
    page = context.new_page()
    page.clock.install()
    page.goto(f"file://{stick}/trang/may-tra-cuu/index.html")
    assert page.locator("select[name=commune]").count() == 0, "a commune's own site has one desk"
    page.select_option("select[name=wait]", "30")
    page.get_by_role("button", name="Bắt đầu").click()
    page.wait_for_url("**/trang/index.html")
    page.wait_for_selector(".tthc-kiosk")
    page.locator("main .tthc-chips a").first.click()
    page.wait_for_url("**/linh-vuc/**/index.html")
    page.wait_for_selector(".tthc-kiosk")
    page.get_by_role("button", name="Về đầu").click()
    page.wait_for_url("**/trang/index.html")
    page.wait_for_selector(".tthc-kiosk")
    page.locator("main .tthc-chips a").first.click()
    page.wait_for_url("**/linh-vuc/**/index.html")
    page.wait_for_selector(".tthc-kiosk")
    page.clock.run_for(31_000)
    page.wait_for_url("**/trang/index.html")
    context.close()


def test_large_text_and_dark_are_kept_on_the_stick_before_the_first_paint(browser, stick: Path) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.goto(f"file://{stick}/trang/index.html")
    page.locator("[data-look] [data-set=theme]").evaluate("button => button.click()")
    page.route("**/trang.js", lambda route: route.abort())
    page.goto(f"file://{stick}/trang/thu-tuc/1-001193/index.html")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(22, 19, 15)"
    context.close()
