"""Explains the ranking of search results: runs the scripts of the pages over an index, in V8."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from generator.js_modules import classic_script
from generator.resources import THEME

ENTRY = "explained.js"
BEFORE = "const performance={now:()=>Date.now()};"
ENTRY_TEXT = """
import { Engine } from "./search-engine.js";
import { reasons } from "./search-explain.js";
import { learn } from "./search-samples.js";
globalThis.why = (index, asked, text, limit) => {
  const engine = new Engine(index);
  if (asked) learn(engine, asked);
  const answer = engine.search(text);
  return JSON.stringify({ ...reasons(engine, answer, limit), elsewhere: answer.elsewhere?.title ?? "" });
};
"""


@dataclass(frozen=True, slots=True)
class ExplainedResult:
    """The explanation of one result's rank."""

    code: str
    title: str
    lines: list[str]


def explained(
    index: dict[str, Any], asked: dict[str, Any] | None, text: str, limit: int, theme: Path = THEME
) -> tuple[list[str], list[ExplainedResult], str]:
    """(how `text` is read, why the first `limit` results are first, the matter of another body or ""). index: the
    parsed muc-luc.json; asked: its sample questions. Raises ImportError when the optional library is missing."""
    from py_mini_racer import MiniRacer

    def read(name: str) -> str:
        return ENTRY_TEXT if name == ENTRY else (theme / "assets" / name).read_text("utf-8")

    engine = MiniRacer()
    engine.eval(classic_script(read, ENTRY, BEFORE))
    made = json.loads(str(engine.eval(f"why({json.dumps(index)}, {json.dumps(asked)}, {json.dumps(text)}, {limit})")))
    return made["head"], [ExplainedResult(**one) for one in made["results"]], made["elsewhere"]
