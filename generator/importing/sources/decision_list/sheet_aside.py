"""Texts of a workbook that are not in its cells (comments, drawings, text boxes, charts): reported, not read."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element, fromstring

from generator.importing import text_cleaning
from generator.importing.archive_safety import Package
from generator.importing.sources.decision_list.document_text import branches
from generator.importing.sources.decision_list.rows import Aside

# Part name: what it is, the element of one text.
_PARTS = (
    ("xl/comments", "ghi chú gắn vào ô", "comment"),
    ("xl/threadedcomments/", "ghi chú gắn vào ô", "threadedComment"),
    ("xl/drawings/drawing", "hình vẽ, khung chữ", "p"),
    ("xl/charts/chart", "biểu đồ", "p"),
    ("xl/diagrams/data", "sơ đồ", "p"),
)
_ENDINGS = ("}t", "}text")


def texts_beside(package: Package) -> list[Aside]:
    """Every text of the parts beside the sheets; a part without a text counts as one without words."""
    asides: list[Aside] = []
    for name in sorted(package.archive.namelist()):
        kind = next((kind for kind in _PARTS if name.lower().startswith(kind[0]) and name.endswith(".xml")), None)
        if kind is None:
            continue
        _, what, unit = kind
        units = _units(fromstring(package.part(name) or b"<none/>"), unit)
        texts = ((element, text_cleaning.line("".join(_texts(element)))) for element in units)
        made = [Aside(f"{what} {element.get('ref', '')}".strip(), text, what) for element, text in texts if text]
        asides += made or [Aside(what, "", what)]
    return asides


def _units(root: Element, unit: str) -> list[Element]:
    found = [element for element in _walk(root) if element.tag.rpartition("}")[2] == unit]
    return found or [root]


def _walk(element: Element) -> Iterator[Element]:
    yield element
    for child in branches(element):
        yield from _walk(child)


def _texts(element: Element) -> Iterator[str]:
    return (part.text or "" for part in _walk(element) if part.tag.endswith(_ENDINGS))
