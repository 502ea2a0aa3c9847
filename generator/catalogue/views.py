"""Records in the form that pages use: with address, state and joined records."""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from generator import urls
from generator.catalogue.doubt import Doubts, doubts_of
from generator.problem import Problem
from generator.schema.agency import Agency
from generator.schema.fate import Fate
from generator.schema.guide import Guide
from generator.schema.law import Law
from generator.schema.lifecycle import State
from generator.schema.notice import Notice
from generator.schema.overlay import Overlay
from generator.schema.procedure import Procedure
from generator.schema.procedure_summary import ProcedureSummary
from generator.schema.unit import Unit
from generator.schema.unit_kinds import COMMUNES, DISTRICT, level_of
from generator.schema.whole_token import UNKNOWN, WholeToken
from generator.text.alphabet import sort_key


@dataclass(eq=False, repr=False)  # views hold each other: in full, one would print all of them
class LawView:
    """A legal document; in_force: True, False, or None if its dates are unknown. procedures: those based on it."""

    record: Law
    slug: str
    in_force: bool | None
    procedures: list[ProcedureView] = field(default_factory=list)
    token: bytes = b""  # see pages/inputs.py

    @property
    def url(self) -> str:
        return urls.law(self.record.number or "")

    @property
    def title(self) -> str:
        """`Nghị định 123/2015/NĐ-CP`."""
        return f"{self.record.kind or ''} {self.record.number}".strip()


@dataclass(eq=False, repr=False)  # views hold each other: in full, one would print all of them
class FieldView:
    """A field of work with its procedures in force, by name; withheld: those of which only the name is published;
    ended: those no longer in force, whose pages say what became of them."""

    name: str
    slug: str
    summary: str
    icon: str
    agency: AgencyView | None = None
    procedures: list[ProcedureView] = field(default_factory=list)
    withheld: list[WithheldView] = field(default_factory=list)
    ended: list[ProcedureView] = field(default_factory=list)

    @property
    def by_heading(self) -> list[ProcedureView]:
        """The procedures in the order of the names that lists show first."""
        return sorted(self.procedures, key=lambda view: (sort_key(view.heading), view.code))

    @cached_property
    def url(self) -> str:
        return urls.field(self.slug)


@dataclass(eq=False, repr=False)  # views hold each other: in full, one would print all of them
class ProcedureView:
    """A procedure joined to its field, documents, guides and relatives. record: what lists and other pages may show of
    it; load: returns the whole record, for its own page and sheet; problems: findings in the record (filled only if it
    is published as incomplete); source: path of the file, for error reports."""

    record: ProcedureSummary
    load: Callable[[], Procedure] = dataclasses.field(repr=False)
    source: str
    state: State
    field: FieldView
    problems: list[Problem]
    laws: list[tuple[LawView | None, str, str]] = dataclasses.field(default_factory=list)  # view, number, articles
    related: list[tuple[str, ProcedureView, str]] = dataclasses.field(default_factory=list)  # relation, view, note
    guides: list[GuideView] = dataclasses.field(default_factory=list)
    successors: list[ProcedureView] = dataclasses.field(default_factory=list)
    local: list[LocalView] = dataclasses.field(default_factory=list)  # local information of communes
    full_token: WholeToken = UNKNOWN  # identifies the whole record, if known
    tokens: dict[str, Any] = dataclasses.field(default_factory=dict, repr=False)  # computed once: see pages/inputs.py
    since: dt.date | None = None  # first day of the version shown; None for the first one
    fate: Fate | None = None  # what became of it, as of the catalogue's day
    stale: bool = False  # the text is from the first published day, not from this edition's
    day: dt.date = dt.date.min  # the catalogue's day
    text_day: dt.date | None = None  # the day the text is from, if it is stale
    outlived: bool = False  # it is stale, and the site's unit, the district, no longer exists

    @cached_property
    def code(self) -> str:
        return self.record.code or self.source.rsplit("/", 1)[-1].rsplit(".", 1)[0]

    @property
    def name(self) -> str:
        """The official name."""
        return self.record.name or f"Thủ tục {self.code}"

    @cached_property
    def called(self) -> str:
        """The popular name in the form used at the head of a line; empty if there is none or it equals the official
        name."""
        first = next(iter(self.record.popular_names), "")
        return "" if first.casefold() == self.name.casefold() else first[:1].upper() + first[1:]

    @property
    def heading(self) -> str:
        """The popular name, else the official name."""
        return self.called or self.name

    @cached_property
    def url(self) -> str:
        return urls.procedure(self.code)

    @property
    def in_force(self) -> bool:
        return self.state == "in_force"

    @property
    def doubts(self) -> Doubts:
        """The values that a reader should ask about before going."""
        if "doubts" not in self.tokens:
            self.tokens["doubts"] = doubts_of(self.record, self.day, self.since, self.text_day)
        found: Doubts = self.tokens["doubts"]
        return found


