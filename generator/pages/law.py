"""/van-ban/…: legal documents with the procedures based on each."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from generator import urls
from generator.catalogue.catalogue import Catalogue
from generator.catalogue.plan.view import PlanView
from generator.catalogue.views import LawView
from generator.pages.field_groups import MAX_OPEN, field_groups
from generator.pages.inputs import beside, law, linked
from generator.pages.page import Page, SearchRecord, Values
from generator.text.alphabet import sort_key

RANK = (
    "Hiến pháp",
    "Bộ luật",
    "Luật",
    "Pháp lệnh",
    "Nghị quyết",
    "Nghị định",
    "Quyết định",
    "Thông tư liên tịch",
    "Thông tư",
)


def pages(catalogue: Catalogue) -> Iterator[Page]:
    """The register of documents and a page for each."""
    crumbs = [("Trang chủ", urls.HOME)]
    groups: dict[str, list[LawView]] = {}
    for view in catalogue.laws.values():
        groups.setdefault(view.record.kind or "Văn bản khác", []).append(view)
    rank = {kind: at for at, kind in enumerate(RANK)}
    ordered = sorted(groups.items(), key=lambda group: (rank.get(group[0], len(RANK)), sort_key(group[0])))
    yield Page(
        url=urls.LAWS,
        template="laws.html",
        title="Văn bản",
        description="Các văn bản làm căn cứ của thủ tục hành chính và kế hoạch.",
        context={"groups": ordered},
        inputs=lambda: [(law(view), len(view.procedures)) for view in catalogue.laws.values()],
        section=urls.LAWS,
        crumbs=crumbs,
    )
    plans = {number: plan for plan in catalogue.plans.values() for part in plan.record.preamble for number in part.laws}
    for number, view in catalogue.laws.items():
        yield Page(
            url=view.url,
            template="law.html",
            title=view.title,
            description=view.record.summary or view.title,
            context=partial(_context, view, plans.get(number)),
            inputs=partial(_inputs, view, plans.get(number), catalogue),
            source=f"laws/{view.slug}.yml",
            section=urls.LAWS,
            crumbs=crumbs + [("Văn bản", urls.LAWS)],
            search=SearchRecord(
                "law",
                view.title,
                code=number,
                summary=view.record.summary or "",
                keywords=[view.record.short_name] if view.record.short_name else [],
            ),
        )


def _context(view: LawView, plan: PlanView | None) -> Values:
    groups = field_groups(view.procedures) if len(view.procedures) > MAX_OPEN else []
    return {"view": view, "plan": plan, "groups": groups}


def _inputs(view: LawView, plan: PlanView | None, catalogue: Catalogue) -> object:
    others = (*view.record.amended_by, *view.record.replaced_by)
    return (
        law(view),
        [(beside(one), one.field.slug, one.field.name) for one in view.procedures],
        linked((one.record.distinction for one in view.procedures), catalogue),
        [catalogue.laws[number].url for number in others if number in catalogue.laws],
        plan and (plan.url, plan.year),
    )
