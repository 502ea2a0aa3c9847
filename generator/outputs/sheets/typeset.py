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
import threading
from importlib.metadata import version
from pathlib import Path
from typing import Any

from generator import qr
from generator.io.cache_file import read_cached, write_cached
from generator.outputs.output import OutputError
from generator.outputs.sheets.sheet import Sheet
from generator.outputs.sheets.sheet_data import with_codes

TEMPLATES = Path(__file__).parent / "templates"
CACHE = Path(".cache") / "sheets"


class SheetError(OutputError):
    """A sheet could not be typeset; the text says which and why."""


def typeset_pdf(sheet: Sheet, cache: Path | None = CACHE) -> bytes:
    """The PDF of `sheet`. cache: folder of typeset sheets, None for no cache. Raises SheetError."""
    if cache is None:
        return _set(sheet)
    text = json.dumps(sheet.data, ensure_ascii=False, sort_keys=True)
    key = hashlib.sha256("\0".join((_edition(), sheet.template, text)).encode()).hexdigest()
    data = read_cached(cache / key)
    if data is None:
        data = _set(sheet)
        write_cached(cache / key, data)
    return data


def _set(sheet: Sheet) -> bytes:
    try:
        pdf = _compiler().compile(input=_main(sheet), format="pdf", pdf_standards=["ua-1"])
    except RuntimeError as error:
        raise SheetError(f"không dựng được tờ in {sheet.path}: {error}") from error
    return pdf if isinstance(pdf, bytes) else pdf[0]


def _main(sheet: Sheet) -> bytes:
    """The document that shows a sheet's data. They are part of it and no input of the compiler: with other inputs it
    would forget the layout of the sheet before (board lists: 65 ms each instead of 160)."""
    data = json.dumps(with_codes(sheet.data), ensure_ascii=False, sort_keys=True)
    text = data.replace("\\", "\\\\").replace('"', '\\"')
    return f'#import "/{sheet.template}.typ": render\n#render(json(bytes("{text}")))\n'.encode()


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
    """Fingerprint of everything but the data that the PDF depends on."""
    templates = hashlib.sha256(b"".join(file.read_bytes() for file in sorted(TEMPLATES.glob("*.typ")))).hexdigest()
    sources = [Path(__file__), *(Path(inspect.getfile(module)) for module in (with_codes, qr))]
    code = hashlib.sha256(b"".join(source.read_bytes() for source in sources)).hexdigest()
    return f"{version('typst')} {version('segno')} {code} {templates}"
