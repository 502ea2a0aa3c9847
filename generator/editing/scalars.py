"""New text for one scalar, in the style in which the old one was written."""

from __future__ import annotations

from generator.editing.nodes import YamlNode, line_start
from generator.editing.written import flow_text, quoted
from generator.importing.typed_values import typed
from generator.importing.yaml_writer import MAX_WIDTH, WIDTH, folds, literal, scalar, wrap
from generator.schema.record import FieldSpec

ONE_LINE = 200  # columns up to which a line that grows stays one: who reads the change sees one line, not a paragraph


def scalar_text(text: str, node: YamlNode, old: str | None, new: str, spec: FieldSpec | None, indent: int) -> str:
    """The replacement for `text[node.start:node.end]` that gives the scalar the value `new`. old: its present value;
    indent: columns of the enclosing mapping, or of the dash of its list."""
    if node.flow:
        return quoted(new, node.style) if node.style in ("'", '"') else flow_text(spec, new)
    prefix = node.start - line_start(text, node.start)
    margin = " " * (_margin(text, node) or indent + 2)
    if "\n" in new:
        if not literal(new):
            return scalar(new)
        return "\n".join(["|-", *(margin + line if line else "" for line in new.split("\n"))])
    if node.style == ">" and folds(new):
        lines = [line.strip() for line in text[node.start : node.end].split("\n")[1:]]
        folded = _refold(lines if " ".join(lines) == old else [], new, WIDTH - len(margin))
        if len(folded) > 1:
            return "\n".join([">-", *(margin + line for line in folded)])
    if node.style in ("'", '"'):
        return quoted(new, node.style)
    plain = scalar(typed(spec, new))
    if prefix + len(new) > ONE_LINE and folds(new) and plain[:1] not in ("'", '"'):
        return "\n".join([">-", *(margin + line for line in wrap(new, WIDTH - len(margin)))])
    return plain


def _refold(lines: list[str], new: str, width: int) -> list[str]:
    """Lines of a folded text with the value `new`; those of `lines` before and after the changed words stay as they
    are."""
    before = [line.split(" ") for line in lines]
    old, words = [word for line in before for word in line], new.split(" ")
    most = min(len(old), len(words))
    same = next((at for at in range(most) if old[at] != words[at]), most)
    behind = next((at for at in range(most - same) if old[-1 - at] != words[-1 - at]), most - same)
    head, at = 0, 0
    while head < len(before) and at + len(before[head]) <= same:
        at += len(before[head])
        head += 1
    tail, end = len(before), len(words)
    while tail > head and len(words) - end + len(before[tail - 1]) <= behind:
        tail -= 1
        end -= len(before[tail])
    middle = " ".join(words[at:end])
    changed = ([middle] if len(middle) <= width + MAX_WIDTH - WIDTH else wrap(middle, width)) if middle else []
    return [*lines[:head], *changed, *lines[tail:]]


def _margin(text: str, node: YamlNode) -> int:
    """Indentation of a block scalar's lines, 0 if it has none."""
    if node.style not in ("|", ">"):
        return 0
    lines = [line for line in text[node.start : node.end].split("\n")[1:] if line.strip()]
    return min((len(line) - len(line.lstrip(" ")) for line in lines), default=0)
