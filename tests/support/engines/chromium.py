"""Chromium by Playwright, as all other browser tests use it."""

from __future__ import annotations

from typing import Any

from playwright.sync_api import Browser, Error

from tests.support.engines import KEYS, Driver, Leaving

NAMES = {code: name for name, code in KEYS.items()}  # Playwright has names instead of code points


class Chromium(Driver):
    name = "chromium"

    def __init__(self, browser: Browser) -> None:
        self.context = browser.new_context()
        self.page = self.context.new_page()
        self.heard: list[str] = []
        self.page.on("pageerror", lambda error: self.heard.append(str(error)))
        self.page.on("console", lambda one: self.heard.append(one.text) if one.type in ("error", "warning") else None)

    def open(self, url: str) -> None:
        self.page.goto(url)

    def run(self, script: str, *args: object) -> Any:
        try:
            handle = self.page.evaluate_handle(f"(args) => (function () {{ {script} }}).apply(null, args)", list(args))
        except Error as error:
            if "context was destroyed" in error.message:
                raise Leaving from None
            raise
        return handle.as_element() or handle.json_value()

    def click(self, element: Any) -> None:
        element.click()

    def send_keys(self, element: Any, text: str) -> None:
        if text in NAMES:
            element.press(NAMES[text])
        else:
            element.type(text)

    def size(self, width: int, height: int) -> None:
        self.page.set_viewport_size({"width": width, "height": height})

    def complaints(self) -> list[str]:
        words, self.heard = self.heard, []
        return words

    def pdf(self) -> bytes:
        return self.page.pdf(prefer_css_page_size=True, format="A4")

    def quit(self) -> None:
        self.context.close()
