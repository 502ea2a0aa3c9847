"""The text of an equation of Word on one line: a fraction keeps its stroke, a power its height, brackets are written.

Words that a tracked change took out, hidden words and struck words of an equation are no text.
"""

from __future__ import annotations

from collections.abc import Set
from xml.etree.ElementTree import Element

from generator.importing.sources.decision_list.document_styles import W, switch
from generator.importing.text_cleaning import raised

_GONE = frozenset({f"{W}del", f"{W}moveFrom"})


def equation(element: Element, consumed: set[Element]) -> str:
    """The text of an m:oMath; the elements whose text is in it are added to `consumed`."""
    name = _local(element)
    if element.tag in _GONE or name.endswith("Pr"):
        return ""
    if name == "r":
        return _run(element, consumed)
    children = [(_local(child), equation(child, consumed)) for child in element if not _local(child).endswith("Pr")]
    parts = dict(children)
    if not parts.keys() <= _FORMS.get(name, parts.keys()) or (name in _FORMS and len(parts) < len(children)):
        return "".join(text for _, text in children)  # no program writes such an equation
    if name == "f":
        return f"{_grouped(parts.get('num', ''))}/{_grouped(parts.get('den', ''))}"
    if name == "rad":
        return f"{parts.get('deg', '')}√{_grouped(parts.get('e', ''))}"
    if name in ("sSup", "sSubSup"):
        return f"{parts.get('e', '')}{parts.get('sub', '')}{raised(parts.get('sup', ''), otherwise='^')}"
    if name == "d":
        begin, end, between = (_char(element, key, usual) for key, usual in _BRACKETS)
        return f"{begin}{between.join(text for _, text in children)}{end}"
    inner = "".join(text for _, text in children)
    return _char(element, "chr", "∫") + inner if name == "nary" else inner


_FORMS: dict[str, Set[str]] = {
    "f": {"num", "den"}, "rad": {"deg", "e"}, "sSup": {"e", "sup"}, "sSubSup": {"e", "sub", "sup"},
}  # fmt: skip
_BRACKETS = (("begChr", "("), ("endChr", ")"), ("sepChr", "|"))


def _run(run: Element, consumed: set[Element]) -> str:
    look = run.find(f"{W}rPr")
    if any(switch(look, name) for name in ("vanish", "strike", "dstrike")):
        return ""
    texts = [part for part in run.iter() if _local(part) == "t"]
    consumed.update(texts)
    return "".join(part.text or "" for part in texts)


def _local(element: Element) -> str:
    return element.tag.rpartition("}")[2]


def _grouped(text: str) -> str:
    """In brackets if it has several parts, else 1+2/3 would say something else."""
    return f"({text})" if any(sign in text for sign in "+-−×*/ ") else text


def _char(element: Element, name: str, usual: str) -> str:
    found = next((part for part in element.iterfind("*/*") if _local(part) == name), None)
    values = [] if found is None else [value for key, value in found.items() if key.endswith("}val")]
    return values[0] if values else "" if found is not None and name != "chr" else usual