@dataclass(frozen=True, slots=True)
class WithheldView:
    """A procedure with errors, of which at most code, name, field and levels are published (checks/_engine/
    withholding.py). code: empty if it is not valid: it then has no page; faults: how many errors it has."""

    code: str
    name: str
    field: str
    levels: tuple[str, ...]
    source: str
    faults: int

    @property
    def title(self) -> str:
        return self.name or f"Thủ tục {self.code}".strip()

    @property
    def url(self) -> str:
        return urls.procedure(self.code) if self.code else ""


@dataclass(eq=False, repr=False)  # views hold each other: in full, one would print all of them
class UnitView:
    """A unit; active: it exists on the catalogue's day; begun: it exists or existed by then (a future unit has no
    page). came_from / went_to: predecessors and successors with the share."""

    record: Unit
    slug: str
    active: bool
    begun: bool
    parent: UnitView | None = None
    children: list[UnitView] = field(default_factory=list)
    went_to: list[tuple[UnitView, str, dt.date | None, str]] = field(default_factory=list)
    came_from: list[tuple[UnitView, str, dt.date | None]] = field(default_factory=list)
    procedures: list[ProcedureView] = field(default_factory=list)
    local: LocalView | None = None  # its own overlay, already applied to the record
    publishes: bool = False  # the site is its own

    @property
    def url(self) -> str:
        return urls.unit(self.slug)

    @property
    def is_commune(self) -> bool:
        return self.record.kind in COMMUNES

    @property
    def is_district(self) -> bool:
        return level_of(self.record.kind, self.record.parent) == DISTRICT

    @property
    def has_desk(self) -> bool:
        """True if it receives dossiers on the day: a commune or a district; a province on its own site only."""
        return self.active and (self.is_commune or self.is_district or self.publishes)

    @property
    def title(self) -> str:
        """`Xã Tân An`, `Thị trấn Tân Lập`."""
        kind = self.record.kind or ""
        return f"{kind[:1].upper()}{kind[1:]} {self.record.name or self.slug}".strip()


@dataclass(eq=False, repr=False)  # views hold each other: in full, one would print all of them
class LocalView:
    """The local information of one unit; to_review: labels of the parts of the base record that changed since."""

    record: Overlay
    unit: UnitView
    to_review: list[str]


@dataclass(eq=False, repr=False)  # views hold each other: in full, one would print all of them
class AgencyView:
    """An office or a group of offices; members: the offices of a group."""

    record: Agency
    members: list[AgencyView] = field(default_factory=list)
    groups: list[AgencyView] = field(default_factory=list)
    includes_communes: bool = False

    @property
    def slug(self) -> str:
        return self.record.slug or ""

    @property
    def name(self) -> str:
        return self.record.name or self.slug


@dataclass(eq=False, repr=False)  # views hold each other: in full, one would print all of them
class GuideView:
    """A life-event guide; steps: (step, its procedures, those done together); text_day: the day the text is from, if it
    is older than the edition."""

    record: Guide
    slug: str
    text_day: dt.date | None = None
    steps: list[tuple[object, list[ProcedureView], list[ProcedureView]]] = field(default_factory=list)

    @property
    def url(self) -> str:
        return urls.guide(self.slug)


@dataclass(eq=False, repr=False)  # views hold each other: in full, one would print all of them
class NoticeView:
    """A piece of news."""

    record: Notice
    slug: str

    @property
    def url(self) -> str:
        return urls.notice(self.slug)
