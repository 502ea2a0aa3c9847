"""Proposes what became of codes that vanished: a new code for the same procedure, merged into another one, split into
several."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple

from generator.importing.drift.paper_facts import comparable, similar
from generator.plain_data import Fields, Unchecked

LIKELY = 0.72
CONTAINED = 0.85  # of a name with all words of the other one: “Đăng ký kết hôn” and “… có yếu tố nước ngoài”
MIN_WORDS = 3
RENAMED, MERGED, SPLIT = "đổi mã", "gộp", "tách"


class Succession(NamedTuple):
    """what: RENAMED, MERGED or SPLIT; old, new: codes; share: similarity of the closest pair, 0–1."""

    what: str
    old: tuple[str, ...]
    new: tuple[str, ...]
    share: float


def propose(vanished: dict[str, Fields], fresh: dict[str, Fields]) -> list[Succession]:
    """Proposals from the records that vanished and those that are new at the source, by code."""
    near: list[tuple[float, str, str]] = []
    for old, before in vanished.items():
        for new, after in fresh.items():
            share = similarity(before, after)
            if share >= LIKELY:
                near.append((share, old, new))
    by_old: dict[str, set[str]] = defaultdict(set)
    by_new: dict[str, set[str]] = defaultdict(set)
    best: dict[str, float] = {}
    for share, old, new in near:
        by_old[old].add(new)
        by_new[new].add(old)
        best[old], best[new] = max(best.get(old, 0), share), max(best.get(new, 0), share)
    # An exact pair stands alone: a procedure of nearly the same name beside it is another one.
    for share, old, new in near:
        if share >= 0.98:
            for other in by_old[old] - {new}:
                by_new[other].discard(old)
            for other in by_new[new] - {old}:
                by_old[other].discard(new)
            by_old[old], by_new[new] = {new}, {old}
    found: dict[tuple[tuple[str, ...], tuple[str, ...]], Succession] = {}
    for old, codes in by_old.items():
        if not codes:
            continue
        sources = tuple(sorted({one for code in codes for one in by_new[code]}))
        what = SPLIT if len(codes) > 1 and len(sources) == 1 else MERGED if len(sources) > 1 else RENAMED
        group = (sources if what == MERGED else (old,), tuple(sorted(codes)))
        found[group] = Succession(what, *group, round(best[old], 2))
    return sorted(found.values(), key=lambda item: item.old)


def similarity(one: Fields, two: Fields) -> float:
    """The similarity of two procedures, 0–1: name, field, papers and legal bases."""
    if comparable(str(one.get("ten_thu_tuc", ""))) == comparable(str(two.get("ten_thu_tuc", ""))):
        return 1.0
    first, second = (comparable(str(side.get("ten_thu_tuc", ""))) for side in (one, two))
    names = max(similar(first, second), CONTAINED if _contained(first, second) else 0.0)
    same_field = comparable(str(one.get("linh_vuc", ""))) == comparable(str(two.get("linh_vuc", "")))
    if not names or not same_field:
        return 0.0
    parts = [_shared(_set(one, key, inner), _set(two, key, inner)) for key, inner in
             (("can_cu_phap_ly", "so_ky_hieu"), ("ket_qua_thuc_hien", "ten"))]  # fmt: skip
    parts.append(_shared(_papers(one), _papers(two)))
    known = [part for part in parts if part is not None]
    return 0.6 * names + 0.4 * (sum(known) / len(known) if known else names)


def _contained(one: str, two: str) -> bool:
    """True if all words of the shorter name are in the longer one, in their order."""
    short, long = sorted((one.split(), two.split()), key=len)
    rest = iter(long)
    return len(short) >= MIN_WORDS and all(word in rest for word in short)


def _set(data: Fields, key: str, inner: str) -> set[str]:
    return {comparable(str(item.get(inner, ""))) for item in data.get(key) or [] if isinstance(item, dict)}


def _papers(data: Fields) -> set[str]:
    dossier = data.get("thanh_phan_ho_so") or {}
    groups: Iterable[Unchecked] = [dossier, *(dossier.get("truong_hop") or [])] if isinstance(dossier, dict) else []
    return {
        comparable(str(paper.get("ten_giay_to", "")))
        for group in groups
        for key in ("giay_to_chung", "giay_to")
        for paper in group.get(key) or []
        if isinstance(paper, dict)
    }


def _shared(one: set[str], two: set[str]) -> float | None:
    return len(one & two) / min(len(one), len(two)) if one and two else None
