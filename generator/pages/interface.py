"""/so-tay/giao-dien/: every component of the theme in every state, from the examples beside them. For those who edit or
build the site: kept out of the search and the sitemap."""

from __future__ import annotations

from collections.abc import Iterator
from types import SimpleNamespace

from generator import urls
from generator.catalogue.catalogue import Catalogue
from generator.catalogue.doubt import Doubt
from generator.catalogue.views import ProcedureView
from generator.pages.cases import case_tree
from generator.pages.inputs import inputs_of, noted
from generator.pages.page import Page, Values
from generator.pages.plan.chart import ChartBar, bars
from generator.pages.procedure_content import ProcedureFact
from generator.schema.dossier import Paper
from generator.schema.fees import Fee, TimeLimit
from generator.schema.procedure import Step
from generator.schema.values import BY_COUNCIL

URL = f"{urls.HANDBOOK}giao-dien/"
MAX_ITEMS = 3


def pages(catalogue: Catalogue) -> Iterator[Page]:
    """The page; nothing where there is no handbook (a commune's own site)."""
    if not catalogue.handbook:
        return
    yield Page(
        url=URL,
        template="interface.html",
        title="Giao diện",
        description="Mọi bộ phận của các trang, ở mọi trạng thái.",
        context=lambda: context(catalogue),
        inputs=lambda: (inputs_of(catalogue).everything, [noted(view.full_token) for view in _example(catalogue)[1]]),
        section=urls.HANDBOOK,
        crumbs=[("Trang chủ", urls.HOME), ("Sổ tay biên tập", urls.HANDBOOK)],
        indexed=False,
        has_feedback_form=False,
    )


def context(catalogue: Catalogue) -> Values:
    """What the examples use: records made from their Python names, some procedures, and one that asks for the visitor's
    case."""
    shown = catalogue.in_force[:MAX_ITEMS]
    return {
        "BY_COUNCIL": BY_COUNCIL,
        "Doubt": Doubt,
        "Entry": SimpleNamespace,
        "Fact": ProcedureFact,
        "Fee": Fee.model_construct,
        "Paper": Paper.model_construct,
        "Step": Step.model_construct,
        "TimeLimit": TimeLimit.model_construct,
        "procedures": shown,
        "with_cases": _example(catalogue)[0],
        "chart": bars("Ví dụ về biểu đồ", ("Trước hạn", "Đúng hạn", "Quá hạn"), [ChartBar("Hộ tịch", (5, 3, 1))]),
    }


def _example(catalogue: Catalogue) -> tuple[SimpleNamespace | None, list[ProcedureView]]:
    """The first procedure that asks for the visitor's case, None without one; and the procedures that were examined for
    it."""
    seen = []
    for view in catalogue.in_force:
        if view.record.has_questions:
            seen.append(view)
            record = view.load()
            if tree := case_tree(record):
                return SimpleNamespace(record=record, tree=tree), seen
    return None, seen
