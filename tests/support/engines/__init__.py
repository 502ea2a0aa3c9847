"""Three browser engines behind one small interface, for tests that hold on each of them.

A driver has what a visitor does (open, tap, write, press a key, turn the phone) and what a test asks (run a script,
what the console complained of). Everything else is said in terms of these, once, here."""

from __future__ import annotations

import time
from abc import ABC, abstractmethod
from contextlib import suppress
from typing import Any

# the element a visitor means: what is seen and bears the text
FIND = """const [css, text] = arguments;
return [...document.querySelectorAll(css)].find((one) => one.checkVisibility() && one.textContent.includes(text)) ?? null;"""  # noqa: E501
KEYS = {"Enter": "\ue007", "Escape": "\ue00c", "ArrowDown": "\ue015", "Tab": "\ue004"}  # W3C WebDriver, 17.4.2
SECONDS = 30.0


class Missing(Exception):
    """The engine, or what it needs to be driven, is not installed here; the text says which package."""


class Leaving(Exception):
    """A script was asked of a page that was being left."""


class Driver(ABC):
    """One window of one engine. Elements are whatever the engine's `run` returns for one."""

    name: str

    @abstractmethod
    def open(self, url: str) -> None:
        """Go to an address and wait until it is loaded."""

    @abstractmethod
    def run(self, script: str, *args: object) -> Any:
        """What a function's body returns in the page; `arguments` are `args`. Raises Leaving."""

    @abstractmethod
    def click(self, element: Any) -> None:
        """A real click, in the middle of the element."""

    @abstractmethod
    def send_keys(self, element: Any, text: str) -> None:
        """Real keystrokes; special keys are those of WebDriver."""

    @abstractmethod
    def size(self, width: int, height: int) -> None:
        """The size of the page's window in CSS pixels."""

    @abstractmethod
    def complaints(self) -> list[str]:
        """Errors of scripts, styles and policy that the console showed since this was last asked."""

    @abstractmethod
    def pdf(self) -> bytes | None:
        """The page printed on A4, or None where the engine's driver cannot print."""

    @abstractmethod
    def quit(self) -> None:
        """End the browser."""

    def find(self, css: str, text: str = "") -> Any:
        """The first visible element of a selector whose text holds `text`; waits until there is one."""
        end = time.monotonic() + SECONDS
        while True:
            with suppress(Leaving):
                element = self.run(FIND, css, text)
                if element is not None:
                    return element
            assert time.monotonic() < end, f"{self.name}: no {css} with “{text}” at {self.url}"
            time.sleep(0.05)

    def tap(self, css: str, text: str = "") -> None:
        self.click(self.find(css, text))

    def write(self, css: str, text: str) -> None:
        self.send_keys(self.find(css), text)

    def press(self, css: str, key: str) -> None:
        self.send_keys(self.find(css), KEYS[key])

    def until(self, condition: str) -> None:
        """Wait until an expression is true in the page."""
        end = time.monotonic() + SECONDS
        while True:
            with suppress(Leaving):
                if self.run(f"return Boolean({condition});"):
                    return
            assert time.monotonic() < end, f"{self.name}: never came true at {self.url}: {condition}"
            time.sleep(0.05)

    def text(self, css: str) -> str:
        return str(self.run("return document.querySelector(arguments[0])?.textContent ?? '';", css)).strip()

    @property
    def url(self) -> str:
        return str(self.run("return location.href;"))
