"""The visitor of the benchmarks: a weak phone on a slow line, nothing stored."""

from __future__ import annotations

from playwright.sync_api import Browser, Page

SLOW_3G = {"offline": False, "latency": 400, "downloadThroughput": 400_000 / 8, "uploadThroughput": 400_000 / 8}


def slow_page(browser: Browser) -> Page:
    """A page for a first visit, in a context of its own: 390 wide, slow 3G, a processor four times slower."""
    context = browser.new_context(viewport={"width": 390, "height": 844}, device_scale_factor=2)
    page = context.new_page()
    devtools = context.new_cdp_session(page)
    devtools.send("Network.enable")
    devtools.send("Network.emulateNetworkConditions", SLOW_3G)
    devtools.send("Emulation.setCPUThrottlingRate", {"rate": 4})
    return page
