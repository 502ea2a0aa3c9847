"""Sample questions (content/search/asked-*.yml) put beside the records that they ask for.

They are only evidence for the ranking (theme/assets/search-fields.js), so they are a file of their own that is fetched
behind the index: the first answer does not wait for it.
"""

from __future__ import annotations

import heapq
import math
from collections import Counter
from collections.abc import Iterable
from itertools import pairwise

from generator.outputs.search.normalise import key
from generator.schema.search_answers import Elsewhere
from generator.schema.search_words import OutsideQuestions, SampleQuestions

_Pair = tuple[str, str]

MAX_BYTES = 53_900  # of all published samples, as `_prices` estimates them: 51 KB to transfer, behind the first answer
MORE_BYTES = 150  # for each record, where they are more than MAX_BYTES: some seven samples of a record
LISTED = 2.2  # bytes of a word in the list of words, compressed
APART = 0.5  # bytes of what parts two texts
MIN_SHARE = 0.6  # share of an official name's syllable pairs that a title needs to be a name of the same matter


def samples_of(titles: list[str], samples: Iterable[SampleQuestions]) -> list[list[str]]:
    """The questions for each title: those of the same official name, else those of the names with which it shares the
    most pairs, if these are enough. Both must open with the same two syllables, which say what is done: the names of a
    family (to grant, extend, replace, delete the same paper) share nearly everything else. An empty title has none."""
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


def budget_for(records: int) -> float:
    """The bytes that the samples of a site with so many records may take."""
    return max(MAX_BYTES, MORE_BYTES * records)


def within_budget(*parts: list[list[str]], budget: float) -> tuple[list[list[str]], ...]:
    """The samples of records and groups, [plain syllables], that fit into `budget` bytes, without empty ones.

    If not all fit, those come first that add most for their bytes: authors may write without limit, and a sample is
    not worth transferring for what others of the same record say already. A word or pair adds more, the fewer records
    and groups have it, and less with each repetition, as the browser counts it. Sorted, which compresses better."""
    rows = [sorted(set(filter(None, texts))) for part in parts for texts in part]
    price = _prices(rows)
    costs = [[APART + math.fsum(map(price.__getitem__, text.split())) for text in row] for row in rows]
    if math.fsum(map(math.fsum, costs)) > budget:
        rows = _most_telling(rows, costs, budget)
    rest = iter(rows)
    return tuple([next(rest) for _ in part] for part in parts)


def _prices(rows: list[list[str]]) -> dict[str, float]:
    """The bytes that each occurrence of a word costs: its code (as long as entropy coding of single words would make
    it, which the compressed file nearly reaches) and its share of the word's line in the dictionary."""
    count = Counter(word for row in rows for text in row for word in text.split())
    every = count.total()
    return {word: math.log2(every / often) / 8 + LISTED / often for word, often in count.items()}


def _most_telling(rows: list[list[str]], costs: list[list[float]], budget: float) -> list[list[str]]:
    """The texts of each row, chosen one by one by how much each adds for its bytes. (Lazy greedy: the gain of a text
    never grows, so the first in the queue is the best if its gain is still that with which it was queued.)"""
    numbers: dict[str | _Pair, int] = {}  # of the terms, by which everything here is faster
    terms = [[[numbers.setdefault(term, len(numbers)) for term in _terms(text)] for text in row] for row in rows]
    spread = Counter(term for row in terms for term in {term for found in row for term in found})
    rarity = [math.log(1 + len(rows) / spread[number]) for number in range(len(numbers))]
    counts: list[Counter[int]] = [Counter() for _ in rows]
    chosen: list[list[str]] = [[] for _ in rows]
    # what a term adds that the chosen texts of its row have so many times already
    more = [math.sqrt(times + 1) - math.sqrt(times) for times in range(max(map(len, rows), default=0) + 1)]

    def added(row: int, place: int) -> float:
        said = counts[row].get
        return math.fsum([rarity[term] * more[said(term, 0)] for term in terms[row][place]]) / costs[row][place]

    queue = [(-added(row, place), row, place, 0) for row in range(len(rows)) for place in range(len(rows[row]))]
    heapq.heapify(queue)
    cheapest = min(map(min, filter(None, costs)))
    while queue and budget >= cheapest:
        worth, row, place, known = heapq.heappop(queue)
        if known != len(chosen[row]):  # queued before the last text of this row was chosen
            now = -added(row, place)
            if now > worth:
                heapq.heappush(queue, (now, row, place, len(chosen[row])))
                continue
        cost = costs[row][place]
        if cost <= budget:
            budget -= cost
            counts[row].update(terms[row][place])
            chosen[row].append(rows[row][place])
    return [sorted(texts) for texts in chosen]


def _terms(text: str) -> set[str | _Pair]:
    """The distinct words and pairs of a text."""
    words = text.split()
    return {*words, *pairwise(words)}


def _nearness(
    wanted: frozenset[_Pair], title: frozenset[_Pair], has_own: bool
) -> tuple[float, bool, bool, float] | None:
    """How well a title matches a name, as a sort key; greater is better. None if the title lacks too many of the name's
    pairs, or any of them if it has questions of its own (`has_own`). Of titles with equally many pairs, the equal one
    is best, then those with questions of their own, then those with the fewest other words."""
    both = len(wanted & title)
    share = both / len(wanted)
    if share < (1 if has_own else MIN_SHARE):
        return None
    return share, wanted == title, has_own, both / len(wanted | title)


def _pairs(text: str) -> list[_Pair]:
    """The pairs of adjacent plain syllables in `text`, without the word “Thủ tục” that some lists put first."""
    return list(pairwise(key(text).removeprefix("thu tuc ").split()))
