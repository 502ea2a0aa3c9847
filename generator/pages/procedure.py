"""/thu-tuc/CODE/: the page of one procedure; a notice when it has ended."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any
from urllib.parse import quote, urlsplit

from generator import urls
from generator.catalogue.catalogue import Catalogue
from generator.catalogue.mentions import spelled_out
from generator.catalogue.views import ProcedureView
from generator.pages import doubt_words, formatting
from generator.pages.cases import case_tree
from generator.pages.changes import history
from generator.pages.deadline_options import limits
from generator.pages.fate import ended_by_register, what_became
from generator.pages.inputs import aged, beside, linked, listed, noted, plain
from generator.pages.inputs import law as law_token
from generator.pages.open_data import publishes_records
from generator.pages.page import Page, SearchRecord, Values
from generator.pages.procedure_content import procedure_content
from generator.pages.related import guide_positions, inverse_relations, relatives
from generator.pages.search_answers import form_labels, search_answers
from generator.pages.structured_data import service
from generator.pages.versions import has_timeline

Inverse = dict[str, list[tuple[str, ProcedureView]]]


def pages(catalogue: Catalogue) -> Iterator[Page]:
    """A page for each procedure in force or ended."""
    inverse = inverse_relations(catalogue)
    for view in catalogue.procedures.values():
        yield page(view, catalogue, inverse)


def page(view: ProcedureView, catalogue: Catalogue, inverse: Inverse) -> Page:
    """The page of one procedure. inverse: see `inverse_relations`."""
    details = _Details(view, catalogue, inverse)
    crumbs, feed = _of_field(view.field.name, view.field.url)
    return Page(
        url=view.url,
        template=_template(view),
        title=f"{view.called} – {view.name}" if view.called else view.name,
        description=view.record.summary or f"{view.name}: hồ sơ, thời hạn, phí, nơi nộp.",
        context=details.context,
        section=urls.CATALOGUE,
        crumbs=crumbs,
        search=details.search if view.in_force else None,
        indexed=view.in_force,
        source=view.source,
        feed=feed,
        structured=details.structured if view.in_force else None,
        data=urls.data_record("thu-tuc", view.code) if publishes_records(catalogue) else "",
        inputs=details.inputs,
    )


@lru_cache(1000)
def _of_field(name: str, url: str) -> tuple[list[tuple[str, str]], tuple[str, str]]:
    """Crumbs and feed of the pages of a field: thousands of pages share these objects."""
    crumbs = [("Trang chủ", urls.HOME), ("Thủ tục", urls.CATALOGUE), (name, url)]
    return crumbs, (f"Có gì thay đổi: {name}", f"{url}atom.xml")


@dataclass(slots=True)
class _Details:
    """The parts of a page that are computed on demand. They are methods of one object, since closures for each of
    thousands of pages would take twice the memory."""

    view: ProcedureView
    catalogue: Catalogue
    inverse: Inverse

    def search(self) -> SearchRecord:
        return search_record(self.view, self.catalogue.procedures)

    def structured(self) -> dict[str, Any]:
        return service(self.view)

    def inputs(self) -> object:
        return inputs(self.view, self.catalogue, self.inverse)

    def context(self) -> Values:
        view, catalogue = self.view, self.catalogue
        record = view.load()
        parts: Values = {
            "local": local(view, catalogue),
            "relatives": relatives(view, self.inverse),
            "places": guide_positions(view),
            "changes": history(view, catalogue),
        }
        tree = case_tree(record)
        return {
            "view": view,
            "record": record,
            "content": procedure_content(view, catalogue, has_questions=tree is not None, **parts),
            "national": national_address(view, catalogue),
            "tree": tree,
            "limits": limits(record),
            "timeline": catalogue.announces and has_timeline(view.code, catalogue),
            **parts,
            **what_became(view, catalogue),
        }


def _template(view: ProcedureView) -> str:
    if view.in_force:
        return "procedure.html"
    return "procedure-replaced.html" if ended_by_register(view) else "procedure-ended.html"


def inputs(view: ProcedureView, catalogue: Catalogue, inverse: Inverse) -> object:
    """The inputs of the page: the whole record, and the values it shows of its documents, relatives, guides and
    units."""
    record, notes = view.record, [view.record.distinction]
    around = []
    for heading, others in relatives(view, inverse):
        around.append((heading, [(beside(other), note) for other, note in others]))
        notes += [note or other.record.distinction for other, note in others]
    notes += [other.record.distinction for other in view.successors]
    numbers = {number for law, number, _ in view.laws} | {change.document for change in record.amendments}
    numbers |= {form.document for form in record.forms} if isinstance(record.forms, list) else set()
    numbers |= {record.abolition.document} if record.abolition else set()
    for law, _, _ in view.laws:
        numbers |= {*law.record.amended_by, *law.record.replaced_by} if law else set()
    return (
        noted(view.full_token),
        view.state,
        (aged(view, catalogue), catalogue.announces and has_timeline(view.code, catalogue)),
        len(view.problems),
        around,
        [(number, law_token(catalogue.laws.get(number))) for number in sorted(filter(None, numbers))],
        [(one.guide.url, one.guide.record.title, one.number, one.count, one.title) for one in guide_positions(view)],
        [listed(other) for other in view.successors],
        [(plain(one.record), one.unit.slug, one.unit.title, one.to_review) for one in view.local],
        linked(notes, catalogue),
    )


def search_record(view: ProcedureView, procedures: Mapping[str, ProcedureView]) -> SearchRecord:
    """The search record of a procedure. procedures: those whose codes its note may mention."""
    record = view.record
    return SearchRecord(
        group="procedure",
        title=view.name,
        code=view.code,
        keywords=[*record.popular_names, *record.keywords, *form_labels(view)],
        summary=record.summary or "",
        field=view.field.name,
        agency=formatting.with_year(view, record.executing_agency) if record.executing_agency else "",
        time=formatting.time_of_view(view),
        fee=formatting.fee_of_view(view),
        online=record.online_level or "",
        levels=list(record.levels),
        note=spelled_out(record.distinction or "", procedures),
        doubt=doubt_words.brief(view.doubts),
        called=view.called,
        answers=search_answers(view),
    )


def local(view: ProcedureView, catalogue: Catalogue) -> str:
    """Where a visitor who has chosen a commune submits it: `xa` at the commune, `huyen` at the district's desk, else
    empty."""
    levels = view.record.levels
    if view.record.sector or not catalogue.communes:
        return ""
    if "cấp xã" in levels:
        return "xa"
    return "huyen" if "cấp huyện" in levels and catalogue.home_unit else ""


def national_address(view: ProcedureView, catalogue: Catalogue) -> str:
    """Address of the national record (NĐ 63/2010 Đ17): the record's source when it is on the national portal, else the
    portal's search for the code. A source on a province's portal is no national record."""
    portal = (formatting.safe_url(catalogue.site.national_portal) or "https://dichvucong.gov.vn").rstrip("/")
    source = formatting.safe_url(view.record.verification.source if view.record.verification else None)
    host = urlsplit(portal).hostname or ""
    if source.startswith("https://") and f".{urlsplit(source).hostname or ''}".endswith(f".{host}"):
        return source
    return f"{portal}/tim-kiem?keyword={quote(view.code)}"
