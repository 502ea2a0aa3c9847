"""Removes from sample questions the words that say little: greetings, particles, "how much", "where", "make a paper".

They are a third of what people type. The browser gives them little or no weight in a question, so samples would only
transfer them for nothing. The result is close to what theme/assets/search-question.js weighs, but need not be the same:
it only decides which words of a sample are published."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from itertools import pairwise

from generator.catalogue.search_words import SearchWords
from generator.outputs.search.normalise import Syllable, syllables

SHORT = 4  # in a sample of so few syllables every word counts: "khai thừa kế" is not "thừa kế"
MIN_SHARE = 0.15  # share of its uses from which two neighbours are one word (`keeps` of search-tuning.js)

_Run = tuple[Syllable, ...]


class Fillers:
    """The filler words of `search_words`. phrases: titles and names of the records, in which fillers are parts of
    words."""

    def __init__(self, search_words: SearchWords, phrases: Iterable[str]) -> None:
        said = [
            run
            for synonym in search_words.synonyms
            for text in (*synonym.says, *synonym.means)
            for run in re.split(r" \+ |…|\{[^{}]*\}", text)
        ]
        self.fillers = {run for item in search_words.fillers for text in item.words if (run := _run(text))}
        self.expressions = {run for text in said if len(run := _run(text)) > 1}
        self.lengths: dict[Syllable, set[int]] = defaultdict(set)  # of runs, by their first syllable
        for run in self.fillers | self.expressions:
            self.lengths[run[0]].add(len(run))
        self.word_pairs: set[tuple[str, str]] = set()
        for texts in (phrases, said):
            rows = [[one.plain for one in syllables(text)] for text in texts]
            uses = Counter(plain for row in rows for plain in row)
            together = Counter(pair for row in rows for pair in pairwise(row))
            self.word_pairs |= {
                pair
                for pair, count in together.items()
                if count > 1 and count >= MIN_SHARE * min(uses[pair[0]], uses[pair[1]])
            }

    def without(self, text: str, short: int = 0) -> str:
        """The plain syllables of `text` that say what is asked for, with single spaces; all syllables if there are at
        most `short`."""
        run = _run(text)
        if len(run) <= short:
            return " ".join(one.plain for one in run)
        named = {place for start, end in self._found(run, self.expressions) for place in range(start, end)}
        empty = {
            place
            for start, end in self._found(run, self.fillers)
            if end - start > 1 or not self._in_word(run, start)
            for place in range(start, end)
        }
        return " ".join(one.plain for place, one in enumerate(run) if place in named or place not in empty)

    def _found(self, run: _Run, known: set[_Run]) -> Iterable[tuple[int, int]]:
        """The places where runs of `known` syllables stand."""
        for start, first in enumerate(run):
            for length in self.lengths.get(first, ()):
                if start + length <= len(run) and run[start : start + length] in known:
                    yield start, start + length

    def _in_word(self, run: _Run, place: int) -> bool:
        pairs = pairwise(one.plain for one in run[max(0, place - 1) : place + 2])
        return any(pair in self.word_pairs for pair in pairs)


def _run(text: str) -> _Run:
    return tuple(syllables(text))
