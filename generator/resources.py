"""Files that come with the package: beside it in a checkout, inside it in an installed wheel (see setup.py)."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent
_IN_CHECKOUT = (_PACKAGE.parent / "pyproject.toml").is_file()  # site-packages may hold a folder of the same name


def _resource(name: str) -> Path:
    return _PACKAGE.parent / name if _IN_CHECKOUT else _PACKAGE / "data" / name


THEME = _resource("theme")  # templates, styles, scripts
SEARCH_WORDS = _resource("content/search")  # how people speak, for content without words of its own
