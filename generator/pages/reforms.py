"""/thay-doi/: changes day by day; /thay-doi/DAY/: everything that changed on a day, by field and by commune."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from generator import urls
from generator.catalogue.catalogue import Catalogue
from generator.catalogue.history import VersionView
from generator.catalogue.views import NoticeView, ProcedureView, UnitView
from generator.catalogue.wording import wording
from generator.pages.field_groups import MAX_OPEN
from generator.pages.inputs import named, plain, version
from generator.pages.page import Page, SearchRecord
from generator.schema.unit_kinds import COMMUNE
from generator.text.alphabet import sort_key

Moves = list[tuple[UnitView, list[tuple[UnitView, str]]]]


def pages(catalogue: Catalogue) -> Iterator[Page]:
    """What is new, and a page for each day on which something changed."""
    days = changed_days(catalogue)
    today = catalogue.edition.present.day if catalogue.edition else catalogue.as_of
    rows = [(day, len(versions), len(moves)) for day, (versions, moves) in days.items()]
    yield Page(
        url=urls.CHANGES,
        template="whats-new.html",
        title="Có gì mới",
        description="Những ngày thủ tục hành chính và đơn vị hành chính thay đổi, mới nhất ở trên.",
        context={"rows": rows, "today": today, "news": _news(catalogue)},
        inputs=lambda: (
            [(plain(day), *counts) for day, *counts in rows],
            [(one.url, plain(one.record)) for one in _news(catalogue)],
        ),
        section=urls.CATALOGUE,
        crumbs=[("Trang chủ", urls.HOME)],
        indexed=catalogue.announces,
        search=SearchRecord(
            "page",
            "Có gì mới",
            keywords=["thay đổi", "quy định mới", "sửa đổi", "thủ tục nào thay đổi"],
            note="Thủ tục và đơn vị nào thay đổi, theo từng ngày.",
        )
        if catalogue.announces
        else None,
        has_feedback_form=False,
    )
    for day, (versions, moves) in days.items():
        yield reform(day, versions, moves, catalogue, today)


def reform(day: dt.date, versions: list[VersionView], moves: Moves, catalogue: Catalogue, today: dt.date) -> Page:
    """Everything that changed on `day`."""
    return Page(
        url=urls.reform(day),
        template="reform.html",
        title=f"Thay đổi từ ngày {day:%d/%m/%Y}",
        description=f"{len(versions)} thủ tục và {len(moves)} đơn vị hành chính thay đổi từ ngày {day:%d/%m/%Y}.",
        context=lambda: {
            "day": day,
            "fields": _by_field(versions, catalogue),
            "count": len(versions),
            "folded": len(versions) > MAX_OPEN,
            "moves": moves,
            "coming": day > today,
        },
        inputs=lambda: (
            [(name, [(named(view), version(one)) for view, one in of]) for name, of in _by_field(versions, catalogue)],
            [(unit.title, [(other.title, share) for other, share in successors]) for unit, successors in moves],
        ),
        section=urls.CATALOGUE,
        crumbs=[("Trang chủ", urls.HOME), ("Có gì mới", urls.CHANGES)],
        indexed=catalogue.announces,
        search=_search(day, versions, moves, catalogue) if catalogue.announces else None,
        has_feedback_form=False,
    )


def _search(day: dt.date, versions: list[VersionView], moves: Moves, catalogue: Catalogue) -> SearchRecord:
    commune = wording(catalogue).commune
    counts = [
        f"{len(versions)} thủ tục có bản mới" if versions else "",
        f"{len(moves)} đơn vị sắp xếp" if moves else "",
    ]
    words = [f"thay đổi từ {day.day}/{day.month}/{day.year}"]
    if any(_came_to_communes(one) for one in versions):
        words += [f"thủ tục nào chuyển về {commune}", f"việc của huyện chuyển về {commune}"]
    return SearchRecord(
        "page",
        f"Thay đổi từ ngày {day:%d/%m/%Y}",
        keywords=words,
        note=f"{', '.join(filter(None, counts))}.",
    )


def _came_to_communes(one: VersionView) -> bool:
    return one.before is not None and COMMUNE in one.record.levels and COMMUNE not in one.before.levels


def changed_days(catalogue: Catalogue) -> dict[dt.date, tuple[list[VersionView], Moves]]:
    """Day → the versions that begin on it and the units that were merged, newest first."""
    versions = catalogue.history.days()
    moves: dict[dt.date, dict[str, tuple[UnitView, list[tuple[UnitView, str]]]]] = {}
    for unit in catalogue.units.values():
        for other, share, day, _ in unit.went_to:
            if day and unit.is_commune:
                moves.setdefault(day, {}).setdefault(unit.slug, (unit, []))[1].append((other, share))
    found = {}
    for day in sorted({*versions, *moves}, reverse=True):
        ordered = sorted(moves.get(day, {}).values(), key=lambda item: (sort_key(item[0].record.name), item[0].slug))
        found[day] = (versions.get(day, []), ordered)
    return found if versions else {}


def _by_field(
    versions: list[VersionView], catalogue: Catalogue
) -> list[tuple[str, list[tuple[ProcedureView, VersionView]]]]:
    found: dict[str, list[tuple[ProcedureView, VersionView]]] = {}
    for one in versions:
        view = catalogue.procedures.get(one.code)
        if view:
            found.setdefault(view.field.name, []).append((view, one))
    for rows in found.values():
        rows.sort(key=lambda row: (sort_key(row[0].name), row[0].code))
    return sorted(found.items(), key=lambda item: sort_key(item[0]))


def _news(catalogue: Catalogue) -> list[NoticeView]:
    return catalogue.notices[:10]
