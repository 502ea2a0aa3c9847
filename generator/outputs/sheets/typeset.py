"""Sheets to PDF by Typst: tagged for screen readers (PDF/UA-1), fonts embedded, the same bytes every time.

Only the fonts inside the Typst library are used (Libertinus Serif, with all Vietnamese letters): the library's version
is pinned, so every machine breaks lines alike, and nothing else has to be installed. Typeset sheets are cached; the
cache key covers the data, the templates and the library's version, and the last line of a cached file is a checksum of
the rest, so that a truncated or altered file is typeset again.
"""

from __future__ import annotations

import contextlib
import functools
import hashlib
import inspect
import json
import os
import threading
from importlib.metadata import version
from pathlib import Path
from typing import Any

from generator.outputs.sheets.sheet import Sheet
from generator.outputs.sheets.sheet_data import with_codes
from generator.regular_file import read_regular

TEMPLATES = Path(__file__).parent / "templates"
CACHE = Path(".cache") / "sheets"


class SheetError(Exception):
    """A sheet could not be typeset; the text says which and why."""


def typeset_pdf(sheet: Sheet, cache: Path | None = CACHE) -> bytes:
    """The PDF of `sheet`. cache: folder of typeset sheets, None for no cache. Raises SheetError."""
    if cache is None:
        return _set(sheet)
    text = json.dumps(sheet.data, ensure_ascii=False, sort_keys=True)
    key = hashlib.sha256("\0".join((_edition(), sheet.template, text)).encode()).hexdigest()
    file = cache / f"{key}.pdf"
    data = _remembered(file)
    if data is None:
        data = _set(sheet)
        _remember(file, data)
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
    code = hashlib.sha256(Path(inspect.getfile(with_codes)).read_bytes()).hexdigest()
    return f"{version('typst')} {version('segno')} {code} {templates}"


def _seal(data: bytes) -> bytes:
    """The last line of a cached file: its checksum as a PDF comment."""
    return f"\n%tthc {hashlib.sha256(data).hexdigest()}\n".encode()


def _remembered(file: Path) -> bytes | None:
    """The PDF cached in `file`; None when it is missing or damaged."""
    try:
        content = read_regular(file)[0]
    except OSError:
        return None
    size = len(_seal(b""))
    data, seal = content[:-size], content[-size:]
    return data if seal == _seal(data) else None


def _remember(file: Path, data: bytes) -> None:
    """Cache `data`, written atomically; a cache that cannot be written is ignored."""
    part = file.with_suffix(f".{os.getpid()}-{threading.get_ident()}")
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        part.write_bytes(data + _seal(data))
        part.replace(file)
    except OSError:
        with contextlib.suppress(OSError):
            part.unlink(missing_ok=True)
