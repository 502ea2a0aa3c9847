"""Sheets to PDF by Typst: tagged for screen readers (PDF/UA-1), fonts embedded, the same bytes every time.

Only the fonts inside the Typst library are used (Libertinus Serif, with all Vietnamese letters): the library's version
is pinned, so every machine breaks lines alike, and nothing else has to be installed. Typeset sheets are cached; the
cache key covers the data, the templates and the library's version.
"""

from __future__ import annotations

import functools
import hashlib
import inspect
import json
import os
import sys
import threading
import time
from contextlib import suppress
from pathlib import Path
from typing import Any

from generator.io.cache_file import read_cached, write_cached
from generator.io.input_hashes import installed
from generator.outputs import qr
from generator.outputs.output import OutputError
from generator.outputs.sheets import enlarged
from generator.outputs.sheets.enlarged import a3_of
from generator.outputs.sheets.sheet import Sheet
from generator.outputs.sheets.sheet_data import with_codes

TEMPLATES = Path(__file__).parent / "templates"
CACHE = Path(".cache") / "sheets"
KEPT = 14 * 24 * 3600  # seconds without use


class SheetError(OutputError):
    """A sheet could not be typeset; the text says which and why."""


def typeset_pdf(sheet: Sheet, cache: Path | None = CACHE) -> bytes:
    """The PDF of `sheet`. cache: folder of typeset sheets, None for no cache. Raises SheetError."""
    return typeset_sizes([sheet], cache)[0]


def typeset_sizes(sheets: list[Sheet], cache: Path | None = CACHE) -> list[bytes]:
    """The PDFs of sheets that have the same data: typeset once, enlarged for A3. Raises SheetError."""
    pdf = _a4(sheets[0], cache)
    try:
        return [a3_of(pdf) if sheet.a3 else pdf for sheet in sheets]
    except ValueError as error:
        raise SheetError(f"không phóng được tờ in {sheets[0].path} lên A3: {error}") from error


def _a4(sheet: Sheet, cache: Path | None) -> bytes:
    if cache is None:
        return _set(sheet)
    text = json.dumps(sheet.data, ensure_ascii=False, sort_keys=True)
    key = hashlib.sha256("\0".join((_edition(), sheet.template, text)).encode()).hexdigest()
    data = read_cached(cache / key)
    if data is None:
        data = _set(sheet)
        write_cached(cache / key, data)
    else:
        with suppress(OSError):
            os.utime(cache / key)  # in use, see `forget_unused`
    return data


def forget_unused(cache: Path = CACHE) -> None:
    """Delete cached sheets that no build has used for weeks; each day of a site has sheets of its own."""
    for file in cache.glob("[0-9a-f]" * 64):
        with suppress(OSError):
            if time.time() - file.stat().st_mtime > KEPT:
                file.unlink()


def _set(sheet: Sheet) -> bytes:
    """The A4 document.

    `pages` in the data is the number of pages that it should take, and the largest of `sizes` (points, largest first)
    is used with which it does. The number is then printed without counting, which saves one pass. (If a sheet measured
    itself, the compiler could not reuse its layouts for other sheets.)"""
    data = dict(sheet.data)
    sizes = data.pop("sizes", [data.get("size")])
    low, high, pdf = 0, len(sizes), b""
    while low < high:
        middle = (low + high) // 2
        tried = _compiled(sheet, data | {"size": sizes[middle]})
        if data.get("pages") in (None, page_count(tried)):
            high, pdf = middle, tried
        else:
            low = middle + 1
    if pdf:
        return pdf
    del data["pages"]
    return _compiled(sheet, data | {"size": sizes[-1]})


def page_count(pdf: bytes) -> int:
    """Pages of a document that Typst wrote."""
    return pdf.count(b"/MediaBox")


def _compiled(sheet: Sheet, data: dict[str, Any]) -> bytes:
    try:
        pdf = _compiler().compile(input=_main(sheet.template, data), format="pdf", pdf_standards=["ua-1"])
    except RuntimeError as error:
        raise SheetError(f"không dựng được tờ in {sheet.path}: {error}") from error
    return pdf if isinstance(pdf, bytes) else pdf[0]


# The title comes last, over an element that draws nothing: above the text it would be one of the styles of all parts of
# the sheet, and no layout could be kept for a sheet with another title.
_BODY = "#render(data)\n#set document(title: data.title, date: none)\n#metadata(none)\n"


def _main(template: str, data: dict[str, Any]) -> bytes:
    """The document that shows a sheet's data. The data are part of the document and no input of the compiler: with
    other inputs it would discard the layout of the sheet before (board lists: 65 ms each instead of 160)."""
    text = json.dumps(with_codes(data), ensure_ascii=False, sort_keys=True)
    text = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'#import "/{template}.typ": render\n#let data = json(bytes("{text}"))\n{_BODY}'.encode()


_OF_THREAD = threading.local()  # a compiler is not thread-safe


def _compiler() -> Any:
    compiler = getattr(_OF_THREAD, "compiler", None)
    if compiler is None:
        compiler = _OF_THREAD.compiler = _new_compiler()
    return compiler


def _new_compiler() -> Any:
    try:
        import typst
    except ImportError:
        raise SheetError(
            "thiếu thư viện typst để dựng tờ in; chạy “make site” hoặc “pip install typst” trong môi trường của dự án"
        ) from None
    return typst.Compiler(
        root=TEMPLATES, font_paths=typst.Fonts(include_system_fonts=False, include_embedded_fonts=True)
    )


@functools.cache
def _edition() -> str:
    """Fingerprint of everything except the data that the PDF depends on."""
    templates = hashlib.sha256(b"".join(file.read_bytes() for file in sorted(TEMPLATES.glob("*.typ")))).hexdigest()
    sources = [Path(__file__), *(Path(inspect.getfile(module)) for module in (with_codes, qr, enlarged))]
    code = hashlib.sha256(b"".join(source.read_bytes() for source in sources)).hexdigest()
    libraries = [name for name in installed(sys.path) if name.startswith(("typst-", "segno-"))]
    return f"{libraries} {code} {templates}"
