"""The texts in templates/, with $name placeholders."""

from __future__ import annotations

from pathlib import Path
from string import Template

TEMPLATES = Path(__file__).parent / "templates"


def filled(name: str, **values: str) -> str:
    """The text templates/NAME.txt with these values. Raises KeyError for a name in it that has none."""
    return Template((TEMPLATES / f"{name}.txt").read_text("utf-8")).substitute(values)
