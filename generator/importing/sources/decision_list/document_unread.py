"""Finds every text of a DOCX that the reader did not take, for whatever reason, so that none is dropped silently.

The reader records the elements whose text it took; this module walks all parts of the file and reports the others."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Set
from typing import NamedTuple
from xml.etree.ElementTree import Element

from generator.importing import text_cleaning
from generator.importing.archive_safety import Package
from generator.importing.sources.decision_list.document_styles import W
from generator.importing.sources.decision_list.document_text import INVITES, branches
from generator.importing.sources.decision_list.package_parts import attributes_in, texts_beside, unlike, walked
from generator.importing.sources.decision_list.rows import Aside

_TEXTS = ("}t", f"{W}delText", f"{W}sym")
_LISTS = frozenset(f"{W}{name}" for name in ("dropDownList", "comboBox", "ddList"))
_HELPS = frozenset({f"{W}helpText", f"{W}statusText"})
_HYPERLINK = re.compile(r'HYPERLINK\s+"([^"]+)"')
_NEAR = 40
_OUTSIDE = "chữ nằm ngoài ô của bảng"
_MERGED = "chữ trong ô đã gộp vào ô khác, hoặc chữ ẩn"


class _Found(NamedTuple):
    text: str
    cause: str


def texts_not_taken(
    package: Package, document: Element, notes: Iterable[Element], consumed: Set[Element]
) -> list[Aside]:
    """The texts of all parts that are not in `consumed`. document, notes: the parts that the reader read."""
    asides = list(_of_part(document, consumed, "", ""))
    for note in notes:
        led_to = not consumed.isdisjoint(note.iter())
        asides += _of_part(note, consumed, "chú thích", "" if led_to else "chú thích không có dấu dẫn")
    asides += _choices(document)
    asides += attributes_in(document, "hình, liên kết", consumed)
    asides += _links(document, package.links(package.main))
    parts = {package.main, *(package.related(f"/{kind}") for kind in ("styles", "footnotes", "endnotes"))}
    asides += texts_beside(package, parts)
    return asides


def _of_part(root: Element, consumed: Set[Element], place: str, cause: str) -> Iterator[Aside]:
    near = ""
    for paragraph in _paragraphs(root):
        texts = list(_texts(paragraph.element, paragraph.cause))
        lost = [_Found(text, cause or reason) for element, text, reason in texts if element not in consumed]
        read = "".join(text for element, text, _ in texts if element in consumed)
        near = text_cleaning.line(read)[:_NEAR] or near
        for reason in dict.fromkeys(found.cause for found in lost):
            text = text_cleaning.line("".join(found.text for found in lost if found.cause == reason))
            if text:
                yield Aside(place or (f"gần “{near}”" if near else "đầu văn bản"), text, reason)


def _choices(document: Element) -> Iterator[Aside]:
    """The choices of a drop-down list, and the help texts of form fields."""
    for element in walked(document):
        if element.tag in _LISTS:
            offered = [one.get(f"{W}displayText") or one.get(f"{W}value") or one.get(f"{W}val") for one in element]
            if text := " | ".join(filter(None, offered)):
                yield Aside("ô chọn", text, "các lựa chọn của ô chọn")
        elif element.tag in _HELPS and element.get(f"{W}type", "text") == "text" and element.get(f"{W}val"):
            yield Aside("ô điền", element.get(f"{W}val", ""), "lời nhắc của ô điền")


def _links(document: Element, addresses: dict[str, str]) -> Iterator[Aside]:
    """The addresses of links that are not the text that is shown."""
    for element in walked(document):
        address = shown = ""
        if element.tag == f"{W}hyperlink":
            address = next((addresses.get(value, "") for key, value in element.items() if key.endswith("}id")), "")
            shown = "".join(part.text or "" for part in element.iter(f"{W}t"))
        elif element.tag in (f"{W}instrText", f"{W}fldSimple"):
            found = _HYPERLINK.search(element.get(f"{W}instr") or element.text or "")
            address, shown = (found[1] if found else ""), "".join(part.text or "" for part in element.iter(f"{W}t"))
        if address := unlike(address, shown):
            yield Aside(f"liên kết “{shown[:_NEAR]}”" if shown else "liên kết", address, "địa chỉ của liên kết")


class _Paragraph(NamedTuple):
    element: Element
    cause: str  # the reason that its place gives for not being read


def _paragraphs(element: Element, cause: str = "") -> Iterator[_Paragraph]:
    """Every paragraph, those in text boxes too; of alternative contents the one branch that Word shows."""
    if element.tag in (f"{W}del", f"{W}moveFrom"):
        cause = "chữ đã xóa khi theo dõi sửa đổi"
    elif element.tag == f"{W}tr" and element.find(f"{W}trPr/{W}del") is not None:
        cause = "dòng đã xóa khi theo dõi sửa đổi"
    elif element.tag in (f"{W}tbl", f"{W}tr"):
        cause = cause or _OUTSIDE
    elif element.tag == f"{W}tc" and element.find(f"{W}tcPr/{W}cellDel") is not None:
        cause = "chữ đã xóa khi theo dõi sửa đổi"
    elif element.tag == f"{W}tc" and cause in ("", _OUTSIDE, _MERGED):
        merged = any(element.find(f"{W}tcPr/{W}{name}") is not None for name in ("vMerge", "hMerge"))
        cause = _MERGED if merged else ""
    if element.tag == f"{W}p" or (element.tag.endswith("}p") and not element.tag.startswith(W)):
        yield _Paragraph(element, cause)
    for child in branches(element):
        yield from _paragraphs(child, cause)


def _texts(element: Element, cause: str) -> Iterator[tuple[Element, str, str]]:
    """(element, text, reason) of the texts of one paragraph, without those of paragraphs inside it."""
    for child in branches(element):
        if child.tag.endswith("}p"):
            continue
        if child.tag.endswith(_TEXTS):
            deleted = child.tag == f"{W}delText"
            text = child.get(f"{W}char", "") and "\ufffd" if child.tag == f"{W}sym" else child.text or ""
            yield child, text, "chữ đã xóa khi theo dõi sửa đổi" if deleted else cause or "chữ ẩn hoặc trong mã trường"
        elif child.tag in (f"{W}del", f"{W}moveFrom"):
            yield from _texts(child, "chữ đã xóa khi theo dõi sửa đổi")
        elif child.tag == f"{W}sdt" and child.find(INVITES) is not None:
            yield from _texts(child, "chữ mời điền, chưa ai điền")
        else:
            yield from _texts(child, cause)
