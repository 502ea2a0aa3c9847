"""Resolves the style of a run: font, hidden, struck through; follows “based on” up to the defaults."""

from __future__ import annotations

from typing import Any, NamedTuple
from xml.etree.ElementTree import Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_OFF = frozenset({"0", "false", "off", "none"})
_DEEPEST = 12  # Word follows ten levels; a “based on” cycle must not hang
_SWITCHES = ("vanish", "strike", "dstrike")


class TextStyle(NamedTuple):
    """The formatting of a run that changes the meaning of its text."""

    font: str | None
    hidden: bool
    struck: bool


def switch(element: Element | None, name: str) -> bool | None:
    """An on/off property below `element`; `w:val="0"` turns it off; None when absent."""
    found = None if element is None else element.find(f"{W}{name}")
    return None if found is None else found.get(f"{W}val", "1").lower() not in _OFF


def value(element: Element | None, path: str) -> str | None:
    """The w:val of the element at `path` (names with slashes) below `element`."""
    found = None if element is None else element.find("/".join(f"{W}{name}" for name in path.split("/")))
    return None if found is None else found.get(f"{W}val")


class Styles:
    """The styles part of a document; `root` is None when the document has none."""

    def __init__(self, root: Element | None) -> None:
        self._styles: dict[str, tuple[Element | None, str | None]] = {}
        self._normal: str | None = None
        self._defaults = None if root is None else root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr")
        self._default = _font(self._defaults)
        self._looks: dict[Any, TextStyle] = {}
        for style in () if root is None else root.iterfind(f"{W}style"):
            name = style.get(f"{W}styleId", "")
            self._styles[name] = (style.find(f"{W}rPr"), value(style, "basedOn"))
            if style.get(f"{W}type") == "paragraph" and style.get(f"{W}default") in ("1", "true", "on"):
                self._normal = name

    def text_style(self, run: Element | None, paragraph: str | None, table: str | None) -> TextStyle:
        """The formatting of a run with the properties `run`, in a paragraph and a table of these styles."""
        names = (paragraph or self._normal, value(run, "rStyle"), table)
        if names not in self._looks:
            self._looks[names] = self._of_styles(names)
        inherited = self._looks[names]
        if run is None:
            return inherited
        hidden = switch(run, "vanish")
        struck = [switch(run, name) for name in ("strike", "dstrike")]
        return TextStyle(
            _font(run) or inherited.font,
            inherited.hidden if hidden is None else hidden,
            any(struck) if any(struck) or None not in struck else inherited.struck and False not in struck,
        )

    def _of_styles(self, names: tuple[str | None, ...]) -> TextStyle:
        # ISO 29500-1, 17.7.3: these are toggle properties; two styles that both set one cancel each other out.
        on = {
            name: bool(switch(self._defaults, name)) or sum(self._switch(style, name) for style in names) % 2 == 1
            for name in _SWITCHES
        }
        paragraph, run, table = names
        font = self._font(run) or self._font(paragraph) or self._font(table) or self._default
        return TextStyle(font, on["vanish"], on["strike"] or on["dstrike"])

    def _switch(self, name: str | None, of: str) -> bool:
        return next((found for properties in self._chain(name) if (found := switch(properties, of)) is not None), False)

    def _font(self, name: str | None) -> str | None:
        return next((found for properties in self._chain(name) if (found := _font(properties))), None)

    def _chain(self, name: str | None) -> list[Element | None]:
        found: list[Element | None] = []
        while name in self._styles and len(found) < _DEEPEST:
            properties, name = self._styles[name]
            found.append(properties)
        return found


def _font(properties: Element | None) -> str | None:
    # Accented letters of the legacy encodings are in Latin-1, which Word renders in the hAnsi font.
    fonts = None if properties is None else properties.find(f"{W}rFonts")
    return None if fonts is None else fonts.get(f"{W}hAnsi") or fonts.get(f"{W}ascii")
