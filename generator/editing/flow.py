"""Changes inside `[…]` and `{…}`: parts that stay are copied as they are written, with the line breaks before them."""

from __future__ import annotations

from generator.editing.align import align
from generator.editing.nodes import YamlNode, line_start
from generator.editing.written import EMPTY, flow_text, pruned, quoted
from generator.importing.typed_values import spec_of
from generator.importing.yaml_writer import MAX_WIDTH
from generator.plain_data import Fields, Unchecked
from generator.schema.record import FieldSpec, Record, specs

Part = tuple[str, str]  # (separator before it, "" for a new part; text)


def reflow(
    text: str, node: YamlNode, old: Unchecked, new: Unchecked, spec: FieldSpec | None, model: type[Record] | None
) -> str:
    """The text of a flow collection changed to represent `new` instead of `old`. model: the record, for a mapping."""
    if node.items is not None and isinstance(new, list):
        parts = _items(text, node, old, new, spec, model)
        opening, closing = "[", "]"
    elif node.keys is not None and isinstance(new, dict):
        parts = _entries(text, node, old, new, model)
        opening, closing = "{", "}"
    else:
        return flow_text(spec, new, model)
    end = text[node.children[-1].end : node.end - 1] if node.children else ""
    closing = (end.replace(",", "") if "\n" in end or "#" in end else "") + closing
    column = node.start - line_start(text, node.start) + 1
    return opening + _joined(parts, column, "\n" in text[node.start : node.end]) + closing


def _joined(parts: list[Part], column: int, several_lines: bool) -> str:
    """The parts with their separators. In a collection of several lines, a new part that would make its line too long
    starts a new line."""
    out, width = "", column
    for at, (separator, part) in enumerate(parts):
        between = separator.lstrip(",").lstrip(" ") if at == 0 else separator or ", "
        if at and not between.startswith(","):
            between = f",{between or ' '}"
        if several_lines and not separator and width + 2 + len(part) > MAX_WIDTH:
            between = ",\n" + " " * column
        out += between + part
        width = len(out.rpartition("\n")[2]) + (0 if "\n" in out else column)
    return out


def _items(
    text: str,
    node: YamlNode,
    old: list[Unchecked],
    new: list[Unchecked],
    spec: FieldSpec | None,
    model: type[Record] | None,
) -> list[Part]:
    children, parts = node.items or [], []
    for came_from, value in zip(align(old, new), new, strict=True):
        if came_from is None:
            parts.append(("", flow_text(spec, value, model)))
        else:
            child = children[came_from]
            behind = children[came_from - 1].end if came_from else node.start + 1
            part = text[child.start : child.end]
            if pruned(old[came_from]) != pruned(value):
                part = _changed(text, child, old[came_from], value, spec, model)
            parts.append((text[behind : child.start], part))
    return parts


def _entries(text: str, node: YamlNode, old: Fields, new: Fields, model: type[Record] | None) -> list[Part]:
    keys, parts, behind = node.keys or {}, {}, node.start + 1
    for key, (start, child) in keys.items():
        if key in new and pruned(new[key]) == pruned(old[key]):
            parts[key] = (text[behind:start], text[start : child.end])
        elif key in new and new[key] not in EMPTY:
            value = _changed(text, child, old[key], new[key], spec_of(model, key), None)
            parts[key] = (text[behind:start], text[start : child.start] + value)
        behind = child.end
    order = {one.key: at for at, one in enumerate(specs(model))} if model else {}
    listed = list(parts)
    for key, value in new.items():
        if key not in keys and value not in EMPTY:
            rank = order.get(key, len(order))
            place = next((at for at, other in enumerate(listed) if order.get(other, len(order)) > rank), len(listed))
            listed.insert(place, key)
            parts[key] = ("", f"{key}: {flow_text(spec_of(model, key), value)}")
    return [parts[key] for key in listed]


def _changed(
    text: str, child: YamlNode, old: object, new: object, spec: FieldSpec | None, model: type[Record] | None
) -> str:
    if isinstance(new, str) and child.style in ("'", '"'):
        return quoted(new, child.style)
    return reflow(text, child, old, new, spec, model or (spec.part if spec else None))
