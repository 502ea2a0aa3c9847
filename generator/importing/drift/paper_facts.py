"""Papers, fees and notes as facts: what is there, how many, in which case, who is exempt, which numbers.

Each function returns (ours, theirs, is_wording) triples of what differs; a plain rewording is wording.
"""

from __future__ import annotations

import difflib
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from generator.plain_data import Fields

SIMILAR = 0.55
_NUMBER = re.compile(r"\d+(?:[.,/]\d+)*(?: ?(?:ngày làm việc|ngày|giờ|tháng|năm|đồng|%|bản|bộ))?", re.IGNORECASE)
_EXEMPT = re.compile(
    r"miễn|giảm|không thu|không phải nộp|hộ nghèo|người có công|khuyết tật|người cao tuổi|trẻ em", re.I
)


class Pair(NamedTuple):
    """One difference. ours, theirs: texts for display, "" where that side has nothing; wording: mere rephrasing."""

    ours: str
    theirs: str
    wording: bool


def comparable(text: str) -> str:
    """Normalise a text for comparison: ignores whitespace, punctuation and case."""
    words = "".join(char if char.isalnum() else " " for char in unicodedata.normalize("NFC", text).lower())
    return re.sub(r"\s+", " ", re.sub(r"(?<!\d)0+(?=\d)", "", words)).strip()


def numbers(text: str) -> Counter[str]:
    """The numbers of a text with their units, without leading zeros."""
    return Counter(re.sub(r"\b0+(?=\d)", "", found.lower()).replace(" ", "") for found in _NUMBER.findall(text))


def text_pair(ours: str, theirs: str) -> Pair | None:
    """How two texts differ: in numbers or exemptions (a fact), in words, or not at all (None)."""
    if comparable(ours) == comparable(theirs):
        return None
    exempt = Counter(map(str.lower, _EXEMPT.findall(ours))) != Counter(map(str.lower, _EXEMPT.findall(theirs)))
    return Pair(ours, theirs, numbers(ours) == numbers(theirs) and not exempt)


def papers(ours: Fields, theirs: Fields) -> Iterator[Pair]:
    """Papers more or less, their counts, cases and forms; a paper under another name is wording."""
    mine, other = _papers(ours), _papers(theirs)
    if not other:
        return
    for one, two in align([name for _, name, _ in mine], [name for _, name, _ in other]):
        left, right = (mine[one] if one is not None else None), (other[two] if two is not None else None)
        if left is None or right is None:
            yield Pair(_shown(left), _shown(right), False)
            continue
        if right[2] and left[2] != right[2]:  # no count at the source says nothing
            yield Pair(f"{left[1]}: {left[2]}", f"{right[1]}: {right[2]}", False)
        if comparable(left[0]) != comparable(right[0]):
            yield Pair(
                f"{left[1]} (trường hợp: {left[0] or 'chung'})", f"{right[1]} (trường hợp: {right[0] or 'chung'})", True
            )
        pair = text_pair(left[1], right[1])
        if pair:
            yield pair
    cases, their_cases = ({comparable(case): case for case, _, _ in side if case} for side in (mine, other))
    if len(cases) != len(their_cases):
        only = [case for key, case in cases.items() if key not in their_cases]
        theirs_only = [case for key, case in their_cases.items() if key not in cases]
        yield Pair(
            f"{len(cases)} trường hợp: {'; '.join(only)}",
            f"{len(their_cases)} trường hợp: {'; '.join(theirs_only)}",
            False,
        )


def reasons(ours: Fields, theirs: Fields) -> Iterator[Pair]:
    """Explanations and exemptions of the fees."""
    yield from _texts(list(_lines(ours, "ly_do")), list(_lines(theirs, "ly_do")))


def notes(ours: Fields, theirs: Fields) -> Iterator[Pair]:
    """Notes of the time limits and the channels: numbers in them are facts."""
    yield from _texts(_limit_notes(ours), _limit_notes(theirs))


def align(ours: list[str], theirs: list[str]) -> list[tuple[int | None, int | None]]:
    """Pairs of indexes of texts that mean the same: equal first, then the most similar."""
    keys, others = [comparable(text) for text in ours], [comparable(text) for text in theirs]
    free = list(range(len(others)))
    pairs: dict[int, int] = {}
    for index, key in enumerate(keys):
        found = next((at for at in free if others[at] == key), None)
        if found is not None:
            pairs[index] = found
            free.remove(found)
    scored = sorted(
        (-similar(keys[index], others[at]), index, at)
        for index in range(len(keys))
        if index not in pairs
        for at in free
    )
    for score, index, at in scored:
        if index not in pairs and at in free and -score >= SIMILAR:
            pairs[index] = at
            free.remove(at)
    return [(index, pairs.get(index)) for index in range(len(keys))] + [(None, at) for at in free]


def similar(one: str, two: str) -> float:
    """The similarity of two texts, 0–1; 0 when it is under SIMILAR."""
    matcher = difflib.SequenceMatcher(None, one[:300], two[:300], autojunk=False)
    if matcher.real_quick_ratio() < SIMILAR or matcher.quick_ratio() < SIMILAR:
        return 0.0
    return matcher.ratio()


def _texts(ours: list[str], theirs: list[str]) -> Iterator[Pair]:
    if not theirs:
        return
    for one, two in align(ours, theirs):
        pair = text_pair(ours[one] if one is not None else "", theirs[two] if two is not None else "")
        if pair:
            yield pair


def _papers(data: Fields) -> list[tuple[str, str, str]]:
    """(case, name, counts) of every paper."""
    dossier = data.get("thanh_phan_ho_so")
    if not isinstance(dossier, dict):
        return []
    groups = [("", dossier.get("giay_to_chung"))]
    groups += [
        (str(case.get("ten", "")), case.get("giay_to"))
        for case in dossier.get("truong_hop") or []
        if isinstance(case, dict)
    ]
    return [
        (case, str(paper["ten_giay_to"]), _counts(paper))
        for case, group in groups
        for paper in group or []
        if isinstance(paper, dict) and paper.get("ten_giay_to")
    ]


def _counts(paper: Fields) -> str:
    stated = [
        f"{paper[key]} {word}" for key, word in (("ban_chinh", "bản chính"), ("ban_sao", "bản sao")) if key in paper
    ]
    return ", ".join(filter(None, [*stated, str(paper.get("nop_hay_xuat_trinh", ""))]))


def _shown(paper: tuple[str, str, str] | None) -> str:
    return "" if paper is None else f"{paper[1]} ({paper[2]})"


def _lines(data: Fields, key: str) -> list[str]:
    holders = [data, *(item for item in data.get("cach_thuc_thuc_hien") or [] if isinstance(item, dict))]
    lines = [line for holder in holders for line in (holder.get("phi_le_phi") or []) if isinstance(line, dict)]
    return list(dict.fromkeys(str(line[key]) for line in lines if line.get(key)))


def _limit_notes(data: Fields) -> list[str]:
    channels = [item for item in data.get("cach_thuc_thuc_hien") or [] if isinstance(item, dict)]
    limits = [holder.get("thoi_han_giai_quyet") for holder in (data, *channels)]
    texts = [str(limit["ghi_chu"]) for limit in limits if isinstance(limit, dict) and limit.get("ghi_chu")]
    return list(dict.fromkeys([*texts, *(str(channel["mo_ta"]) for channel in channels if channel.get("mo_ta"))]))
