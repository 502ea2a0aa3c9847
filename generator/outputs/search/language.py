"""The words of content/search/ in the small form the browser reads (theme/assets/search-language.js)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import pairwise
from math import ceil
from typing import Any

from generator import urls
from generator.catalogue.catalogue import Catalogue
from generator.catalogue.search_words import SearchWords
from generator.outputs.search.coding import Coder
from generator.outputs.search.normalise import key
from generator.schema.search_words import Synonym
from generator.schema.web_address import web_address

KIND = "gần"  # words of a kind, which only help to rank
LEADS = 0.67  # share of an official name's neighbouring syllables that one title must have for the name to lead there


@dataclass(frozen=True, slots=True)
class Language:
    """words: the records; answers: what is said about matters of other bodies, fetched only when one is met."""

    words: SearchWords
    answers: list[dict[str, Any]]

    def phrases(self) -> Iterator[str]:
        """Every text that `coded` will code."""
        words = self.words
        for item in words.synonyms:
            yield from (*item.says, *item.means, *item.unless)
        for other in words.elsewhere:
            yield from (*other.says, *other.unless, other.title or "", other.body or "")
        yield from (item.long for item in words.abbreviations if item.long)
        for listed in (words.groups, words.fillers, words.off_topic):
            for entry in listed:
                yield from entry.words
        for question in words.questions:
            yield from (question.question or "", question.yes or "", question.no or "", *question.words)

    def leading_to(self, titles: Iterable[str]) -> Language:
        """Without the names of matters this site has nothing of: they would be moved for nothing. A word of a kind stays."""
        numbers: dict[tuple[str, str], int] = {}  # of two syllables side by side
        own = [tuple(numbers.setdefault(pair, len(numbers)) for pair in _pairs(title)) for title in titles]
        having: dict[int, list[int]] = defaultdict(list)  # pair -> the titles that have it
        for at, pairs in enumerate(own):
            for pair in pairs:
                having[pair].append(at)

        def meets(pairs: set[tuple[str, str]]) -> bool:
            """Whether a title has enough of these. Such a title has one of the rarest of them: only those that have are looked at."""
            known, wanted = {numbers[pair] for pair in pairs if pair in numbers}, ceil(LEADS * len(pairs))
            rarest = sorted(known, key=lambda pair: len(having[pair]))[: max(0, len(known) - wanted + 1)]
            return any(
                len(known.intersection(own[at])) >= wanted for at in {at for pair in rarest for at in having[pair]}
            )

        def leads(item: Synonym) -> bool:
            return item.level == KIND or any(not pairs or meets(pairs) for pairs in map(_pairs, item.means))

        return Language(
            replace(self.words, synonyms=[item for item in self.words.synonyms if leads(item)]), self.answers
        )

    def coded(self, coder: Coder) -> dict[str, Any]:
        """Lists of expressions as word numbers; incomplete records are left out."""
        words = self.words
        # words of a kind first, then alike beside alike, which compresses: the order makes no difference to the search
        synonyms = sorted(_merged(words.synonyms), key=lambda item: (item.level != KIND, item.means))
        abbreviations = [item for item in words.abbreviations if item.long]
        return {
            "groups": {item.name: coder.row(item.words) for item in words.groups if item.name},
            "short": "\n".join(",".join(item.short) for item in abbreviations),
            "long": coder.row(item.long or "" for item in abbreviations),
            "near": sum(item.level == KIND for item in synonyms),
            "fillers": coder.row(word for item in words.fillers if item.level == "bỏ" for word in item.words),
            "light": coder.row(word for item in words.fillers if item.level == "nhẹ" for word in item.words),
            "offTopic": coder.row(word for item in words.off_topic for word in item.words),
            "elsewhere": coder.rows((item.title or "", item.body or "") for item in words.elsewhere),
            "elsewhereSays": coder.rows(item.says for item in words.elsewhere),
            "elsewhereUnless": coder.rows(item.unless for item in words.elsewhere),
            "questions": coder.rows(
                (item.question, item.yes or "", item.no or "", *item.words) for item in words.questions if item.question
            ),
            "says": coder.rows(_shortest(item.says) for item in synonyms),
            "unless": coder.rows(item.unless for item in synonyms),
            "means": coder.rows(item.means for item in synonyms),  # last, beside the titles: see index.py
        }


def _merged(synonyms: Iterable[Synonym]) -> list[Synonym]:
    """Those with the same official names and the same exceptions as one; without those that have no name."""
    alike: dict[tuple, list[Synonym]] = defaultdict(list)
    for item in synonyms:
        if item.means:
            alike[item.level, tuple(item.means), tuple(sorted(item.unless))].append(item)
    return [
        items[0].model_copy(update={"says": list(dict.fromkeys(text for item in items for text in item.says))})
        for items in alike.values()
    ]


def _pairs(text: str) -> set[tuple[str, str]]:
    """The plain syllables that stand side by side in `text`."""
    return set(pairwise(key(text).split()))


def _shortest(texts: list[str]) -> list[str]:
    """`texts` without those that only add words around another of them: "làm giấy khai sinh" fits wherever "khai sinh" does, "xóa tên +
    hộ khẩu" wherever "xóa + hộ khẩu"."""
    return [
        text
        for text in texts
        if not any((len(other), other) < (len(text), text) and _within(other, text) for other in texts)
    ]


def _within(other: str, text: str) -> bool:
    """Whether every part of `other` stands in a part of `text`."""
    parts = [f" {part} " for part in text.split(" + ")]
    return all(any(f" {part} " in whole for whole in parts) for part in other.split(" + "))


def language(words: SearchWords, catalogue: Catalogue) -> Language:
    """The words with their answers, as of the catalogue's day."""
    answers = []
    for item in words.elsewhere:
        near = [catalogue.procedures[code] for code in item.codes if code in catalogue.procedures]
        answers.append(
            {
                "answer": item.answer or "",
                "link": web_address(item.link),
                "near": [[view.code, urls.procedure(view.code), view.name] for view in near if view.in_force],
            }
        )
    return Language(words, answers)
