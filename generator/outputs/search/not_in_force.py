"""Search records of procedures that are not in force in an edition: those of another edition, which lead to it, and
those that have ended, which lead to the page that says what became of them. Each has a note beside its name."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator

from generator.catalogue.catalogue import Catalogue
from generator.catalogue.edition import EditionLink
from generator.catalogue.views import ProcedureView
from generator.pages.inputs import aged, plain, searched
from generator.pages.page import Page, SearchRecord
from generator.pages.procedure import search_record


def not_in_force(catalogue: Catalogue) -> Iterator[Page]:
    """Pages that are only search records."""
    for view in _ended(catalogue):
        yield Page(view.url, "", view.name, search=_ended_record(view, catalogue))
    fields = {field.name for field in catalogue.fields}
    procedures = {view.code: view for _, view in _elsewhere(catalogue)} | catalogue.procedures
    for link, view in _elsewhere(catalogue):
        record = search_record(view, procedures)
        yield Page(link.href("", view.url), "", view.name, search=_record_elsewhere(record, link, fields))


def inputs(catalogue: Catalogue) -> object:
    """Their inputs."""
    return (
        [(aged(view, catalogue), plain(view.record.abolition)) for view in _ended(catalogue)],
        [(link.href("", view.url), link.words, searched(view)) for link, view in _elsewhere(catalogue)],
    )


def _elsewhere(catalogue: Catalogue) -> tuple[tuple[EditionLink, ProcedureView], ...]:
    return catalogue.edition.others if catalogue.edition else ()


def _ended(catalogue: Catalogue) -> Iterator[ProcedureView]:
    """Those that no other procedure of the edition replaces; otherwise the search finds the successor."""
    later = {view.code for _, view in _elsewhere(catalogue)}
    for view in catalogue.procedures.values():
        codes = [other.code or "" for other in view.fate.successors] if view.fate else []
        successors = [*view.successors, *(catalogue.procedures[code] for code in codes if code in catalogue.procedures)]
        if not view.in_force and view.code not in later and not any(other.in_force for other in successors):
            yield view


def _ended_record(view: ProcedureView, catalogue: Catalogue) -> SearchRecord:
    """Only its names: nobody needs to know what it used to cost."""
    known = search_record(view, catalogue.procedures)
    if view.fate and view.fate.successors:
        became = ": nay làm theo thủ tục khác"
    elif view.record.abolition or (view.fate and view.fate.now == "bãi bỏ"):
        became = ": đã bãi bỏ"
    else:
        became = ""
    return SearchRecord(
        group=known.group,
        title=known.title,
        code=known.code,
        keywords=known.keywords,
        field=known.field,
        called=known.called,
        validity=f"Không còn áp dụng{became}",
    )


def _record_elsewhere(known: SearchRecord, link: EditionLink, fields: set[str]) -> SearchRecord:
    """Its names, its line and what it answers, which the page says to be of the other edition; nobody of this one
    receives it. known: its record there; fields: names of those of this edition."""
    return dataclasses.replace(
        known,
        field=known.field if known.field in fields else "",
        levels=[],
        agency="",
        time="",
        fee="",
        online="",
        doubt="",
        validity=f"Chỉ có trong {link.words}",
    )
