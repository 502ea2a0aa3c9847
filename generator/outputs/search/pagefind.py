"""Run Pagefind over reduced copies of the pages.

Pagefind folds every Vietnamese mark but đ, so in the copies it indexes, and only there, đ is written ḏ, which it
folds; the browser translates queries the same way and results back.
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

from generator.io.causes import cause_of
from generator.outputs.output import OutputError

TO_PAGEFIND = str.maketrans("đĐ", "ḏḎ")
CHUNK = "2000"  # 1.5.2 chunks its index by accent variant: by default the first search transfers megabytes
# pages with such elements (never nested in one of the same tag) are indexed by them alone, without boilerplate
NOTE_TEXT = re.compile(r"<(section|p)\b[^<>]* data-text[ >]")
NO_TEXT = re.compile(r"<(h1|h2|svg|nav|form|button|script|template)\b")  # the copy has the title once
IGNORED = re.compile(r"<(\w+)\b[^<>]* data-pagefind-ignore[ =>]")  # the band; what it is about is another day
TAGS = re.compile(r"(?:<[^<>]*+>\s*+)++")  # every one: a tag left over makes Pagefind end or skip the text


class PagefindError(OutputError):
    """Pagefind could not be run or failed; the message is for editors."""


def main_of(page: str) -> str:
    """What stands in <main> of a page's HTML; empty without one."""
    return page.partition("<main")[2].partition(">")[2].rpartition("</main>")[0]


def light_page(title: str, main: str, url: str) -> str:
    """The copy of a page that Pagefind reads: its title and the text of <main>, or of elements marked `data-text`."""
    marked = [main[start:end] for start, end in _elements(NOTE_TEXT, main)]
    text = _without(IGNORED, "\n".join(marked) if marked else main)
    words = TAGS.sub(" ", _without(NO_TEXT, text))
    text = (
        f'<!doctype html><html lang="vi"><head><title>{html.escape(title)}</title></head>'
        f"<body data-pagefind-body><h1>{html.escape(title)}</h1><p>{words}</p></body></html>"
    )
    return text.translate(TO_PAGEFIND)


def _elements(opening: re.Pattern[str], text: str) -> Iterator[tuple[int, int]]:
    """(start, end) of each element that begins with `opening`, up to its first end tag; nested ones are skipped."""
    at, unclosed = 0, set[str]()
    while match := opening.search(text, at):
        tag = match[1]
        end = -1 if tag in unclosed else text.find(f"</{tag}>", match.end())
        if end < 0:
            unclosed.add(tag)  # later ones have no end tag either
            at = match.end()
        else:
            at = end + len(tag) + 3
            yield match.start(), at


def _without(opening: re.Pattern[str], text: str) -> str:
    """`text` with each such element replaced by a space."""
    pieces, at = [], 0
    for start, end in _elements(opening, text):
        pieces.append(text[at:start])
        at = end
    return " ".join([*pieces, text[at:]])


def run_pagefind(copies: dict[str, str], out: Path) -> str:
    """Index `copies` (file path -> HTML) into out/pagefind. Returns Pagefind's page count as a line of text.
    Raises PagefindError."""
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
            result = subprocess.run(
                command,
                capture_output=True,
                encoding="utf-8",
                errors="replace",
                timeout=600,
                check=False,
                env=environment,
            )
        except (OSError, subprocess.TimeoutExpired) as error:
            raise PagefindError(f"Không chạy được Pagefind: {cause_of(error)}") from None
        if result.returncode:
            raise PagefindError(f"Pagefind báo lỗi:\n{result.stderr[-2000:] or result.stdout[-2000:]}")
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
    match = re.search(r"Indexed (\d+) pages?", result.stdout)
    return f"Pagefind: {match[1]} trang." if match else "Pagefind: xong."


def _binary() -> str:
    override = os.environ.get("PAGEFIND_BINARY_PATH")
    if override:
        return override
    try:
        from pagefind_bin import get_executable
    except ImportError:
        raise PagefindError("Chưa cài Pagefind: chạy lại “make site”.") from None
    return str(get_executable())
