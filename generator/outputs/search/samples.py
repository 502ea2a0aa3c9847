"""Sample questions (content/search/asked-*.yml) put beside the records that they ask for.

They are only evidence for the ranking (theme/assets/search-fields.js), so they are a file of their own that is fetched
behind the index: the first answer does not wait for it.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from generator.outputs.search.normalise import key
from generator.schema.search_words import SampleQuestions

MIN_SHARE = 0.6  # share of an official name's syllable pairs that a title needs to be a name of the same matter


def samples_of(titles: list[str], samples: Iterable[SampleQuestions]) -> list[list[str]]:
    """The questions for each title: those of the official name that is the same, else those of the names of which it
    has the most, if that is enough. An empty title has none."""
    pairs = [_pairs(title) for title in titles]
    having: dict[tuple[str, str], list[int]] = {}
    for at, found in enumerate(pairs):
        for pair in found:
            having.setdefault(pair, []).append(at)
    asked: list[list[str]] = [[] for _ in titles]
    for sample in samples:
        wanted = _pairs(sample.means or "")
        near = {at: _nearness(wanted, pairs[at]) for pair in wanted for at in having.get(pair, ())}
        most = max(near.values(), default=0.0)
        if most:
            for at in sorted(at for at, value in near.items() if value == most):
                asked[at] += sample.asked
    return asked


def _nearness(wanted: set[tuple[str, str]], title: set[tuple[str, str]]) -> float:
    """1 for the same pairs, 0 for a title that has too few of them."""
    both = len(wanted & title)
    return both / len(wanted | title) if both >= MIN_SHARE * len(wanted) else 0.0


def _pairs(text: str) -> set[tuple[str, str]]:
    """The pairs of adjacent plain syllables in `text`."""
    return set(pairwise(key(text).split()))
