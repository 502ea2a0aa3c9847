"""Where each part of a YAML text begins and ends.

PyYAML's end marks of block lists, mappings and folded texts run past blank lines and comments to the next token, so the
end of a part is computed from its last scalar.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import yaml

from generator.problem import KeyPath

Loader: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)  # resolves no types: `no` and 1.000110 stay text
_BREAKS = str.maketrans({"\x85": " ", "\u2028": " ", "\u2029": " "})  # as in loading/yaml/full.py


class NotEditable(Exception):
    """The text cannot be changed in place; the message is Vietnamese."""


@dataclass(slots=True)
class YamlNode:
    """start, end: offsets of the value's first character and behind its last; column: of its first character; style:
    of a scalar, as written before it (`"`, `'`, `>`, `|` or ""); keys: key → (offset of the key, value)."""

    start: int
    end: int
    column: int
    style: str = ""
    flow: bool = False
    keys: dict[str, tuple[int, YamlNode]] | None = None
    items: list[YamlNode] | None = None
    children: list[YamlNode] = field(default_factory=list, repr=False)


def compose(text: str) -> YamlNode | None:
    """The nodes of a YAML text that the record parser accepts; None for an empty one."""
    root = yaml.compose(text.translate(_BREAKS), Loader=Loader)
    return _node(text, root, 0) if root is not None else None


def find(root: YamlNode, path: KeyPath) -> YamlNode:
    """The node at a path of keys and indices. Raises KeyError, IndexError."""
    for part in path:
        root = (root.items or [])[part] if isinstance(part, int) else (root.keys or {})[part][1]
    return root


def line_start(text: str, at: int) -> int:
    """Offset of the first character of the line with the offset `at`."""
    return text.rfind("\n", 0, at) + 1


def line_end(text: str, at: int) -> int:
    """Offset of the line break that ends the line with the offset `at`, or of the end of the text."""
    found = text.find("\n", at)
    return len(text) if found < 0 else found


def _node(text: str, node: yaml.Node, before: int) -> YamlNode:
    """before: offset after the colon or dash that introduces the value, for omitted values."""
    start, end = node.start_mark.index, node.end_mark.index
    if isinstance(node, yaml.ScalarNode):
        if node.style in ("|", ">"):
            end = start + len(text[start:end].rstrip())
        elif start == end:
            start = end = before
        return YamlNode(start, end, node.start_mark.column, node.style or "")
    flow = bool(getattr(node, "flow_style", False))
    made = YamlNode(start, end, node.start_mark.column, flow=flow)
    if isinstance(node, yaml.SequenceNode):
        made.items, behind = [], start
        for child in node.value:
            if not made.flow:
                behind = _dash(text, child.start_mark.index, made.column, behind)
            made.items.append(_node(text, child, behind))
            behind = made.items[-1].end
        made.children = made.items
    else:
        made.keys = {}
        for key, child in node.value:
            colon = text.find(":", key.end_mark.index)
            if colon < 0 or text[key.end_mark.index : colon].strip():
                raise NotEditable("khóa viết theo kiểu “? khóa”")
            made.keys[key.value] = (key.start_mark.index, _node(text, child, colon + 1))
        made.children = [child for _, child in made.keys.values()]
    if not made.flow and made.children:
        made.end = made.children[-1].end
    return made


def _dash(text: str, at: int, column: int, after: int) -> int:
    """Offset behind the dash of the item whose value begins at `at`."""
    row = line_start(text, at)
    while row >= line_start(text, after) and text[row + column : row + column + 1] != "-":
        if row == 0:
            break
        row = line_start(text, row - 1)
    if text[row + column : row + column + 1] != "-":
        raise NotEditable("mục của danh sách không ở đầu dòng")
    return row + column + 1
