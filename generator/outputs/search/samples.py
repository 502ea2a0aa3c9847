"""Sample questions (content/search/asked-*.yml) put beside the records that they ask for.

They are only evidence for the ranking (theme/assets/search-fields.js), so they are a file of their own that is fetched
behind the index: the first answer does not wait for it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain, count, pairwise

from generator.outputs.search.normalise import key
from generator.schema.search_answers import Elsewhere
from generator.schema.search_words import OutsideQuestions, SampleQuestions

_Pair = tuple[str, str]

MAX_SYLLABLES = 40_200  # of all published samples: 45 KB to transfer
LATER = 3  # how many times slower more is asked of the samples of records than of those that no record answers
MIN_SHARE = 0.6  # share of an official name's syllable pairs that a title needs to be a name of the same matter


def samples_of(titles: list[str], samples: Iterable[SampleQuestions]) -> list[list[str]]:
    """The questions for each title: those of the official name that is the same, else those of the names of which it
    has the most, if that is enough. Both must open with the same two syllables, which say what is done: the names of a
    family (to grant, extend, replace, delete the same paper) share nearly all the rest. An empty title has none."""
    samples = list(samples)
    asked_of = {frozenset(_pairs(sample.means or "")) for sample in samples}
    pairs: list[frozenset[_Pair]] = []
    doing: dict[_Pair, list[int]] = {}
    for at, title in enumerate(titles):
        found = _pairs(title)
        pairs.append(frozenset(found))
        if found:
            doing.setdefault(found[0], []).append(at)
    asked: list[list[str]] = [[] for _ in titles]
    for sample in samples:
        wanted = _pairs(sample.means or "")
        near = {
            at: nearness
            for at in (doing.get(wanted[0], ()) if wanted else ())
            if (nearness := _nearness(frozenset(wanted), pairs[at], pairs[at] in asked_of))
        }
        most = max(near.values(), default=None)
        for at in sorted(at for at, value in near.items() if value == most):
            asked[at] += sample.asked
    return asked


def outside_groups(
    outside: Iterable[OutsideQuestions], elsewhere: Iterable[Elsewhere]
) -> tuple[list[list[str]], list[int]]:
    """The questions that no record answers, in groups, and what each group is about: the number of a matter of another
    body in `elsewhere`, -1 for nobody's. All questions of one matter are one group; else each record is one."""
    numbers = {matter.title: number for number, matter in enumerate(elsewhere)}
    groups: dict[tuple[int, int], list[str]] = {}
    for at, item in enumerate(outside):
        number = numbers.get(item.elsewhere, -1)
        groups.setdefault((number, at if number < 0 else -1), []).extend(item.asked)
    return list(groups.values()), [number for number, _ in groups]


def within_budget(*parts: list[list[str]], budget: int = MAX_SYLLABLES) -> tuple[list[list[str]], ...]:
    """The samples of records and groups, [plain syllables], that fit into `budget` syllables, without those that are
    empty. If all do not fit, those are left out that bring their record fewer than so many new words and pairs, the
    longest looked at first: authors may write without limit, and what teaches least is not transferred. The first of
    `parts` gives way last, and in each those of which most was asked first. Sorted, which compresses better."""
    found = _choice(parts, 0)
    size = sum(map(_syllables, chain(*found)))
    for step in count(1):
        if size <= budget:
            break
        stricter = _choice(parts, step)
        for rows, others in reversed(list(zip(found, stricter, strict=True))):
            for at in sorted(range(len(rows)), key=lambda at: (_syllables(others[at]) - _syllables(rows[at]), at)):
                size += _syllables(others[at]) - _syllables(rows[at])
                rows[at] = others[at]
                if size <= budget:
                    return found
    return found


def _choice(parts: tuple[list[list[str]], ...], step: int) -> tuple[list[list[str]], ...]:
    return tuple(
        [sorted(_teaching(texts, step if at else step // LATER)) for texts in rows] for at, rows in enumerate(parts)
    )


def _syllables(texts: list[str]) -> int:
    return sum(text.count(" ") + 1 for text in texts)


def _teaching(texts: list[str], minimum: int) -> Iterator[str]:
    """The different texts that have at least `minimum` words and pairs that no longer one has."""
    known: set[str | _Pair] = set()
    for text in sorted(set(filter(None, texts)), key=lambda text: (-len(text.split()), text)):
        words = text.split()
        terms: set[str | _Pair] = {*words, *pairwise(words)}
        if len(terms - known) >= minimum:
            known |= terms
            yield text


def _nearness(
    wanted: frozenset[_Pair], title: frozenset[_Pair], has_own: bool
) -> tuple[float, bool, bool, float] | None:
    """Greater is nearer; None for a title that has too few of the pairs, or not all though it has questions of its own
    (`has_own`). Of titles that have as much of the name, the same one comes first, then one with questions of its own,
    then the one that says least besides."""
    both = len(wanted & title)
    share = both / len(wanted)
    if share < (1 if has_own else MIN_SHARE):
        return None
    return share, wanted == title, has_own, both / len(wanted | title)


def _pairs(text: str) -> list[_Pair]:
    """The pairs of adjacent plain syllables in `text`, without the word “Thủ tục” that some lists put first."""
    return list(pairwise(key(text).removeprefix("thu tuc ").split()))
