"""The parts of the index that depend on texts alone: its words, and titles and samples as word numbers.

A changed fee or time limit leaves all of them as they were, so they are computed separately (see publish.py)."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any

from generator.outputs.search.coding import Coder, folded
from generator.outputs.search.fillers import SHORT, Fillers
from generator.outputs.search.language import Language
from generator.outputs.search.samples import budget_for, outside_groups, samples_of, within_budget


@dataclass(frozen=True, slots=True)
class Texts:
    """first, later: the phrases of each record of the index, and of the records that are fetched on demand; procedures:
    the titles of the first ones, empty where a record is no procedure; fields: their names."""

    first: list[list[str]]
    later: list[list[str]]
    procedures: list[str]
    fields: list[str]

    @property
    def plain(self) -> tuple[object, ...]:
        """As plain values."""
        return (self.first, self.later, self.procedures, self.fields)  # astuple would copy every text


CodeTexts = Callable[[Texts, Language], dict[str, Any]]


def coded_texts(texts: Texts, language: Language) -> dict[str, Any]:
    """words, fields, language, matters, titles: parts of the index; list: its words, uncoded; later: words and titles
    of the part that is fetched on demand; samples: the file of sample questions, empty where there are none."""
    phrases = list(chain.from_iterable(texts.first))
    language = language.leading_to(phrases)
    coder = Coder([*phrases, *texts.fields, *language.phrases()])
    more = Coder(chain.from_iterable(texts.later), coder.codes)
    return {
        "list": coder.words,
        "words": folded(coder.words),
        "fields": coder.row(texts.fields),
        "language": language.coded(coder),
        "matters": language.matters(coder),
        "titles": coder.rows(texts.first),
        "samples": _samples(texts, phrases, language),
        "later": {"words": folded(more.words), "titles": more.rows(texts.later)},
    }


def json_bytes(data: object) -> bytes:
    """`data` as compact JSON."""
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode()


def _samples(texts: Texts, phrases: Sequence[str], language: Language) -> bytes:
    asked = samples_of(texts.procedures, language.words.samples)
    outside, matters = outside_groups(language.words.outside, language.words.elsewhere)
    if not any(asked) and not outside:
        return b""
    fillers = Fillers(language.words, phrases)
    # all that the browser looks at
    plain, others = within_budget(
        [[fillers.without(text, SHORT) for text in row] for row in asked],
        [[fillers.without(text) for text in row] for row in outside],
        budget=budget_for(sum(map(bool, texts.procedures))),
    )
    said = Coder(text for row in (*plain, *others) for text in row)
    return json_bytes(
        {
            "from": 0,
            "words": "\n".join(said.words),
            "asked": said.rows(plain),
            "outside": said.rows(others),
            "matters": matters,
        }
    )
