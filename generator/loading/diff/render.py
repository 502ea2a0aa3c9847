"""Renders changes as text for a terminal, Markdown for a merge request or a release note, JSON for machines."""

from __future__ import annotations

import json
import re
from dataclasses import asdict

from generator.loading.diff.compare import CHANGED, GONE, NEW, RecordChange

NOTHING = "Không có gì thay đổi đối với người dân."
FORMATS = ("text", "markdown", "json")


def render(changes: list[RecordChange], form: str) -> str:
    """form: one of FORMATS."""
    if form == "json":
        return json.dumps([asdict(change) for change in changes], ensure_ascii=False, indent=1)
    if not changes:
        return NOTHING
    return _markdown(changes) if form == "markdown" else _text(changes)


def _text(changes: list[RecordChange]) -> str:
    rows = []
    for change in changes:
        rows.append(
            f"{change.label.capitalize()} {change.what}: {change.title}"
            if change.what != CHANGED
            else f"{change.label.capitalize()}: {change.title}"
        )
        rows += [f"  {sentence}" for sentence in change.sentences]
    return "\n".join([*rows, "", _count(changes)])


def _markdown(changes: list[RecordChange]) -> str:
    rows = ["## Thay đổi đối với người dân", "", _count(changes), ""]
    for change in changes:
        sign = {NEW: "**Mới** · ", GONE: "**Gỡ** · ", CHANGED: ""}[change.what]
        rows.append(f"- {sign}{_plain(change.label)}: {_plain(change.title)}")
        rows += [f"    - {_plain(sentence)}" for sentence in change.sentences]
    return "\n".join(rows)


def _count(changes: list[RecordChange]) -> str:
    count = {what: sum(change.what == what for change in changes) for what in (NEW, CHANGED, GONE)}
    return f"{count[NEW]} mục mới, {count[CHANGED]} mục sửa, {count[GONE]} mục gỡ."


def _plain(text: str) -> str:
    """Escape Markdown, so that an editor's words do not become markup in a comment."""
    return re.sub(r"([\\`*_{}\[\]<>#|!@~&])", r"\\\1", " ".join(text.split())).replace("://", "&#58;//")
