"""Files that come with the package: beside it in a checkout, inside it in an installed wheel (see setup.py)."""

from __future__ import annotations

import re
import struct
from functools import cache
from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent
_IN_CHECKOUT = (_PACKAGE.parent / "pyproject.toml").is_file()  # site-packages may hold a folder of the same name


def _resource(name: str) -> Path:
    return _PACKAGE.parent / name if _IN_CHECKOUT else _PACKAGE / "data" / name


THEME = _resource("theme")  # templates, styles, scripts
CONTENT = _resource("content")  # in a checkout with the content of its own site: see is_national
SEARCH_WORDS = CONTENT / "search"  # how people speak, for content without words of its own
FIELDS = CONTENT / "fields.yml"  # what a new site begins with; not shared, because its own offices are in charge

_TOPS = frozenset({"holidays", "search", "handbook", "glossary.yml", "catalogue", "laws"})  # where such files are
_NATIONAL = re.compile(r"(?:holidays|search|handbook)/[^/]+\.(?:yml|md)|glossary\.yml|catalogue/quoc-gia\.yml")
# documents of the bodies of the state; those of a province's or a district's bodies are not the nation's
_NATIONAL_LAW = re.compile(
    r"laws/[^/]*-(?:qh\d+|nd-cp|nq-cp|(?:qd|ct)-ttg|ubtvqh\d+|tt-[a-z]+|(?:ttlt|nqlt)-[a-z-]+|qd-b[a-z]+)\.yml"
)


def is_national(path: str) -> bool:
    """True if the file at `path` (POSIX path below content/) is the same for every unit of the country; the package
    then carries it for all sites."""
    if path.partition("/")[0] not in _TOPS:  # thousands are asked for
        return False
    return bool(_NATIONAL.fullmatch(path) or _NATIONAL_LAW.fullmatch(path))


@cache
def handbook_pictures() -> dict[str, Path]:
    """The pictures of the handbook (PNG) by name."""
    return {file.stem: file for file in sorted((THEME / "handbook").glob("*.png"))}


@cache
def picture_size(file: Path) -> tuple[int, int]:
    """Width and height in pixels of a PNG file, from its header."""
    with file.open("rb") as opened:
        width, height = struct.unpack(">II", opened.read(24)[16:])
    return width, height
