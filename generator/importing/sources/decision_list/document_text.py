"""Extracts the text of DOCX paragraphs: unwraps wrappers, picks one alternative content, converts symbols.

Anything but visible text (hidden or struck-through text, text boxes, footnotes, pictures) is returned separately.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from generator.importing import text_cleaning
from generator.importing.legacy_encodings import to_unicode
from generator.importing.sources.decision_list import symbols
from generator.importing.sources.decision_list.document_styles import Styles, W, switch, value

_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_GONE = {f"{W}del", f"{W}moveFrom"}  # tracked changes: the old text
_PROPERTIES = {
    f"{W}{name}" for name in (
        "pPr", "rPr", "sdtPr", "sdtEndPr", "tblPr", "tblGrid", "trPr", "tcPr", "tblPrEx", "sectPr", "customXmlPr",
        "smartTagPr", "fldData", "rt", "delText", "instrText", "delInstrText",
    )
}  # fmt: skip
INVITES = f"{W}sdtPr/{W}showingPlcHdr"  # “Chọn một mục”: nobody has chosen yet
_SIGNS = {
    f"{W}tab": "\t", f"{W}ptab": "\t", f"{W}br": "\n", f"{W}cr": "\n", f"{W}noBreakHyphen": "-", f"{W}softHyphen": "",
}  # fmt: skip
_NOTES = {f"{W}footnoteReference": "footnote", f"{W}endnoteReference": "endnote"}
_ASIDE = {"blip": "hình", "imagedata": "hình", "OLEObject": "đối tượng nhúng", "chart": "biểu đồ", "relIds": "sơ đồ"}


@dataclass(slots=True)
class Words:
    """text: visible; hidden, struck: not in `text`; boxes: text boxes; notes: footnotes; unread: pictures etc."""

    text: str = ""
    hidden: str = ""
    struck: str = ""
    boxes: list[Element] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    unread: list[str] = field(default_factory=list)
    joined: bool = False  # the paragraph mark is deleted: the next paragraph continues on the same line

    def add(self, other: Words) -> None:
        """Append another paragraph or nested text."""
        for name in ("text", "hidden", "struck"):
            mine, more = getattr(self, name), getattr(other, name)
            if more:
                between = "\n" if mine and not (self.joined and name == "text") else ""
                setattr(self, name, f"{mine}{between}{more}")
        self.boxes += other.boxes
        self.notes += other.notes
        self.unread += other.unread
        self.joined = other.joined


def branches(element: Element) -> list[Element]:
    """The effective children of `element`: each mc:AlternateContent is replaced by the children of one branch."""
    children: list[Element] = []
    for child in element:
        if child.tag != f"{_MC}AlternateContent":
            children.append(child)
            continue
        choices = [one for one in child if one.tag == f"{_MC}Choice"]
        fallback = child.find(f"{_MC}Fallback")
        supported = [one for one in choices if all(name.startswith("w") for name in one.get("Requires", "").split())]
        taken = supported[0] if supported else fallback if fallback is not None else next(iter(choices), None)
        children += [] if taken is None else branches(taken)
    return children


def walk(element: Element, wanted: frozenset[str]) -> Iterator[Element]:
    """Yield the nearest descendants of `element` whose tag is in `wanted`, through any wrappers."""
    for child in branches(element):
        if child.tag in wanted:
            yield child
        elif not _is_passed(child):
            yield from walk(child, wanted)


def _is_passed(element: Element) -> bool:
    """True for properties, the old text of tracked changes, and a field that still invites to fill it in."""
    if element.tag == f"{W}sdt":
        return element.find(INVITES) is not None
    return element.tag in _GONE or element.tag in _PROPERTIES


class Reader:
    """Reads paragraphs of one document. Open fields are kept here because a field code may span paragraphs."""

    def __init__(self, styles: Styles, notes: dict[tuple[str, str], Element]) -> None:
        self._styles = styles
        self._notes = notes
        self.fields: list[bool] = []  # for each open field: True while inside its code
        self.consumed: set[Element] = set()  # the elements whose text is in a result, for unread_text

    def paragraph(self, element: Element, table: str | None = None) -> Words:
        """Read a w:p; `table` is the style of the table around it."""
        words = Words()
        if not len(element):
            return words
        style = value(element, "pPr/pStyle")
        pieces: dict[str, list[str]] = {"text": [], "hidden": [], "struck": []}
        for run in self._runs(element):
            if not run.tag.startswith(W):  # an equation
                self.consumed.update(run.iter())
                pieces["text"].append("".join(part.text or "" for part in run.iter() if part.tag.endswith("}t")))
                continue
            look = self._styles.text_style(run.find(f"{W}rPr"), style, table)
            text = self._run(run, look.font, words)
            if look.hidden:
                self.consumed.difference_update(run.iter())
            pieces["hidden" if look.hidden else "struck" if look.struck and text.strip() else "text"].append(text)
        words.text, words.hidden, words.struck = (
            text_cleaning.text("".join(pieces[name])) for name in ("text", "hidden", "struck")
        )
        if any(text_cleaning.programs("".join(found)) for found in pieces.values()):
            words.unread.append("mã chương trình của trang web")
        words.joined = element.find(f"{W}pPr/{W}rPr/{W}del") is not None
        return words

    def _runs(self, element: Element) -> Iterator[Element]:
        for child in branches(element):
            if child.tag == f"{W}r" or child.tag.endswith("}oMath"):
                yield child
            elif not _is_passed(child):
                yield from self._runs(child)

    def _run(self, run: Element, font: str | None, words: Words) -> str:
        pieces: list[str] = []
        for part in branches(run):
            self.consumed.add(part)
            if part.tag == f"{W}fldChar":
                pieces.append(self._field(part))
            elif self.fields and any(self.fields):
                self.consumed.discard(part)
                continue  # inside the code of a field, not its result
            elif part.tag == f"{W}t":
                text = part.text or ""
                pieces.append(symbols.to_signs(text, font) if symbols.is_symbol_font(font) else to_unicode(text, font))
            elif part.tag == f"{W}sym":
                pieces.append(symbols.sign(part.get(f"{W}char", ""), part.get(f"{W}font") or font))
            elif part.tag in _SIGNS:
                pieces.append(_SIGNS[part.tag])
            elif part.tag in _NOTES:
                self._note(_NOTES[part.tag], part.get(f"{W}id", ""), words)
            elif part.tag == f"{W}ruby":
                pieces += [self._run(inner, font, words) for inner in self._runs(part)]
            elif part.tag not in _PROPERTIES:
                _aside(part, words)
        return "".join(pieces)

    def _field(self, char: Element) -> str:
        """Track the state of a field; returns the check mark or chosen entry that a form field shows without text."""
        kind = char.get(f"{W}fldCharType")
        if kind == "begin":
            self.fields.append(True)
        elif self.fields and kind == "separate":
            self.fields[-1] = False
        elif self.fields and kind == "end":
            self.fields.pop()
        box, choices = char.find(f"{W}ffData/{W}checkBox"), char.find(f"{W}ffData/{W}ddList")
        if box is not None:
            checked = switch(box, "checked")
            return "☑" if (switch(box, "default") if checked is None else checked) else "☐"
        if choices is not None:
            entries = [entry.get(f"{W}val", "") for entry in choices.iterfind(f"{W}listEntry")]
            chosen = value(choices, "result") or value(choices, "default") or "0"
            return entries[int(chosen)] if chosen.isdecimal() and int(chosen) < len(entries) else ""
        return ""

    def _note(self, kind: str, number: str, words: Words) -> None:
        note = self._notes.get((kind, number))
        if note is None:
            words.unread.append("chú thích cuối trang")
            return
        inside = Words()
        for paragraph in walk(note, frozenset({f"{W}p"})):
            inside.add(self.paragraph(paragraph))
        words.notes.append(f"Chú thích: {text_cleaning.line(inside.text)}")


def _aside(element: Element, words: Words) -> None:
    """Collect text boxes and unreadable content of a drawing, a picture or an embedded object."""
    if element.tag == f"{W}txbxContent":
        words.boxes.append(element)
        return
    name = element.tag.rpartition("}")[2]
    if name in _ASIDE:
        words.unread.append(_ASIDE[name])
    if name == "textpath" and element.get("string"):
        words.notes.append(f"Chữ nghệ thuật: {text_cleaning.line(element.get('string'))}")
    for child in branches(element):
        _aside(child, words)
