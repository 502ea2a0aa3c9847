"""/ke-hoach/YEAR/cong-khai/: the state of publication by field and by agency (II.5), counted from the records, and the
four lists of faults from the reports."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from generator.catalogue.catalogue import Catalogue
from generator.catalogue.plan.view import PlanView
from generator.catalogue.views import ProcedureView
from generator.pages.inputs import inputs_of
from generator.pages.page import Page, Values
from generator.pages.plan.parts import area_page
from generator.pages.quality import quality_of
from generator.reporting.quality.facts import Report
from generator.schema.plan.areas import BY_KEY
from generator.text.alphabet import sort_key

AREA = "công khai"


@dataclass(frozen=True, slots=True)
class PublicationRow:
    """Counts of procedures in force. complete: with parts a–g; sound: without errors; checked: nothing is left to
    ask about before going."""

    name: str
    url: str
    total: int
    complete: int
    sound: int
    checked: int


def pages(catalogue: Catalogue) -> Iterator[Page]:
    """One page a plan."""
    for plan in catalogue.plans.values():
        if BY_KEY[AREA] in plan.areas:
            page = area_page(
                plan,
                AREA,
                "plan-publication.html",
                partial(counted, plan, catalogue),
                ("công khai thủ tục", "niêm yết"),
            )
            page.inputs = lambda: inputs_of(catalogue).everything  # it counts the findings of all records
            yield page


def counted(plan: PlanView, catalogue: Catalogue) -> Values:
    """Rows by field and by agency, of everything, and the four lists of faults."""
    complete = {view.code for view in catalogue.in_force if not view.record.missing}
    duties = {entry.agency.slug: entry.url for entry in plan.agencies}
    by_agency: dict[str, list[ProcedureView]] = {}
    for view in catalogue.in_force:
        by_agency.setdefault(view.field.agency.slug if view.field.agency else "", []).append(view)
    agencies = [
        row(agency.name, duties.get(slug, ""), by_agency[slug], complete)
        for slug, agency in catalogue.agencies.items()
        if slug in by_agency
    ]
    if "" in by_agency:
        agencies.append(row("Lĩnh vực chưa ghi cơ quan phụ trách", "", by_agency[""], complete))
    return {
        "fields": [
            row(field.name, field.url, field.procedures, complete) for field in catalogue.fields if field.procedures
        ],
        "agencies": agencies,
        "whole": row("Cả huyện", "", catalogue.in_force, complete),
        "faults": four_lists(catalogue),
    }


def four_lists(catalogue: Catalogue) -> list[tuple[Report, list[tuple[str, int]]]]:
    """Each of the four reports (TT 19/2014 Đ10 k3) with how many procedures of each field it names, most first."""
    result = []
    for report in quality_of(catalogue).reports:
        counts = Counter(line.field or "chưa rõ lĩnh vực" for line in report.lines)
        result.append((report, sorted(counts.items(), key=lambda item: (-item[1], sort_key(item[0])))))
    return result


def row(name: str, url: str, group: list[ProcedureView], complete: set[str]) -> PublicationRow:
    """Count a group of procedures. complete: codes of those with all parts."""
    checked = sum(not view.doubts for view in group)
    return PublicationRow(
        name,
        url,
        len(group),
        sum(view.code in complete for view in group),
        sum(not view.problems for view in group),
        checked,
    )
