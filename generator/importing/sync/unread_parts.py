"""Parts that the source had and that are now empty or unreadable there: they keep the value that was taken last time.

Only an explicit statement of the source changes a record. “Không” is one; an empty cell, a spreadsheet error or a text
that cannot be interpreted is not."""

from __future__ import annotations

import json
from collections.abc import Set

from generator.importing.draft_record import is_unknown
from generator.importing.merge import METADATA_KEYS
from generator.importing.sync.channel_form import KEYS as CHANNEL_KEYS
from generator.importing.sync.channel_form import collapse, expand
from generator.importing.sync.parts import item_names
from generator.plain_data import Fields, Unchecked
from generator.schema.values import UNKNOWN
from generator.text.misread import is_misread

Path = tuple[str, ...]
CHANNELS, LIMIT = CHANNEL_KEYS[:2]
FORGOTTEN = "(đã lấy, dấu "  # begins the placeholder for a value of which only the hash is known
DECISION, DOSSIER, FORMS = "quyet_dinh_cong_bo", "thanh_phan_ho_so", "bieu_mau"
# Keys that end with the state or the level they belong to, and keys about the import itself.
_FOLLOW = METADATA_KEYS | {"bai_bo", "nganh_doc", FORMS}
_OF_CHANNEL = {*CHANNEL_KEYS[1:], "mo_ta"}
_OF_PAPER = {"ban_chinh", "ban_sao", "nop_hay_xuat_trinh"}
_PAPERS = {"giay_to_chung", "truong_hop"}


def misread(theirs: Fields) -> list[Path]:
    """The parts of a record whose letters were misread or lost on the way: nothing of such a record is followed."""
    return [(key,) for key, value in theirs.items() if is_misread(json.dumps(value, ensure_ascii=False))]


def fill(base: Fields, theirs: Fields, unclear: Set[str] = frozenset()) -> tuple[Fields, list[Path]]:
    """(`theirs` with the parts that it does not state any more as in `base`, where they are: keys and names).

    base, theirs: the record as taken last time and as the source has it now, both plain. unclear: keys of which the
    source says something that means no certain value (a fee of 0): they follow it as “chưa rõ”. `theirs` itself when
    nothing is missing.
    """
    unread: list[Path] = []
    if _channels(base) and not _channels(theirs):
        unread.append((CHANNELS,))
    before, now = expand(_with_channels(base, theirs)), expand(_with_channels(theirs, base))
    filled = dict(now)
    for key, value in before.items():
        if key not in _FOLLOW and not is_unknown(value):
            filled[key] = _filled(value, now.get(key), (key,), unread, unclear)
    kept = {paper["ten_giay_to"] for paper in _papers(filled.get(DOSSIER))}
    if is_unknown(now.get(FORMS)) and _forms(before).keys() <= kept and not is_unknown(before.get(FORMS)):
        unread.append((FORMS,))  # forms disappear together with their papers
        filled[FORMS] = before[FORMS]
        filled[DOSSIER] = _with_forms(_forms(before), filled.get(DOSSIER))
    filled = {key: value for key, value in filled.items() if value is not None}
    return (collapse(filled), _once(unread, filled)) if unread else (theirs, [])


def _filled(before: object, now: object, path: Path, unread: list[Path], unclear: Set[str]) -> Unchecked:
    """`now`, or `before` where `now` states nothing."""
    if now == UNKNOWN and path[-1] in unclear:
        return now
    if is_unknown(now):
        if str(before).startswith(FORGOTTEN):
            return now
        unread.append(path)
        return before
    if isinstance(before, dict) and isinstance(now, dict):
        return _filled_parts(before, now, path, unread, unclear)
    if isinstance(before, list) and isinstance(now, list):
        places = dict(zip(item_names(before), before, strict=True))
        return [
            _filled(places[name], item, (*path, name), unread, unclear)
            if isinstance(item, dict) and isinstance(places.get(name), dict)
            else item
            for name, item in zip(item_names(now), now, strict=True)
        ]
    return now


