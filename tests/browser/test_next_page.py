"""The page behind a link is fetched ahead where there is a sign that it is wanted: by the rules that the host's header
names, which the strict policy allows."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Browser

from tests.support.chromium import heard, until
from tests.support.http_server import HostHandler, serving

LINK = "main a[href*='thu-tuc/1-']"


def test_the_page_behind_the_link_under_the_pointer(browser: Browser, real_site: Path) -> None:
    HostHandler.ahead.clear()
    context = browser.new_context(viewport={"width": 1200, "height": 800})
    page = context.new_page()
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    with serving(real_site, HostHandler) as site:
        page.goto(site + "linh-vuc/ho-tich/")
        page.locator("main h1").hover()
        assert HostHandler.ahead == [], "nothing without a sign"
        link = page.locator(LINK).first
        link.hover()
        heard(page, lambda: bool(HostHandler.ahead))
        path = link.evaluate("link => new URL(link.href).pathname")
        assert HostHandler.ahead == [path]
        link.click()
        page.wait_for_url(f"**{path}")
        until(page, "performance.getEntriesByType('navigation')[0].deliveryType === 'navigational-prefetch'")
    context.close()
    assert said == []
