"""What the browser tests share: the real site on a local port with the real host's headers, visited by a fresh
visitor."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.support.axe import axe  # noqa: F401  a fixture
from tests.support.chromium import watched
from tests.support.http_server import serving

PHONE = {"width": 390, "height": 844}


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