def _filled_parts(before: Fields, now: Fields, path: Path, unread: list[Path], unclear: Set[str]) -> Fields:
    key = path[-1]
    if key == LIMIT and "so" in now and now["so"] == before.get("so") and "don_vi" in before and "don_vi" not in now:
        unread.append((*path, "don_vi"))
        return before
    if key == DECISION and is_unknown(now.get("so")) and not is_unknown(before.get("so")):
        unread.append((*path, "so"))
        return before
    if key == DECISION and now.get("so") != before.get("so"):
        return now  # the day of one decision says nothing about another
    filled = dict(now)
    for inner, value in before.items():
        if is_unknown(value):
            continue
        if inner in now or inner in _expected(key, before, now):
            filled[inner] = _filled(value, now.get(inner), (*path, inner), unread, unclear)
    return filled


def _expected(key: str, before: Fields, now: Fields) -> set[str]:
    """The keys of a part that a source states whenever it states the part."""
    if "hinh_thuc_nop" in now:
        return _OF_CHANNEL
    if "ten_giay_to" in now:
        return _OF_PAPER
    if key == DECISION:
        return {"ngay", "co_quan"}
    if key == DOSSIER:
        return {"so_bo"} if _PAPERS & now.keys() else {"so_bo", *_PAPERS}
    amount = str(now.get("muc_thu", ""))
    if amount.isdigit() and amount == before.get("muc_thu"):  # set by words, it may need no more explanation
        return {"ly_do"}
    return set()


def _channels(data: Fields) -> list[Fields]:
    items = data.get(CHANNELS)
    return items if isinstance(items, list) and all(isinstance(item, dict) for item in items) else []


def _with_channels(data: Fields, other: Fields) -> Fields:
    """`data` with the bare channels of `other` when it has none, so that limits and fees stand at the same place."""
    if _channels(data) or not _channels(other):
        return data
    kinds = [{key: item[key] for key in ("hinh_thuc_nop",) if key in item} for item in _channels(other)]
    return {**data, CHANNELS: kinds}


def _forms(data: Fields) -> Fields:
    """Paper -> its form."""
    return {paper["ten_giay_to"]: paper["bieu_mau"] for paper in _papers(data.get(DOSSIER)) if "bieu_mau" in paper}


def _with_forms(forms: Fields, dossier: object) -> Unchecked:
    """Let the papers name their forms again, if the list of forms is the same as last time."""
    if not isinstance(dossier, dict):
        return dossier

    def named(papers: object) -> Unchecked:
        if not isinstance(papers, list):
            return papers
        return [
            {**paper, "bieu_mau": forms[paper["ten_giay_to"]]}
            if isinstance(paper, dict) and paper.get("ten_giay_to") in forms and "bieu_mau" not in paper
            else paper
            for paper in papers
        ]

    filled = dict(dossier)
    if "giay_to_chung" in filled:
        filled["giay_to_chung"] = named(filled["giay_to_chung"])
    if isinstance(filled.get("truong_hop"), list):
        filled["truong_hop"] = [
            {**case, "giay_to": named(case["giay_to"])} if isinstance(case, dict) and "giay_to" in case else case
            for case in filled["truong_hop"]
        ]
    return filled


def _papers(dossier: object) -> list[Fields]:
    if not isinstance(dossier, dict):
        return []
    cases = [case.get("giay_to") for case in dossier.get("truong_hop") or [] if isinstance(case, dict)]
    groups = [dossier.get("giay_to_chung"), *cases]
    return [paper for group in groups for paper in group or [] if isinstance(paper, dict) and "ten_giay_to" in paper]


def _once(unread: list[Path], filled: Fields) -> list[Path]:
    """A limit or fee that no channel states is reported once, as that of the procedure."""
    rows = len(_channels(filled))
    found: list[Path] = []
    for path in unread:
        if path[0] == CHANNELS and path[-1] in CHANNEL_KEYS[1:]:
            same = sum(other[0] == CHANNELS and len(other) == 3 and other[-1] == path[-1] for other in unread)
            path = path[-1:] if same == rows else path
        if path not in found:
            found.append(path)
    return found
