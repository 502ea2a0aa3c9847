"""The inputs of pages and exports. An output whose inputs equal those of the last build is not rendered again.

A page or export may state its inputs as plain values; one that states none depends on everything except the private
texts of procedures. What the frame shows on every page need not be stated. tests/build/test_inputs.py renders with
views that record every access and compares the accesses with those made while the inputs were stated."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable
from dataclasses import astuple
from functools import cached_property
from typing import Any
from weakref import WeakKeyDictionary

from generator import urls
from generator.catalogue.catalogue import Catalogue
from generator.catalogue.history import VersionView
from generator.catalogue.views import LawView, ProcedureView, UnitView
from generator.catalogue.wording import wording
from generator.pages.differences_today import differing_parts
from generator.problem import ERROR
from generator.schema.codes import MENTIONED
from generator.schema.kinds import BY_NAME, SEARCH
from generator.schema.packing import digest, dump, pack
from generator.schema.record import Record
from generator.schema.whole_token import WholeToken

NOTED: set[str] = set()  # files of the whole records that were stated as inputs since this was last cleared
Facet = Callable[[ProcedureView], object]  # what some outputs show of a procedure, as plain values
# parts of other records; pages that show them state them
PARTS = {name for name in BY_NAME if name.endswith("_version")} | {"fate", "overlay"}
# kinds that `other_records` leaves out: outputs state them one by one, or as a kind
STATED = {"procedure", "law", *SEARCH, *PARTS}


def plain(value: object) -> Any:
    """A record, a list of records, a date or a plain value as plain values."""
    if isinstance(value, list):
        return [plain(item) for item in value]
    if isinstance(value, dt.date):
        return value.isoformat()
    return pack(value, type(value)) if isinstance(value, Record) else value


def token(value: object) -> bytes:
    """Identifies a value that `plain` understands."""
    return digest(dump(plain(value)))


def named(view: ProcedureView) -> tuple[object, ...]:
    """Its names, address and state."""
    return (view.code, view.name, view.called, view.state)


def doubted(view: ProcedureView) -> tuple[object, ...]:
    """The values that decide which parts of it await confirmation."""
    parts = view.record.packed("verification", "paper_doubts", "fee_doubts", "by_channel")
    return (parts, plain(view.since), plain(view.text_day), view.outlived)


def listed(view: ProcedureView) -> bytes:
    """What a list shows of it (`item` in theme/components/items/items.html)."""
    if "listed" not in view.tokens:
        shown = view.record.packed(
            "time_limit", "fees", "channels", "levels", "audiences", "online_level", "distinction", "executing_agency"
        )
        view.tokens["listed"] = digest(dump((named(view), view.field.slug, len(view.problems), doubted(view), shown)))
    token: bytes = view.tokens["listed"]
    return token


def beside(view: ProcedureView) -> tuple[object, ...]:
    """What a page shows of it beside another subject (`related_item` there)."""
    return (named(view), view.record.packed("distinction"))


def linked(texts: Iterable[str | None], catalogue: Catalogue) -> list[tuple[object, ...]]:
    """The procedures whose codes these texts mention; the codes become links with the name."""
    codes = sorted({code for text in texts if text and "." in text for code in MENTIONED.findall(text)})
    return [named(view) for code in codes if (view := catalogue.procedures.get(code))]


def received(view: ProcedureView) -> tuple[object, ...]:
    """Its address and the units that receive it."""
    return (named(view), view.record.packed("levels"))


def dated(view: ProcedureView) -> tuple[object, ...]:
    """Its dated changes, for feeds."""
    changes = view.record.packed("summary", "validity", "amendments", "abolition")
    return (received(view), view.field.slug, changes)


def judged(view: ProcedureView) -> tuple[object, ...]:
    """Its completeness and online level, for the plan and its reports."""
    shown = view.record.packed(
        "field_name", "validity", "abolition", "online_level", "levels", "sector", "receiving_place", "missing",
        "time_limit", "legal_bases", "related",
    )  # fmt: skip
    return (named(view), view.field.name, len(view.problems), shown, doubted(view))


def searched(view: ProcedureView) -> tuple[object, ...]:
    """Its entry in the title index."""
    asked = view.record.packed(
        "popular_names", "keywords", "summary", "receiving_place", "receiving_hours", "papers", "cases", "forms"
    )
    return (listed(view), asked)


def row(view: ProcedureView) -> tuple[object, ...]:
    """Its row in the list of a unit."""
    return (listed(view), view.record.packed("receiving_place"), [number for _, number, _ in view.laws])


def law(view: LawView | None) -> bytes | None:
    """A legal document as other pages show it."""
    if view is None:
        return None
    view.token = view.token or digest(dump((plain(view.record), view.in_force)))
    return view.token


def unit(view: UnitView | None) -> bytes | None:
    """A unit with all its contacts."""
    if view is None:
        return None
    return digest(dump((plain(view.record), view.active, view.begun, view.local and plain(view.local.record))))


def noted(records: WholeToken) -> bytes:
    """The identity of whole records, for use as an input. Adds their files to NOTED, by which the build knows whose
    private texts the output shows."""
    NOTED.update(records.files)
    return records.value


def version(one: VersionView) -> tuple[object, ...]:
    """A version with everything that it changed."""
    record = noted(one.full_token) or token(one.record)
    return (record, one.number, plain(one.since), plain(one.until), one.document, one.note)


def aged(view: ProcedureView, catalogue: Catalogue) -> tuple[object, ...]:
    """What decides the statements of its pages about their age: its fate, the versions to come, and on a page of a past
    edition the differences today."""
    fate = catalogue.fates.get(view.code)
    coming = catalogue.history.coming(view.code, catalogue.as_of) if catalogue.announces else []
    versions = [(plain(one.since), one.note) for one in coming]
    return (view.stale, fate and plain(fate), versions, differing_parts(view.code, catalogue))


_OF_CATALOGUE: WeakKeyDictionary[Catalogue, Inputs] = WeakKeyDictionary()


def inputs_of(catalogue: Catalogue) -> Inputs:
    """The inputs that outputs of `catalogue` share, computed once."""
    if catalogue not in _OF_CATALOGUE:
        _OF_CATALOGUE[catalogue] = Inputs(catalogue)
    return _OF_CATALOGUE[catalogue]


class Inputs:
    """The shared inputs of the outputs of one catalogue, each computed on first use."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.catalogue = catalogue
        self._facets: dict[Facet, bytes] = {}
        self._kinds: dict[str, bytes] = {}
        self._lists: dict[tuple[Facet, int], bytes] = {}

    @cached_property
    def frame(self) -> bytes:
        """What every page shows: the site, the menu, the communes by name, the day."""
        shown, home, site = self.catalogue, self.catalogue.home_unit, self.catalogue.site_unit
        return token(
            [
                plain(shown.site),
                [plain(entry.record) for entry in shown.store.of("site")],
                shown.as_of.isoformat(),
                (shown.plan.url, shown.plan.year) if shown.plan else None,
                [(one.slug, one.title) for one in shown.communes],
                (home.slug, home.title) if home else None,
                astuple(wording(shown)),
                bool(shown.guides),
                (site.begun, [str(step[2]) for step in site.went_to]) if site else None,
                [plain(term) for term in shown.glossary],
                shown.has_sheets,
                self.edition,
            ]
        )

    @cached_property
    def edition(self) -> bytes:
        """The editions, which of them this is, and the units that have a page in the present one."""
        shown, edition = self.catalogue, self.catalogue.edition
        links = [astuple(link) for link in edition.links] if edition else []
        said = (edition.folder, edition.name, edition.first, edition.day, links) if edition else None
        units = sorted(url for url in edition.addresses if url.startswith(urls.UNITS)) if edition else []
        facts = (said, units, shown.announces, bool(shown.history))
        return digest(repr(facts).encode("utf-8", "surrogatepass"))

    @cached_property
    def units(self) -> bytes:
        """All units, whenever they exist."""
        return digest(*(unit(view) or b"" for view in self.catalogue.units.values()))

    def kinds(self, *names: str) -> bytes:
        """All records of these kinds; procedures by their summaries."""
        for name in names:
            if name not in self._kinds:
                self._kinds[name] = self.catalogue.store.tokens(name)
        return digest(*(self._kinds[name] for name in names))

    @cached_property
    def other_records(self) -> bytes:
        """All records that are not of a kind in STATED."""
        return digest(self.units, self.kinds(*(name for name in BY_NAME if name not in STATED)))

    @cached_property
    def faults(self) -> bytes:
        """What is shown of findings: everything but the lines of errors, only the rule of other findings."""
        shown = {
            (problem.path, problem.id, problem.severity, problem.message if problem.severity == ERROR else "")
            for problem in self.catalogue.problems
        }
        return digest(dump(sorted(shown)))

    @cached_property
    def withheld(self) -> bytes:
        """What is shown of withheld procedures."""
        return digest(dump([astuple(view) for view in self.catalogue.withheld]))

    @cached_property
    def everything(self) -> bytes:
        """Everything except private texts."""
        return digest(self.units, self.kinds(*BY_NAME), self.faults, self.withheld)

    def of_all(self, facet: Facet, views: list[ProcedureView] | None = None) -> bytes:
        """What `facet` shows of all procedures with a page, or of these."""
        if views is not None:
            key = (facet, id(views))  # units of a kind share one list, which lives as long as the catalogue
            if key not in self._lists:
                self._lists[key] = digest(dump([facet(view) for view in views]))
            return self._lists[key]
        if facet not in self._facets:
            self._facets[facet] = digest(dump([facet(view) for view in self.catalogue.procedures.values()]))
        return self._facets[facet]
