"""Explains the ranking of search results."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from generator.assistant.site_scripts import engine_with

SCRIPT = """
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
    index: dict[str, Any], asked: dict[str, Any] | None, text: str, limit: int
) -> tuple[list[str], list[ExplainedResult], str]:
    """(how `text` is read, why the first `limit` results are first, the matter of another body or ""). index: the
    parsed muc-luc.json; asked: its sample questions. Raises ImportError when the optional library is missing."""
    call = f"why({json.dumps(index)}, {json.dumps(asked)}, {json.dumps(text)}, {limit})"
    made = json.loads(str(engine_with(SCRIPT).eval(call)))
    return made["head"], [ExplainedResult(**one) for one in made["results"]], made["elsewhere"]
