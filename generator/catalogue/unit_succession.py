"""Successors of units that exist on the day, and a sentence that describes the succession. Units are identified by
their slug alone: a code may be reused later (that of one commune became another's), so nothing is joined by code."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator

from generator.catalogue.views import UnitView
from generator.schema.site import Site
from generator.text.number_words import SPELT


def current_successors(unit: UnitView) -> list[UnitView]:
    """The units existing on the day that `unit` was merged into, over any number of steps; `unit` itself if it
    exists."""
    successors: list[UnitView] = []
    _walk(unit, successors, set())
    return successors


def _walk(unit: UnitView, successors: list[UnitView], visited: set[str]) -> None:
    if unit.slug in visited:
        return
    visited.add(unit.slug)
    if unit.active:
        successors.append(unit)
    for other, *_ in unit.went_to if not unit.active else ():
        _walk(other, successors, visited)


def describe_succession(unit: UnitView) -> list[str]:
    """One sentence for each step from `unit` to the units existing on the day, in chronological order."""
    return list(dict.fromkeys(_sentences(unit, set())))


def _sentences(unit: UnitView, visited: set[str]) -> Iterator[str]:
    steps = [step for step in unit.went_to if step[0].begun]
    if unit.active or not steps or unit.slug in visited:
        return
    visited.add(unit.slug)
    yield _sentence(unit, steps)
    for other, *_ in steps:
        yield from _sentences(other, visited)


def _sentence(unit: UnitView, steps: list[tuple[UnitView, str, dt.date | None, str]]) -> str:
    day, document = steps[0][2], steps[0][3]
    begin = f"Từ ngày {day:%d/%m/%Y}, " if day else "Sau đó, "
    basis = f", theo Nghị quyết {document}" if document and document != "chưa rõ" else ""
    above = {
        other.parent.slug: other.parent
        for other, *_ in steps
        if other.parent and other.parent is not unit.parent and other.parent is not unit
    }
    place = f" ({', '.join(name_list(parent) for parent in above.values())})" if above else ""
    if len(steps) == 1:
        other, share = steps[0][0], steps[0][1]
        whole = "" if share in ("", "toàn bộ") else f"{share} của "
        return f"{begin}{whole}{name_list(unit)} nhập vào {name_list(other)}{place}{basis}."
    number = SPELT[len(steps)] if len(steps) < len(SPELT) else str(len(steps))
    if len({share for _, share, *_ in steps}) == 1:
        parts = ", ".join(name_list(other) for other, *_ in steps)
        return f"{begin}{name_list(unit)} không còn; địa bàn chia về {number} đơn vị: {parts}{place}{basis}."
    parts = "; ".join(f"{share} về {name_list(other)}" for other, share, *_ in steps)
    return f"{begin}{name_list(unit)} không còn; địa bàn chia về {number} đơn vị: {parts}{place}{basis}."


def name_list(unit: UnitView) -> str:
    """`xã Tân An`, inside a sentence."""
    return f"{unit.record.kind or ''} {unit.record.name or unit.slug}".strip()


def same_code(unit: UnitView, units: Iterable[UnitView]) -> list[UnitView]:
    """Other units that carry or carried the same code under another name."""
    return [
        other
        for other in units
        if other is not unit
        and other.begun
        and other.record.code == unit.record.code
        and other.record.name != unit.record.name
    ]


def publisher_after(site: Site, unit: UnitView | None, renamed: bool = False) -> Site:
    """The publisher once its unit has ended: the successor is named instead of the dissolved body. renamed: a version
    of the site states its name as of the day."""
    if unit is None or unit.active or not unit.begun:
        return site
    stand = current_successors(unit)
    above = next((view.parent for view in stand if view.parent), None)
    changes = {
        "name": site.name if renamed else f"{site.name or 'Thủ tục hành chính'} (cũ)",
        "operator": f"UBND {_together(stand)}" if stand else site.operator,
    }
    if above:
        changes |= {"authority": f"UBND {name_list(above)}", "authority_english": None}
    return site.model_copy(update=changes)


def _together(units: list[UnitView]) -> str:
    """`xã An Thanh`; `các xã An Thanh, Văn Tố`; `xã An Thanh, phường Tứ Minh` of different kinds."""
    kinds = {unit.record.kind for unit in units}
    if len(units) == 1 or len(kinds) > 1:
        return ", ".join(name_list(unit) for unit in units)
    return f"các {kinds.pop()} {', '.join(unit.record.name or unit.title for unit in units)}"
