"""/xa-moi/, /phuong-moi/: which unit a former commune belongs to now, and the reverse; a page for each name shared by
two units."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from generator import urls
from generator.catalogue.catalogue import Catalogue
from generator.catalogue.unit_succession import name_list
from generator.catalogue.views import UnitView
from generator.catalogue.wording import wording
from generator.pages import formatting
from generator.pages.inputs import inputs_of
from generator.pages.page import Page, SearchRecord, Values
from generator.text.alphabet import sort_key
from generator.text.slugs import slug

WORDS = [
    "sáp nhập",
    "sáp nhập xã",
    "xã mới",
    "xã cũ",
    "tên xã mới",
    "tên xã cũ",
    "đổi tên xã",
    "đơn vị hành chính mới",
    "nhập xã",
    "bỏ cấp huyện",
    "bỏ huyện",
    "không còn huyện",
    "chính quyền hai cấp",
]


@dataclass(frozen=True, slots=True)
class UnitMove:
    """A unit that was merged, with the units its area is in now. successors: (unit, share)."""

    unit: UnitView
    successors: tuple[tuple[UnitView, str], ...]
    day: dt.date | None
    document: str


def pages(catalogue: Catalogue) -> Iterator[Page]:
    """No pages where no unit was merged."""
    moves = final_moves(catalogue)
    if not moves:
        return
    base = {"unit_now": partial(unit_now, catalogue), "known": _known(catalogue), "slug": slug, "moves": moves}
    successors = _successors(moves)
    yield _list_page(catalogue, moves, successors, base)
    for name, old, new in _shared(moves, successors):
        went_to = next(move.successors for move in moves if move.unit is old)
        context = {"shared_name": name, "old": old, "new": new, "successors": went_to, **base}
        yield _shared_name_page(catalogue, name, context)


def _successors(moves: list[UnitMove]) -> list[UnitView]:
    """The units in which the areas of all merged ones are now, by name."""
    return sorted(
        {successor.slug: successor for move in moves for successor, _ in move.successors}.values(),
        key=lambda one: sort_key(one.record.name),
    )


def _list_page(catalogue: Catalogue, moves: list[UnitMove], successors: list[UnitView], base: Values) -> Page:
    """The table from old to new and back. base: the variables that both templates use."""
    origins = [
        (successor, [(move.unit, share) for move in moves for other, share in move.successors if other is successor])
        for successor in successors
    ]
    above = {successor.parent.slug: successor.parent for successor in successors if successor.parent}
    names = {
        one.record.name or "" for move in moves for one in (move.unit, *(successor for successor, _ in move.successors))
    }
    wanted, commune = wording(catalogue), wording(catalogue).commune
    title = _title(catalogue)
    spoken = [text.replace("xã", commune) for text in WORDS]
    words = [
        *dict.fromkeys([*WORDS, *spoken]),
        *sorted(names - {""}, key=sort_key),
        *(one.record.name or "" for one in above.values()),
    ]
    return Page(
        url=urls.new_units(wanted.part),
        template="new-units.html",
        title=title,
        description=f"Bảng tra đơn vị trước và sau khi sắp xếp: {commune} cũ nay thuộc {commune} nào, {commune} mới "
        f"gồm những {commune} nào.",
        context={"origins": origins, "shared": _shared(moves, successors), **base},
        inputs=lambda: inputs_of(catalogue).units,
        section=urls.UNITS,
        crumbs=[("Trang chủ", urls.HOME), (formatting.sentence(wanted.units), urls.UNITS)],
        search=SearchRecord("unit", title, keywords=words, summary=f"Tra {commune} cũ, {commune} mới sau sắp xếp."),
    )


def _shared_name_page(catalogue: Catalogue, name: str, context: Values) -> Page:
    """Asks which of two units of that name is meant, the old or the new one."""
    wanted, commune = wording(catalogue), wording(catalogue).commune
    title = f"{name}: {commune} cũ hay {commune} mới?"
    return Page(
        url=urls.new_units(wanted.part, slug(name)),
        template="which-unit.html",
        title=title,
        description=f"Có hai {commune} mang tên {name}: trước và sau khi sắp xếp.",
        context=context,
        inputs=lambda: inputs_of(catalogue).units,
        section=urls.UNITS,
        crumbs=[("Trang chủ", urls.HOME), (_title(catalogue), urls.new_units(wanted.part))],
        search=SearchRecord("unit", title, keywords=[name, f"{commune} {name}", f"{name} cũ", f"{name} mới"]),
    )


def _title(catalogue: Catalogue) -> str:
    commune = wording(catalogue).commune
    return f"{formatting.sentence(commune)} cũ nay thuộc {commune} nào"


def unit_now(catalogue: Catalogue, root: str, unit_slug: str) -> str:
    """The address of a unit's page in the edition where today's units have theirs: the present edition, else this
    one."""
    edition, url = catalogue.edition, urls.unit(unit_slug)
    return edition.present.href(root, url) if edition and edition.past else f"{root}{url}"


def final_moves(catalogue: Catalogue) -> list[UnitMove]:
    """Every commune that was merged, with the last units its area went to, by name."""
    found = []
    for unit in catalogue.units.values():
        if unit.is_commune and unit.went_to:
            successors = _last(unit, set())
            *_, day, document = unit.went_to[0]
            shares = {other.slug: share for other, share, *_ in unit.went_to}
            named = tuple(
                (successor, shares.get(successor.slug, "toàn bộ" if len(successors) == 1 else "một phần"))
                for successor in successors
            )
            found.append(UnitMove(unit, named, day, document))
    return sorted(found, key=lambda move: (sort_key(move.unit.record.name), move.unit.slug))


def _last(unit: UnitView, visited: set[str]) -> list[UnitView]:
    if unit.slug in visited:
        return []
    visited.add(unit.slug)
    if not unit.went_to:
        return [unit]
    return list(dict.fromkeys(successor for other, *_ in unit.went_to for successor in _last(other, visited)))


def _shared(moves: list[UnitMove], successors: list[UnitView]) -> list[tuple[str, UnitView, UnitView]]:
    """(name, old unit, new unit) of each name shared by an old and a different new unit."""
    return [
        (move.unit.record.name or "", move.unit, successor)
        for move in moves
        for successor in successors
        if move.unit.record.name and name_list(move.unit) == name_list(successor) and move.unit is not successor
    ]


def _known(catalogue: Catalogue) -> set[str]:
    """Slugs of the units that have a page in the edition that `unit_now` links to."""
    edition = catalogue.edition
    if edition and edition.past:
        return {one for one in catalogue.units if urls.unit(one) in edition.addresses}
    return {unit.slug for unit in catalogue.units.values() if unit.begun}
