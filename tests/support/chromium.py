"""Chromium for the tests, started once a worker: Playwright's synchronous interface does not bear a second start.

Debian's `chromium-headless-shell` is the same engine without a browser's windows around it; measured on the built site,
a fresh context with a page of its own costs a quarter of the processor time (0.22 s instead of 0.91 s), and most tests
open one. Where it is not installed, and at night (TTHC_ALL), the whole browser is started."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from weakref import WeakKeyDictionary

import pytest
from playwright.sync_api import Browser, Page, Request, expect, sync_playwright

CHROMIUM = next((path for path in map(shutil.which, ("chromium", "chromium-browser", "google-chrome")) if path), None)
HEADLESS_SHELL = shutil.which("chromium-headless-shell")
FLAGS = "--no-sandbox --disable-gpu --disable-quic --disable-background-networking --disable-component-update --disable-sync".split()  # noqa: E501
# by day scripts are not compiled anew where they run often: answering a question costs a quarter less of the processor,
# a page a twentieth
PLAIN_SCRIPTS = "--js-flags=--single-threaded --no-opt --no-maglev"

expect.set_options(timeout=30_000)  # as long as Playwright's other waits: a busy machine is no fault of a page


def until(page: Page, condition: str) -> None:
    """Wait until a piece of JavaScript is true. Playwright's own way evaluates text in the page, which the page's
    policy forbids."""
    heard(page, lambda: bool(page.evaluate(condition)), condition)


def heard(page: Page, condition: Callable[[], bool], what: str = "what the test waits for") -> None:
    """Wait until something is true that a test notes of requests and messages: Playwright hears of them only while it
    waits. what: names it when it never comes true."""
    for _ in range(2000):
        if condition():
            return
        page.wait_for_timeout(30)
    raise AssertionError(f"never came true at {page.url}: {what}")


_asked: WeakKeyDictionary[Page, set[Request]] = WeakKeyDictionary()


def watched(page: Page) -> Page:
    """The page, whose requests are counted from now on, for `settled`."""
    asked = _asked[page] = set()
    page.on("request", lambda request: asked.add(request))
    page.on("requestfinished", lambda request: asked.discard(request))
    page.on("requestfailed", lambda request: asked.discard(request))
    return page


def settled(page: Page) -> None:
    """Wait until the page has nothing more to do: twice its scripts were idle and no request was under way. Quicker by
    half a second than Playwright's `networkidle`, which is for what may begin later by itself."""
    idle = "new Promise((done) => requestIdleCallback(done, { timeout: 1000 })).then(() => document.readyState)"
    quiet = 0
    while quiet < 2:
        ready = page.evaluate(idle) == "complete"
        quiet = quiet + 1 if ready and not _asked[page] else 0
        page.wait_for_timeout(20)  # Playwright hears of requests while it waits


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium, without a window."""
    night = "TTHC_ALL" in os.environ
    program = CHROMIUM if CHROMIUM and night else HEADLESS_SHELL or CHROMIUM
    if program is None:
        pytest.skip("no chromium on this machine")
    with sync_playwright() as play:
        yield play.chromium.launch(executable_path=program, args=FLAGS if night else [*FLAGS, PLAIN_SCRIPTS])
