"""Markdown with YAML front matter between two lines of `---`."""

from __future__ import annotations


def split(text: str) -> tuple[str, str, int] | None:
    """(yaml, body, line of the body from 1), or None when there is no front matter. An indented `---` belongs to a text."""
    lines = text.split("\n")
    if not lines or lines[0].rstrip() != "---":
        return None
    for number, line in enumerate(lines[1:], start=1):
        if line.rstrip() == "---":
            blank = next((at for at, body in enumerate(lines[number + 1 :]) if body.strip()), 0)
            return "\n".join(lines[1:number]) + "\n", "\n".join(lines[number + 1 :]).strip(), number + 2 + blank
    return None
