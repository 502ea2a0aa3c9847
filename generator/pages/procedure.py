"""/thu-tuc/CODE/: one procedure; a tombstone when it has ended."""

from __future__ import annotations

from collections.abc import Iterator

from generator.catalogue import addresses
from generator.catalogue.catalogue import Catalogue
from generator.catalogue.views import ProcedureView
from generator.pages import words
from generator.pages.page import Page, SearchRecord


def pages(catalogue: Catalogue) -> Iterator[Page]:
    """A page for each procedure in force or ended."""
    for view in catalogue.procedures.values():
        yield page(view, catalogue)


def page(view: ProcedureView, catalogue: Catalogue) -> Page:
    """The page of one procedure."""
    record = view.record
    crumbs = [("Trang chủ", addresses.HOME), ("Thủ tục", addresses.CATALOGUE), (view.field.name, view.field.url)]
    context = {"view": view, "record": record, "papers": paper_count(view), "national": national_address(view, catalogue)}
    return Page(
        url=view.url,
        template="procedure.html" if view.in_force else "procedure-ended.html",
        title=view.name,
        description=record.summary or f"{view.name}: hồ sơ, thời hạn, phí, nơi nộp.",
        context=context,
        section=addresses.CATALOGUE,
        crumbs=crumbs,
        search=search_record(view) if view.in_force else None,
        indexed=view.in_force,
    )


def search_record(view: ProcedureView) -> SearchRecord:
    """What the search knows of a procedure."""
    record = view.record
    return SearchRecord(
        group="procedure",
        title=view.name,
        code=view.code,
        keywords=[*record.popular_names, *record.keywords],
        summary=record.summary or "",
        field=view.field.name,
        agency=record.executing_agency or "",
        time=words.time_summary(record),
        fee=words.fee_summary(words.fees_of(record)),
        online=record.online_level or "",
        levels=list(record.levels),
        note=record.distinction or "",
    )


def paper_count(view: ProcedureView) -> tuple[int, int]:
    """(papers everybody needs, cases with papers of their own)."""
    dossier = view.record.dossier
    return (len(dossier.papers), len(dossier.cases)) if dossier else (0, 0)


def national_address(view: ProcedureView, catalogue: Catalogue) -> str:
    """Where the national record stands (NĐ 63/2010 Đ17): the source when it is an address, else the portal's search."""
    source = view.record.verification.source if view.record.verification else ""
    if source and source.startswith("https://"):
        return source
    return f"{catalogue.site.national_portal or 'https://dichvucong.gov.vn'}/tim-kiem?keyword={view.code}"
