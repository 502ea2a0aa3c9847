"""The change of a text in words: whole when both are short, else the stretches that differ."""

from __future__ import annotations

from difflib import SequenceMatcher

LONG = 160  # longer texts are not quoted whole
AROUND = 3  # words of context around a stretch
MOST_STRETCHES = 4
MOST_WORDS = 1500  # of a stretch that is searched for equal words: the search takes the square of them


def change(was: str, now: str) -> str:
    """`was → now`, or the stretches that differ."""
    if len(was) <= LONG and len(now) <= LONG:
        return f"{was} → {now}"
    old, new = was.split(), now.split()
    stretches = _stretches(old, new)
    said = [f"“{_quoted(old, at, end)}” → “{_quoted(new, start, stop)}”" for at, end, start, stop in stretches]
    more = f"; và {len(said) - MOST_STRETCHES} chỗ nữa" if len(said) > MOST_STRETCHES else ""
    return ("; ".join(said[:MOST_STRETCHES]) or "sửa khoảng trắng") + more


def short(text: str) -> str:
    """`text` with at most LONG letters."""
    return text if len(text) <= LONG else f"{text[: LONG - 1]}…"


def _stretches(old: list[str], new: list[str]) -> list[tuple[int, int, int, int]]:
    """Where the words differ: from, to in the old ones, from, to in the new ones; neighbours are joined."""
    same = next((at for at, (one, other) in enumerate(zip(old, new, strict=False)) if one != other), None)
    first = min(len(old), len(new)) if same is None else same
    last = 0
    while last < min(len(old), len(new)) - first and old[-1 - last] == new[-1 - last]:
        last += 1
    ends = len(old) - last, len(new) - last
    if max(ends) - first > MOST_WORDS:
        return [(first, ends[0], first, ends[1])]
    found: list[tuple[int, int, int, int]] = []
    matcher = SequenceMatcher(None, old[first : ends[0]], new[first : ends[1]], autojunk=False)
    for kind, at, end, start, stop in matcher.get_opcodes():
        if kind == "equal":
            continue
        place = at + first, end + first, start + first, stop + first
        if found and place[0] - found[-1][1] <= 2 * AROUND:
            found[-1] = found[-1][0], place[1], found[-1][2], place[3]
        else:
            found.append(place)
    return found


def _quoted(words: list[str], at: int, end: int) -> str:
    """The words from `at` to `end` with some around them; of a long stretch its two ends."""
    start, stop = max(0, at - AROUND), min(len(words), end + AROUND)
    text = " ".join(words[start:stop])
    if len(text) > 2 * LONG:
        text = f"{text[:LONG].rstrip()} … {text[-LONG:].lstrip()}"
    return ("… " if start else "") + text + (" …" if stop < len(words) else "")
