"""What a guide says of the procedures of its steps that have ended."""

from __future__ import annotations

from generator.pages.guide import ended_words
from generator.schema.fate import Fate


def test_an_abolished_procedure_is_not_called_replaced() -> None:
    said = {now: ended_words(Fate.model_validate({"hien_nay": now})) for now in ("bãi bỏ", "được thay")}
    assert said == {"bãi bỏ": "nay đã bãi bỏ", "được thay": "nay đã thay bằng thủ tục khác"}
