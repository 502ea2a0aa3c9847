"""Extracts the text of DOCX paragraphs: unwraps wrappers, picks one alternative content, converts symbols.

Anything but visible text (hidden or struck-through text, text boxes, footnotes, pictures) is returned separately.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from generator.importing import text_cleaning
from generator.importing.sources.decision_list import document_fields, symbols
from generator.importing.sources.decision_list.document_equations import equation
from generator.importing.sources.decision_list.document_styles import Styles, W, value

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
_READ_AS_RUN = {f"{W}r", f"{W}subDoc"}
_NOTES = {f"{W}footnoteReference": "footnote", f"{W}endnoteReference": "endnote"}
_ASIDE = {
    "blip": "hình",
    "imagedata": "hình",
    "OLEObject": "đối tượng nhúng",
    "chart": "biểu đồ",
    "relIds": "sơ đồ",
    "control": "ô điền, ô đánh dấu (ActiveX)",
    "contentPart": "nét vẽ tay",
}
_DRAWN = {"wsp", "shape", "line", "rect", "roundrect", "oval", "polyline"}  # a tick or a stroke drawn by hand
_FILLED = {f"{W}txbxContent", "{urn:schemas-microsoft-com:vml}imagedata", "{urn:schemas-microsoft-com:vml}textpath"}


@dataclass(slots=True)
class Words:
    """text: visible; hidden, struck: not in `text`; boxes: text boxes; notes: footnotes; unread: pictures etc.;
    drawn: a shape without words is there."""

    text: str = ""
    hidden: str = ""
    struck: str = ""
    boxes: list[Element] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    unread: list[str] = field(default_factory=list)
    drawn: bool = False
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
        self.drawn |= other.drawn
        self.joined = other.joined

    def put_beside(self, other: Words, what: str) -> None:
        """Take the text of `other` as a note that says what it is: a footnote, a text box; all else of it as it is."""
        if text := text_cleaning.line(other.text):
            self.notes.append(f"{what}: {text}")
        self.struck = "\n".join(filter(None, (self.struck, other.struck)))
        self.hidden = "\n".join(filter(None, (self.hidden, other.hidden)))
        self.boxes += other.boxes
        self.notes += other.notes
        self.unread += other.unread
        self.drawn |= other.drawn


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
        other = fallback if fallback is not None and len(fallback) else next(iter(choices), None)  # never nothing
        taken = supported[0] if supported else other
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
        self.fields: list[document_fields.Field] = []  # the open ones, the innermost last
        self.codes: list[str] = []  # codes of fields that show nothing else
        self._open: set[tuple[str, str]] = (
            set()
        )  # notes read for one reference: each once, they may refer to each other
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
                pieces["text"].append(equation(run, self.consumed))
                continue
            if run.tag == f"{W}subDoc":
                words.unread.append("tài liệu con")
                continue
            if run.tag == f"{W}fldSimple":
                pieces["text"].append(self._without_result(run.get(f"{W}instr", "")))
                continue
            properties = run.find(f"{W}rPr")
            look = self._styles.text_style(properties, style, table)
            text = self._run(run, look.font, words)
            if value(properties, "vertAlign") == "superscript":
                text = text_cleaning.raised(text)  # a mark of a note behind “50.000” is no figure of it
            if look.hidden:
                self.consumed.difference_update(run.iter())
            pieces["hidden" if look.hidden else "struck" if look.struck and text.strip() else "text"].append(text)
        own = {name: text_cleaning.text("".join(found)) for name, found in pieces.items()}
        words.add(Words(own["text"], own["hidden"], own["struck"]))  # behind what its notes brought
        if any(text_cleaning.programs("".join(found)) for found in pieces.values()):
            words.unread.append("mã chương trình của trang web")
        words.joined = element.find(f"{W}pPr/{W}rPr/{W}del") is not None
        return words

    def _runs(self, element: Element) -> Iterator[Element]:
        for child in branches(element):
            empty_field = child.tag == f"{W}fldSimple" and not len(child)
            if child.tag in _READ_AS_RUN or child.tag.endswith("}oMath") or empty_field:
                yield child
            elif not _is_passed(child):
                yield from self._runs(child)

    def _run(self, run: Element, font: str | None, words: Words) -> str:
        pieces: list[str] = []
        for part in branches(run):
            self.consumed.add(part)
            if part.tag == f"{W}fldChar":
                pieces.append(self._field(part))
            elif any(one.in_code for one in self.fields):
                self.consumed.discard(part)  # inside the code of a field, not its result
                self.fields[-1].code += (part.text or "") if part.tag == f"{W}instrText" else ""
            elif part.tag == f"{W}t":
                pieces.append(symbols.letters(part.text or "", font))
            elif part.tag == f"{W}sym":
                pieces.append(symbols.sign(part.get(f"{W}char", ""), part.get(f"{W}font") or font))
            elif part.tag in _SIGNS:
                pieces.append(_SIGNS[part.tag])
            elif part.tag in _NOTES:
                self._note(_NOTES[part.tag], part.get(f"{W}id", ""), words)
            elif part.tag == f"{W}ruby":
                pieces += [self._run(inner, font, words) for inner in self._runs(part)]
            elif part.tag not in _PROPERTIES:
                _aside(part, words, self.consumed)
        return "".join(pieces)

    def _field(self, char: Element) -> str:
        """Track the state of a field; returns the check mark or chosen entry that a form field shows without text."""
        kind = char.get(f"{W}fldCharType")
        shown = ""
        if kind == "begin":
            self.fields.append(document_fields.Field())
        elif self.fields and kind == "separate":
            self.fields[-1].in_code = False
        elif self.fields and kind == "end":
            ended = self.fields.pop()
            inside_code = any(one.in_code for one in self.fields)
            shown = self._without_result(ended.code) if ended.in_code and not inside_code else ""
        return shown or document_fields.chosen(char)

    def _without_result(self, code: str) -> str:
        """The sign that the code of a field without a result stands for; other words of it are kept in `codes`."""
        sign = document_fields.sign_of(code)
        if not sign and document_fields.has_words(code):
            self.codes.append(text_cleaning.line(code))
        return sign

    def _note(self, kind: str, number: str, words: Words) -> None:
        note = self._notes.get((kind, number))
        if note is None:
            words.unread.append("chú thích cuối trang")
            return
        if (kind, number) in self._open:
            return
        outermost = not self._open
        self._open.add((kind, number))
        inside = Words()
        for paragraph in walk(note, frozenset({f"{W}p"})):
            inside.add(self.paragraph(paragraph))
        if outermost:
            self._open.clear()
        words.put_beside(inside, "Chú thích")


def _aside(element: Element, words: Words, consumed: set[Element]) -> None:
    """Collect text boxes and unreadable content of a drawing, a picture or an embedded object."""
    if element.tag == f"{W}txbxContent":
        words.boxes.append(element)
        return
    name = element.tag.rpartition("}")[2]
    if name in _ASIDE:
        words.unread.append(_ASIDE[name])
    if name == "textpath" and element.get("string"):
        consumed.add(element)
        words.notes.append(f"Chữ nghệ thuật: {text_cleaning.line(element.get('string'))}")
    if name in _DRAWN and not any(part.tag in _FILLED for part in element.iter()):
        words.drawn = True
    for child in branches(element):
        _aside(child, words, consumed)
