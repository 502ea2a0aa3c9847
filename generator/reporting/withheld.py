"""Messages about withheld procedures, and about errors that stop the commands."""

from __future__ import annotations

from collections import Counter

from generator.checks._engine.withholding import Withholding
from generator.reporting.text import render

MAX_LISTED = 20
MAX_RULES = 3


def refusal(judged: Withholding, first: str = "Nội dung có lỗi nên không dựng trang, trang cũ được giữ nguyên.") -> str:
    """The reason why nothing is published: `first`, all errors, and how many procedures may be withheld, if any."""
    shown = judged.errors if judged.exceeded or not judged.stopping else judged.stopping
    return "\n".join(filter(None, (first, render(shown), judged.sentence())))


def withheld_list(judged: Withholding) -> str:
    """How many procedures are withheld, and which, each with the rules that found something; empty if none is or
    may be."""
    said = judged.sentence()
    if not said or judged.exceeded:
        return said
    lines = [said]
    for key, found in sorted(judged.faults.items())[:MAX_LISTED]:
        ids = Counter(problem.id for problem in found)
        named = ", ".join(f"{id} × {count}" if count > 1 else id for id, count in ids.most_common(MAX_RULES))
        more = f" và {len(ids) - MAX_RULES} mã khác" if len(ids) > MAX_RULES else ""
        lines.append(f"  {key}: {named}{more} ({found[0].path})")
    if len(judged.faults) > MAX_LISTED:
        lines.append(f"  … và {len(judged.faults) - MAX_LISTED} thủ tục nữa (đủ từng lỗi: tthc check --all).")
    return "\n".join(lines)
