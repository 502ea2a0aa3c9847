"""The catalogue: all content joined, as of one date."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from generator.catalogue.edition import EditionView
from generator.catalogue.history import History
from generator.catalogue.plan.registers import ProcessView
from generator.catalogue.plan.view import PlanView
from generator.catalogue.search_words import SearchWords, search_words
from generator.catalogue.unit_succession import current_successors
from generator.catalogue.views import (
    AgencyView,
    FieldView,
    GuideView,
    LawView,
    NoticeView,
    ProcedureView,
    UnitView,
    WithheldView,
)
from generator.loading.store import Store
from generator.problem import Problem
from generator.schema.fate import Fate
from generator.schema.handbook import Chapter
from generator.schema.holidays import Holidays
from generator.schema.site import Site
from generator.schema.term import GlossaryTerm
from generator.text.alphabet import sort_key


@dataclass(eq=False, repr=False)
class Catalogue:
    """as_of: the date of the catalogue. procedures: all that have a page (in force or ended), by code."""

    site: Site
    as_of: dt.date
    store: Store = field(default_factory=Store)  # the source records, for the quality reports
    problems: list[Problem] = field(default_factory=list)
    procedures: dict[str, ProcedureView] = field(default_factory=dict)
    fields: list[FieldView] = field(default_factory=list)
    withheld: list[WithheldView] = field(default_factory=list)  # procedures with errors, in no other list
    laws: dict[str, LawView] = field(default_factory=dict)
    units: dict[str, UnitView] = field(default_factory=dict)
    agencies: dict[str, AgencyView] = field(default_factory=dict)
    guides: list[GuideView] = field(default_factory=list)
    notices: list[NoticeView] = field(default_factory=list)
    plans: dict[int, PlanView] = field(default_factory=dict)
    processes: list[ProcessView] = field(default_factory=list)
    holidays: list[Holidays] = field(default_factory=list)
    glossary: list[GlossaryTerm] = field(default_factory=list)
    handbook: list[tuple[str, Chapter]] = field(default_factory=list)  # slug and chapter, in order
    has_sheets: bool = False  # the site has printable sheets
    edition: EditionView | None = None  # which edition this is; None for a site with a single one
    fates: dict[str, Fate] = field(default_factory=dict)
    announces: bool = True  # pages announce later versions, unless a past or chosen day is shown as it was

    @cached_property
    def search_words(self) -> SearchWords:
        """Synonyms and spoken forms from the editors; needed only by the title index."""
        return search_words(self.store)

    @cached_property
    def history(self) -> History:
        """The versions of the procedures, whatever the day."""
        return History(self.store)

    @property
    def in_force(self) -> list[ProcedureView]:
        """Procedures in force on `as_of`, by field order and name."""
        return [view for view in self.procedures.values() if view.in_force]

    @property
    def site_unit(self) -> UnitView | None:
        """The unit the site is built for, whether it exists on `as_of` or not."""
        return self.units.get(self.site.unit or "")

    @property
    def home_unit(self) -> UnitView | None:
        """The unit that runs the site; None if it does not exist on `as_of`."""
        unit = self.site_unit
        return unit if unit and unit.active else None

    @cached_property
    def communes(self) -> list[UnitView]:
        """The communes that exist on `as_of` in the territory of the site's unit, by name; only that unit if it is a
        commune itself."""
        if self.home_unit:
            return list(_communes_of(self.home_unit))
        found = current_successors(self.site_unit) if self.site_unit else []
        return sorted(
            (unit for unit in found if unit.is_commune), key=lambda unit: (sort_key(unit.record.name), unit.slug)
        )

    @property
    def home_and_communes(self) -> list[UnitView]:
        """The unit that runs the site, then the communes in its territory."""
        home = self.home_unit
        return self.communes if home is None or home.is_commune else [home, *self.communes]

    def communes_during(self, year: int) -> list[UnitView]:
        """The communes of the site's unit that existed at any time in `year`: those bound by a plan of that year."""
        found = []
        for unit in self.units.values():
            term = unit.record.term
            begun = not (term and isinstance(term.since, dt.date) and term.since.year > year)
            ended = bool(term and term.until and term.until.year < year)
            inside = self.site_unit in (unit, unit.parent, unit.parent and unit.parent.parent)
            if unit.is_commune and inside and unit.begun and begun and not ended:
                found.append(unit)
        return sorted(found, key=lambda unit: (sort_key(unit.record.name), unit.slug))

    @property
    def plan(self) -> PlanView | None:
        """The plan on the home page: of the year the site names, else the year of `as_of`, else the latest; never a
        draft."""
        if self.edition and self.edition.later and self.home_unit is None:
            return None  # its pages stay, but no edition presents the plan of a body that no longer exists as its own
        issued = {year: plan for year, plan in self.plans.items() if not plan.record.draft}
        return issued.get(self.site.plan_year or self.as_of.year) or next(reversed(issued.values()), None)


def _communes_of(unit: UnitView) -> Iterator[UnitView]:
    """The communes in a unit's territory, district by district."""
    if unit.is_commune:
        yield unit
    for child in unit.children if not unit.is_commune else ():
        yield from _communes_of(child)
