"""/thu-tuc/CODE/thay-doi/: what changed and when; /thu-tuc/CODE/tu-DAY/: each version at an address that stays."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from generator import urls
from generator.catalogue.catalogue import Catalogue
from generator.catalogue.doubt import doubts_of
from generator.catalogue.history import VersionView
from generator.catalogue.views import ProcedureView
from generator.pages.edition_band import national_search
from generator.pages.inputs import aged, law, named, version
from generator.pages.page import Page


def pages(catalogue: Catalogue) -> Iterator[Page]:
    """A timeline for every procedure with versions or a known fate, a light page for each version after the first."""
    for view in catalogue.procedures.values():
        if not has_timeline(view.code, catalogue):
            continue
        versions = catalogue.history.of(view.code)
        yield timeline(view, versions, catalogue)
        for one in versions[1:]:
            yield version_page(view, one, catalogue)


def has_timeline(code: str, catalogue: Catalogue) -> bool:
    """True if there is something about the procedure that its own page does not show."""
    return code in catalogue.fates or catalogue.history.has_several(code)


def timeline(view: ProcedureView, versions: list[VersionView], catalogue: Catalogue) -> Page:
    """The versions of one procedure, newest first, and what became of it."""
    today = catalogue.edition.present.day if catalogue.edition else catalogue.as_of
    fate = catalogue.fates.get(view.code)
    now = fate.now if fate else ""
    return Page(
        url=urls.procedure_changes(view.code),
        template="timeline.html",
        title=f"Thay đổi của thủ tục: {view.name}",
        description=f"{view.name}: từ ngày nào, theo văn bản nào, khác trước ở đâu.",
        context=lambda: {
            "view": view,
            "versions": list(reversed(versions)),
            "shown": current_version(versions, catalogue),
            "today": today,
            "fate": fate,
            "replaced": now == "được thay",
            "abolished": now == "bãi bỏ",
            "continues": now == "tiếp tục",
            "national": national_search,
        },
        section=urls.CATALOGUE,
        crumbs=_crumbs(view),
        indexed=catalogue.announces,
        source=view.source,
        has_feedback_form=False,
        inputs=partial(_inputs, view, versions, [one.document for one in versions], catalogue),
    )


def version_page(view: ProcedureView, one: VersionView, catalogue: Catalogue) -> Page:
    """One version: its text without checklists and sheets, not for search engines."""
    assert one.since is not None
    return Page(
        url=urls.procedure_version(view.code, one.since),
        template="version.html",
        title=f"{one.record.name or view.name} (bản từ {one.since:%d/%m/%Y})",
        description=f"Nội dung thủ tục áp dụng từ ngày {one.since:%d/%m/%Y}.",
        context=lambda: (
            {"view": view, "version": one, "record": one.record, "own": one}
            | {"version_doubts": doubts_of(one.record, one.since or catalogue.as_of, one.since)}
        ),
        section=urls.CATALOGUE,
        crumbs=[*_crumbs(view), ("Các lần thay đổi", urls.procedure_changes(view.code))],
        indexed=False,
        source=one.source,
        has_feedback_form=False,
        inputs=partial(_inputs, view, [one], [basis.number for basis in one.record.legal_bases], catalogue),
    )


def _inputs(
    view: ProcedureView, versions: list[VersionView], documents: Sequence[str | None], catalogue: Catalogue
) -> object:
    """The inputs of a page about these versions, which names these documents."""
    current = current_version(versions, catalogue)
    laws = [law(catalogue.laws.get(number or "")) for number in documents]
    return (named(view), aged(view, catalogue), [version(one) for one in versions], current and current.number, laws)


def current_version(versions: list[VersionView], catalogue: Catalogue) -> VersionView | None:
    """The version on this edition's day."""
    return next((one for one in reversed(versions) if one.since is None or one.since <= catalogue.as_of), None)


def _crumbs(view: ProcedureView) -> list[tuple[str, str]]:
    return [("Trang chủ", urls.HOME), ("Thủ tục", urls.CATALOGUE), (view.name, view.url)]
