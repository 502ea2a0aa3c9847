"""The search page as the browser tests ask it."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Page

Visit = Callable[..., Page]

ANSWERED = ",".join(f"[data-results][data-state={state}]" for state in ("done", "none", "elsewhere"))


def codes(page: Page) -> list[str]:
    return page.eval_on_selector_all("[data-results] [data-code]", "found => found.map((one) => one.dataset.code)")
