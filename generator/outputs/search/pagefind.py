"""Run Pagefind over light copies of the pages.

Pagefind folds every Vietnamese mark but đ, so in the copies it indexes, and only there, đ is written ḏ, which it does
fold; the browser translates queries the same way and results back.
"""

from __future__ import annotations

import html
import os
import re
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

TO_PAGEFIND = str.maketrans("đĐ", "ḏḎ")
CHUNK = "2000"  # 1.5.2 counts accent variants apart when it cuts its index: by default the first search moves megabytes
MAIN_TAG = re.compile(r"<main\b[^>]*>(.*)</main>", re.DOTALL)
# on pages that have such parts (none inside another of its own tag) they alone are read: not what every page says
NOTE_TEXT = re.compile(r"<(section|p)\b[^<>]* data-text[ >]")
NO_TEXT = re.compile(r"<(h2|svg|nav|form|button|script|template)\b")
TAGS = re.compile(r"(?<!\s)\s*+<[^<>]*+>\s*+")


class PagefindError(RuntimeError):
    """Pagefind could not be run or failed; the message is for editors."""


def light_page(title: str, main: str, url: str) -> str:
    """The copy of a page that Pagefind reads: its title and the words of its main part, or of the parts marked `data-text`."""
    told = [main[start:end] for start, end in _elements(NOTE_TEXT, main)]
    words = TAGS.sub(" ", _without(NO_TEXT, "\n".join(told) if told else main))
    text = (
        f'<!doctype html><html lang="vi"><head><title>{html.escape(title)}</title></head>'
        f"<body data-pagefind-body><h1>{html.escape(title)}</h1><p>{words}</p></body></html>"
    )
    return text.translate(TO_PAGEFIND)


def _elements(opening: re.Pattern[str], text: str) -> Iterator[tuple[int, int]]:
    """(start, end) of each element that begins with `opening`, to the first end of its tag; none inside another."""
    at, endless = 0, set[str]()
    while found := opening.search(text, at):
        tag = found[1]
        end = -1 if tag in endless else text.find(f"</{tag}>", found.end())
        if end < 0:
            endless.add(tag)  # nor has any later one an end
            at = found.end()
        else:
            at = end + len(tag) + 3
            yield found.start(), at


def _without(opening: re.Pattern[str], text: str) -> str:
    """`text` with a space for each such element."""
    pieces, at = [], 0
    for start, end in _elements(opening, text):
        pieces.append(text[at:start])
        at = end
    return " ".join([*pieces, text[at:]])


def run_pagefind(copies: dict[str, str], out: Path) -> str:
    """Index `copies` (file path -> HTML) into out/pagefind. Returns Pagefind's own count as a line. Raises PagefindError."""
    with tempfile.TemporaryDirectory(prefix="tthc-pagefind-") as folder:
        source = Path(folder)
        for name, text in copies.items():
            file = source / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, "utf-8")
        target = out / "pagefind"
        shutil.rmtree(target, ignore_errors=True)
        command = [_binary(), "--site", folder, "--output-path", str(target), "--force-language", "vi"]
        environment = {"PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE": CHUNK, **os.environ}
        try:
            done = subprocess.run(
                command,
                capture_output=True,
                encoding="utf-8",
                errors="replace",
                timeout=600,
                check=False,
                env=environment,
            )
        except (OSError, subprocess.TimeoutExpired) as error:
            raise PagefindError(f"Không chạy được Pagefind: {error}") from None
        if done.returncode:
            raise PagefindError(f"Pagefind báo lỗi:\n{done.stderr[-2000:] or done.stdout[-2000:]}")
    for unused in (
        "pagefind-ui.js",
        "pagefind-ui.css",
        "pagefind-modular-ui.js",
        "pagefind-modular-ui.css",
        "pagefind-highlight.js",
        "pagefind-component-ui.js",
        "pagefind-component-ui.css",
    ):
        (target / unused).unlink(missing_ok=True)
    found = re.search(r"Indexed (\d+) pages?", done.stdout)
    return f"Pagefind: {found[1]} trang." if found else "Pagefind: xong."


def _binary() -> str:
    given = os.environ.get("PAGEFIND_BINARY_PATH")
    if given:
        return given
    try:
        from pagefind_bin import get_executable
    except ImportError:
        raise PagefindError("Chưa cài Pagefind: chạy lại “make site”.") from None
    return str(get_executable())
