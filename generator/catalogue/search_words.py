"""Synonyms and spoken forms from content/search/."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from typing import Any

from generator.loading.folder import read_file
from generator.loading.store import Store
from generator.resources import SEARCH_WORDS
from generator.schema.kinds import SEARCH, kind_of
from generator.schema.search_answers import Elsewhere, SeparatingQuestion
from generator.schema.search_words import (
    Abbreviation,
    Filler,
    OffTopic,
    OutsideQuestions,
    SampleQuestions,
    Synonym,
    WordGroup,
)


@dataclass(slots=True)
class SearchWords:
    """All records of content/search/, kind by kind, in file order."""

    synonyms: list[Synonym] = field(default_factory=list)
    samples: list[SampleQuestions] = field(default_factory=list)
    outside: list[OutsideQuestions] = field(default_factory=list)
    abbreviations: list[Abbreviation] = field(default_factory=list)
    groups: list[WordGroup] = field(default_factory=list)
    fillers: list[Filler] = field(default_factory=list)
    off_topic: list[OffTopic] = field(default_factory=list)
    elsewhere: list[Elsewhere] = field(default_factory=list)
    questions: list[SeparatingQuestion] = field(default_factory=list)


def search_words(store: Store) -> SearchWords:
    """The search words of `store`; if it has none (imported records alone, a test), the built-in ones."""
    words = _from(store)
    return SearchWords(*(words if any(words) else _from(_house())))


@cache
def _house() -> Store:
    """The built-in search words, cached."""
    store = Store({kind: [] for kind in SEARCH})
    for file in sorted(SEARCH_WORDS.glob("*.yml")):
        kind = kind_of(f"search/{file.name}")
        if kind:
            read_file(file, f"content/search/{file.name}", kind, store)
    return store


def _from(store: Store) -> list[list[Any]]:
    return [[entry.record for entry in store.of(kind)] for kind in SEARCH]
