"""Blank annotated records: every required field, in order, with what to write; optional fields are comments."""

from __future__ import annotations

import textwrap
from collections.abc import Mapping

from generator.schema.generated.reference import choices
from generator.schema.kinds import BODY_KEY, Kind
from generator.schema.record import FieldSpec, Record, specs

# required by separate rules (TT-021, TT-022, TT-023), so they are not marked as required: (depth, key)
ALSO = {(0, "thoi_han_giai_quyet"), (0, "phi_le_phi"), (1, "giay_to_chung")}
WIDTH = 110


def template(kind: Kind, known: Mapping[str, str] | None = None) -> str:
    """A blank file of this kind; `known` gives values of top-level YAML keys, already serialised as YAML."""
    head = [
        f"# {kind.label[:1].upper()}{kind.label[1:]}: điền sau dấu hai chấm, rồi chạy tthc check.",
        "# Dòng có dấu # ở đầu khóa là phần không bắt buộc: xóa dấu # khi cần dùng. Điền xong thì xóa được các dòng chú thích.",
    ]
    lines = _record(kind.model, 0, known or {}, markdown=kind.markdown)
    if kind.many:
        lines = ["- " + lines[0], *("  " + line if line else line for line in lines[1:])]
    text = "\n".join([*head, *lines]) + "\n"
    return f"---\n{text}---\nViết phần chữ ở đây (Markdown).\n" if kind.markdown else text


def _record(model: type[Record], depth: int, known: Mapping[str, str], markdown: bool = False) -> list[str]:
    lines: list[str] = []
    for spec in specs(model):
        if markdown and spec.key == BODY_KEY:
            continue
        wanted = spec.required or spec.key in known or (depth, spec.key) in ALSO
        lines += _comment(spec) if wanted else []
        if spec.key in known:
            lines.append(f"{spec.key}: {known[spec.key]}")
        elif not wanted:
            lines.append(f"# {spec.key}:    # {spec.label}: {spec.help}"[: WIDTH + 20])
        elif spec.part is None or (spec.is_list and _may_be_stated(spec)):
            lines.append(f"{spec.key}:")
        else:
            lines += [f"{spec.key}:", *_part(spec, depth)]
    return lines


def _part(spec: FieldSpec, depth: int) -> list[str]:
    inner = _record(spec.part, depth + 1, {})  # type: ignore[arg-type]
    if not spec.is_list:
        return [f"  {line}" for line in inner]
    first = next(at for at, line in enumerate(inner) if not line.startswith("#"))
    return [f"    {line}" if at != first else f"  - {line}" for at, line in enumerate(inner)]


def _comment(spec: FieldSpec) -> list[str]:
    law = f" ({spec.law})" if spec.law else ""
    said = [f"{spec.label}{law}: {spec.help}"]
    words = choices(spec.annotation)
    if spec.is_list and spec.part is None:
        said.append("Mỗi mục một dòng, bắt đầu bằng “- ”.")
    if words and not all(word in spec.help for word in words):
        said.append(f"Chọn trong: {'; '.join(words)}.")
    if spec.example:
        said.append(f"Ví dụ: {spec.example}")
    return textwrap.wrap(" ".join(said), WIDTH, initial_indent="# ", subsequent_indent="#   ", break_long_words=False)


def _may_be_stated(spec: FieldSpec) -> bool:
    """True for a list that may also be “không” or “chưa rõ”; it is left blank for the editor to decide."""
    return bool(choices(spec.annotation))
