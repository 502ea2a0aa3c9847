"""A sheet of an XLSX workbook, its cells and the texts that cells share."""

from __future__ import annotations

from typing import IO, Any, NamedTuple
from xml.etree.ElementTree import iterparse

from generator.importing.sources.decision_list.sheet_values import Value

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def column_name(number: int) -> str:
    """“AB” for 28."""
    name = ""
    while number:
        number, rest = divmod(number - 1, 26)
        name = chr(65 + rest) + name
    return name


class SheetPart(NamedTuple):
    """A sheet of an open workbook. parent: openpyxl's workbook; state: visible, hidden or veryHidden; part: its name in
    the package; strings: the shared texts."""

    parent: Any
    title: str
    state: str
    part: str
    strings: list[Any]


class SheetCell(NamedTuple):
    """raw: as openpyxl reads it; value: as it is displayed."""

    row: int
    column: int
    raw: Any
    value: Value

    @property
    def coordinate(self) -> str:
        return f"{column_name(self.column)}{self.row}"


def shared_strings(stream: IO[bytes]) -> list[Any]:
    """The texts that cells name by number: a text, or the pieces of a text with several formats."""
    strings: list[Any] = []
    open_elements: list[Any] = []
    for event, element in iterparse(stream, ("start", "end")):
        if event == "start":
            open_elements.append(element)
            continue
        open_elements.pop()
        if element.tag == f"{MAIN}si":
            strings.append(text_of(element))
            if open_elements:
                open_elements[-1].clear()  # so that memory holds one string as XML at a time
    return strings


def text_of(element: Any) -> Any:
    """The text of a `si` or `is`; openpyxl's pieces where its parts have formats of their own."""
    from openpyxl.cell.rich_text import CellRichText

    if len(element) == 1 and element[0].tag == f"{MAIN}t":  # nearly every text
        return (element[0].text or "").replace("x005F_", "")
    text = CellRichText.from_tree(element)
    return (text[0] if len(text) == 1 and isinstance(text[0], str) else text) or ""
