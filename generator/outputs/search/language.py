"""The vocabulary of content/search/ in the compact form the browser reads (theme/assets/search-language.js)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from itertools import pairwise
from math import ceil
from typing import Any

from generator.catalogue.catalogue import Catalogue
from generator.catalogue.search_words import SearchWords
from generator.outputs.search.coding import Coder
from generator.outputs.search.elsewhere import answer_to, matter_on
from generator.outputs.search.normalise import syllables
from generator.schema.search_words import Synonym

KIND = "gần"  # related words, which only affect ranking
FACTS = (
    "hỏi phí",
    "hỏi thời hạn",
    "hỏi nơi nộp",
    "hỏi giấy tờ",
    "hỏi giờ",
    "hỏi liên hệ",
)  # theme/assets/search-language.js has their names
LEADS = 0.67  # share of an official name's syllable pairs that a title must contain to match the name


@dataclass(frozen=True, slots=True)
class Language:
    """words: the records; answers: texts about matters of other bodies, fetched only when a query matches one; places:
    names of the site's own units, old and new, which say nothing of the matter."""

    words: SearchWords
    answers: list[dict[str, Any]]
    places: list[str] = field(default_factory=list)

    def phrases(self) -> Iterator[str]:
        """Every text that `coded` will encode."""
        words = self.words
        for item in words.synonyms:
            yield from (*item.says, *item.means)
        for other in words.elsewhere:
            yield from (*other.says, *other.unless, other.title or "", other.body or "")
        yield from (item.long for item in words.abbreviations if item.long)
        for listed in (words.groups, words.fillers, words.off_topic):
            for entry in listed:
                yield from entry.words
        yield from self.places
        for question in words.questions:
            yield from (question.question or "", question.yes or "", question.no or "", *question.words)

    def leading_to(self, titles: Iterable[str]) -> Language:
        """A copy without synonyms whose official name matches no title, to save transfer. Related words stay."""
        numbers: dict[tuple[str, str], int] = {}  # syllable pair -> its number
        title_pairs = [tuple(numbers.setdefault(pair, len(numbers)) for pair in _pairs(title)) for title in titles]
        titles_with: dict[int, list[int]] = defaultdict(list)  # pair -> positions of the titles that contain it
        for at, pairs in enumerate(title_pairs):
            for pair in pairs:
                titles_with[pair].append(at)

        def meets(pairs: set[tuple[str, str]]) -> bool:
            """True if a title contains enough of `pairs`; only titles with one of the rarest can."""
            present, minimum = {numbers[pair] for pair in pairs if pair in numbers}, ceil(LEADS * len(pairs))
            rarest = sorted(present, key=lambda pair: len(titles_with[pair]))[: max(0, len(present) - minimum + 1)]
            candidates = {at for pair in rarest for at in titles_with[pair]}
            return any(len(present.intersection(title_pairs[at])) >= minimum for at in candidates)

        def leads(item: Synonym) -> bool:
            return item.level == KIND or any(not pairs or meets(pairs) for pairs in map(_pairs, item.means))

        return replace(self, words=replace(self.words, synonyms=[item for item in self.words.synonyms if leads(item)]))

    def coded(self, coder: Coder) -> dict[str, Any]:
        """Lists of expressions as word numbers; incomplete records are left out."""
        words = self.words
        # related words first, then similar entries adjacent for compression; the search does not depend on the order
        synonyms = sorted(_merged(words.synonyms), key=lambda item: (item.level != KIND, item.means))
        abbreviations = [item for item in words.abbreviations if item.long]
        return {
            "groups": {item.name: coder.row(item.words) for item in words.groups if item.name},
            "short": "\n".join(",".join(item.short) for item in abbreviations),
            "long": coder.row(item.long or "" for item in abbreviations),
            "near": sum(item.level == KIND for item in synonyms),
            "fillers": coder.row(word for item in words.fillers if item.level == "bỏ" for word in item.words),
            "facts": coder.rows(
                [word for item in words.fillers if item.level == level for word in item.words] for level in FACTS
            ),
            "light": coder.row(word for item in words.fillers if item.level == "nhẹ" for word in item.words),
            "places": coder.row(self.places),
            "offTopic": coder.row(word for item in words.off_topic for word in item.words),
            "elsewhereSays": coder.rows(item.says for item in words.elsewhere),
            "elsewhereUnless": coder.rows(item.unless for item in words.elsewhere),
            "questions": coder.rows(
                (item.question, item.yes or "", item.no or "", *item.words) for item in words.questions if item.question
            ),
            "says": coder.rows(_shortest(item.says) for item in synonyms),
            "means": coder.rows(item.means for item in synonyms),  # last, beside the titles: see index.py
        }

    def matters(self, coder: Coder) -> str:
        """What the matters of other bodies are called, and the bodies, as word numbers."""
        return coder.rows((item.title or "", item.body or "") for item in self.words.elsewhere)


def _merged(synonyms: Iterable[Synonym]) -> list[Synonym]:
    """Synonyms with the same official names merged into one; those without a name are dropped."""
    alike: dict[tuple[str | None, tuple[str, ...]], list[Synonym]] = defaultdict(list)
    for item in synonyms:
        if item.means:
            alike[item.level, tuple(item.means)].append(item)
    return [
        items[0].model_copy(update={"says": list(dict.fromkeys(text for item in items for text in item.says))})
        for items in alike.values()
    ]


def _pairs(text: str) -> set[tuple[str, str]]:
    """The pairs of adjacent plain syllables in `text`."""
    return set(pairwise([one.plain for one in syllables(text)]))


def _shortest(texts: list[str]) -> list[str]:
    """`texts` without those that only add words to another of them: "làm giấy khai sinh" is dropped for "khai sinh",
    "xóa tên + hộ khẩu" for "xóa + hộ khẩu"."""
    shorter: list[tuple[str, str]] = []  # with the first part, since a search for it rules out most
    repeated = set[str]()
    for text in sorted(texts, key=lambda text: (len(text), text)):
        if any(first in text and other != text and _within(other, text) for first, other in shorter):
            repeated.add(text)
        shorter.append((text.partition(" + ")[0], text))
    return [text for text in texts if text not in repeated]


def _within(other: str, text: str) -> bool:
    """True if every part of `other` occurs in a part of `text`."""
    parts = [f" {part} " for part in text.split(" + ")]
    return all(any(f" {part} " in whole for whole in parts) for part in other.split(" + "))


def language(words: SearchWords, catalogue: Catalogue) -> Language:
    """The words with their answers, as of the catalogue's day."""
    answers = [answer_to(item, catalogue) for item in words.elsewhere]
    dated = replace(words, elsewhere=[matter_on(item, catalogue) for item in words.elsewhere])
    places = {unit.record.name.lower() for unit in catalogue.units.values() if unit.record.name}
    return Language(dated, answers, sorted(places))
