"""Takes out spaces nobody wants (TT-088). Markdown files are left alone: two spaces at a line's end mean something there."""

from __future__ import annotations

from generator.schema.kinds import Kind
from generator.schema.spaces import tidy

WHAT = "bỏ khoảng trắng thừa"


def mend(text: str, kind: Kind) -> str:
    return text if kind.markdown else tidy(text)
