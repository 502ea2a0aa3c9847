"""Builds the registers of each plan (documents, reviews, events, figures, answers) and the processes of procedures."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Any

from generator.catalogue.catalogue import Catalogue
from generator.catalogue.plan.registers import (
    AnswerView,
    DocumentView,
    EventView,
    FeedbackView,
    NamedAgency,
    ProcessView,
    ResultView,
    ReviewView,
    Row,
    TargetView,
)
from generator.catalogue.plan.view import PlanView
from generator.loading.entry import Entry
from generator.loading.store import Store
from generator.schema.lifecycle import law_in_force
from generator.schema.plan.feedback import FeedbackRow
from generator.schema.plan.result import ResultRow
from generator.schema.record import specs
from generator.text.alphabet import sort_key

LATEST = dt.date.max


def build_registers(store: Store, catalogue: Catalogue) -> None:
    """Fill the registers of `catalogue.plans` and `catalogue.processes`."""
    day = catalogue.as_of
    for plan in catalogue.plans.values():
        issued = [entry for entry in _of(store, "plan_document", plan) if _past(entry.record.issued, day)]
        plan.documents = sorted((DocumentView(entry.record, plan.year, entry.stem) for entry in issued), key=_newest)
        _documents(plan, catalogue)
        plan.reviews = [_review(entry, plan, catalogue) for entry in _of(store, "review", plan)]
        plan.reviews.sort(key=lambda view: (view.record.due or LATEST, sort_key(view.name), view.slug))
        plan.events = [_event(entry, plan, catalogue) for entry in _of(store, "plan_event", plan) if entry.record.kind]
        plan.events.sort(key=lambda view: (view.record.start or LATEST, view.slug))
        for entry in _of(store, "result", plan):
            if _past(entry.record.end, day):
                plan.results.append(ResultView(*_period(entry, ResultRow, plan, catalogue)))
        for entry in _of(store, "feedback_period", plan):
            if _past(entry.record.end, day):
                plan.feedback.append(FeedbackView(*_period(entry, FeedbackRow, plan, catalogue)))
        for periods in (plan.results, plan.feedback):
            periods.sort(key=lambda view: (view.record.start or LATEST, view.slug))
        plan.targets = [_target(entry, catalogue) for entry in _of(store, "target", plan)]
        plan.answers = [
            _answer(entry, plan, catalogue) for entry in _of(store, "answer", plan) if _past(entry.record.answered, day)
        ]
        plan.answers.sort(key=lambda view: (view.record.answered or LATEST, view.slug), reverse=True)
    views = [
        ProcessView(entry.record, entry.stem, catalogue.procedures.get(entry.record.code or ""))
        for entry in store.of("process")
    ]
    catalogue.processes = sorted(views, key=lambda view: (bool(view.record.sample), sort_key(view.name), view.slug))


def _past(day: object, as_of: dt.date) -> bool:
    """True if `day` is not after the catalogue's day; undated items are included."""
    return not isinstance(day, dt.date) or day <= as_of


def _of(store: Store, kind: str, plan: PlanView) -> Iterator[Entry]:
    """The records of a kind in the plan's folder: content/plan/YEAR/…"""
    for entry in store.of(kind):
        if entry.path.partition("/plan/")[2].split("/")[0] == str(plan.year):
            yield entry


def _newest(view: DocumentView) -> tuple[object, ...]:
    issued = view.record.issued
    return (-issued.toordinal() if isinstance(issued, dt.date) else 0, view.slug)


def _documents(plan: PlanView, catalogue: Catalogue) -> None:
    by_slug = {view.slug: view for view in plan.documents}
    for view in plan.documents:
        record, day = view.record, catalogue.as_of
        view.in_force = law_in_force(record, day)
        for slug in record.replaces:
            if slug in by_slug:
                view.replaces.append(by_slug[slug])
                by_slug[slug].replaced_by.append(view)
        law = catalogue.laws.get(record.number or "")
        view.law_url = law.url if law else ""
    for task in plan.tasks:
        task.documents = [view for view in plan.documents if task.record.number in view.record.tasks]


def _review(entry: Entry, plan: PlanView, catalogue: Catalogue) -> ReviewView:
    record = entry.record
    reached = [step for step in record.progress if step.date and step.state and step.date <= catalogue.as_of]
    last = max(reached, key=lambda step: step.date, default=None)
    return ReviewView(
        record,
        plan.year,
        entry.stem,
        state=last.state if last else "",
        reached=last.date if last else None,
        procedure=catalogue.procedures.get(record.code or ""),
        agency=catalogue.agencies.get(record.agency or ""),
        merged=[catalogue.procedures[code] for code in record.merge_with if code in catalogue.procedures],
    )


def _event(entry: Entry, plan: PlanView, catalogue: Catalogue) -> EventView:
    record = entry.record
    documents = [view for view in plan.documents if view.slug in record.documents]
    takers = [_named(slug, None, plan, catalogue) for slug in record.takers]
    return EventView(record, plan.year, entry.stem, catalogue.agencies.get(record.lead or ""), takers, documents)


def _target(entry: Entry, catalogue: Catalogue) -> TargetView:
    measures = [measure for measure in entry.record.measures if measure.date and measure.date <= catalogue.as_of]
    return TargetView(entry.record, max(measures, key=lambda measure: measure.date, default=None))


def _answer(entry: Entry, plan: PlanView, catalogue: Catalogue) -> AnswerView:
    record = entry.record
    by = _named(record.unit, None, plan, catalogue)
    return AnswerView(record, plan.year, entry.stem, by, catalogue.procedures.get(record.code or ""))


def _named(slug: str | None, name: str | None, plan: PlanView, catalogue: Catalogue) -> NamedAgency:
    """Name and page address of an office or unit."""
    if slug in catalogue.units:
        unit = catalogue.units[slug]
        return unit.title, unit.url if unit.begun else ""
    if slug in catalogue.agencies:
        duties = next((entry for entry in plan.agencies if entry.agency.slug == slug), None)
        return catalogue.agencies[slug].name, duties.url if duties else ""
    return name or slug or "", ""


def _period(
    entry: Entry, model: type[Row], plan: PlanView, catalogue: Catalogue
) -> tuple[Any, int, str, list[tuple[NamedAgency, Row]], Row]:
    """What a PeriodView is made of. total: the sum of each column; one with a missing figure has no total."""
    figures = [spec for spec in specs(model) if spec.name not in ("unit", "name")]
    columns = {spec.key: [getattr(row, spec.name) for row in entry.record.rows] for spec in figures}
    total = {key: sum(column) for key, column in columns.items() if None not in column}
    rows = [(_named(row.unit, row.name, plan, catalogue), row) for row in entry.record.rows]
    return entry.record, plan.year, entry.stem, rows, model.model_validate(total)
