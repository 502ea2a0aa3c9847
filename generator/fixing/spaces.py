"""Takes out spaces nobody wants (TT-088). Markdown files are left alone: two spaces at a line's end mean something there."""

from __future__ import annotations

from generator.model.kinds import Kind
from generator.model.spaces import tidy

WHAT = "bỏ khoảng trắng thừa"


def mend(text: str, kind: Kind) -> str:
    return text if kind.markdown else tidy(text)
