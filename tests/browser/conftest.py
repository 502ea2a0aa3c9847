"""What the browser tests share: the real site on a local port with the real host's headers, visited by a fresh
visitor."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.support.axe import axe  # noqa: F401  a fixture
from tests.support.chromium import watched
from tests.support.http_server import serving

PHONE = {"width": 390, "height": 844}
FORGET = "localStorage.clear(), sessionStorage.clear(), window.name = ''"


@pytest.fixture(scope="session")
def site(real_site: Path) -> Iterator[str]:
    """Address of the district's site."""
    with serving(real_site) as address:
        yield address


@pytest.fixture
def visit(browser: Browser, site: str) -> Iterator[Callable[..., Page]]:
    """Open a page in a fresh browser with nothing stored; keywords go to the context (viewport, java_script_enabled …).
    A complaint of the content security policy or an error in a script fails the test."""
    contexts, errors = [], []

    def open_page(path: str, **options: object) -> Page:
        context = browser.new_context(**{"viewport": PHONE, **options})
        contexts.append(context)
        page = watched(context.new_page())
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.on(
            "console",
            lambda message: errors.append(message.text) if "Content Security Policy" in message.text else None,
        )
        page.goto(site + path)
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert errors == []


@pytest.fixture(scope="session")
def tabs(browser: Browser, site: str) -> Iterator[dict[bool, tuple[Page, list[str]]]]:
    """For with and without scripts: (a page that stays open, what it complained of)."""
    found: dict[bool, tuple[Page, list[str]]] = {}
    contexts = []
    for scripts in (True, False):
        contexts.append(
            browser.new_context(viewport=PHONE, java_script_enabled=scripts, service_workers="block")  # type: ignore[arg-type]
        )
        page, errors = watched(contexts[-1].new_page()), []
        page.on("pageerror", lambda error, errors=errors: errors.append(str(error)))
        page.on(
            "console",
            lambda message, errors=errors: (
                errors.append(message.text) if "Content Security Policy" in message.text else None
            ),
        )
        found[scripts] = page, errors
    yield found
    for context in contexts:
        context.close()


@pytest.fixture
def tab(
    request: pytest.FixtureRequest, tabs: dict[bool, tuple[Page, list[str]]], site: str
) -> Iterator[Callable[..., Page]]:
    """Open a page as `visit` does, in a tab that all such tests share and that forgets everything before: half the
    processor time of a fresh browser. For tests that leave nothing behind but stored values, routes, media and sizes:
    no clock, no script of their own, no handlers of events. At night it is `visit`."""
    if "TTHC_ALL" in os.environ:
        visit = request.getfixturevalue("visit")
        yield lambda path, viewport=PHONE, scripts=True: visit(path, viewport=viewport, java_script_enabled=scripts)
        return

    def open_page(path: str, viewport: dict[str, int] = PHONE, scripts: bool = True) -> Page:
        page, _ = tabs[scripts]
        if page.url.startswith(site):
            page.evaluate(FORGET)
        if page.viewport_size != viewport:
            page.set_viewport_size(viewport)  # type: ignore[arg-type]
        if page.url.partition("#")[0] == site + path.partition("#")[0]:
            page.goto("about:blank")  # else only the scroll position would change
        page.goto(site + path)
        return page

    yield open_page
    complaints = []
    for page, errors in tabs.values():
        page.unroute_all()
        page.emulate_media(media="null", color_scheme="null")
        complaints += errors
        errors.clear()
    assert complaints == []
