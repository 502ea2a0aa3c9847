"""/huong-dan/…: life events, each with its steps in order and the procedures that belong to them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from generator import urls
from generator.catalogue.catalogue import Catalogue
from generator.catalogue.views import GuideView, ProcedureView
from generator.pages.inputs import linked, listed, plain
from generator.pages.page import Page, SearchRecord
from generator.schema.fate import Fate

MAX_OPEN = 8  # procedures of a guide of which a phone shows more than the names at once


def pages(catalogue: Catalogue) -> Iterator[Page]:
    """The list of guides and a page for each."""
    crumbs = [("Trang chủ", urls.HOME)]
    yield Page(
        url=urls.GUIDES,
        template="guides.html",
        title="Việc thường gặp trong đời",
        description="Sinh con, kết hôn, làm nhà, mở hộ kinh doanh …: cần làm những thủ tục nào, theo thứ tự nào.",
        section=urls.GUIDES,
        crumbs=crumbs,
        inputs=lambda: [(one.url, plain(one.record)) for one in catalogue.guides],
    )
    for view in catalogue.guides:
        yield Page(
            url=view.url,
            template="guide.html",
            title=view.record.title or view.slug,
            description=view.record.summary or "",
            context={"view": view, "folded": len(_shown(view)) > MAX_OPEN, "ended_words": ended_words},
            inputs=partial(_inputs, view, catalogue),
            source=f"guides/{view.slug}.md",
            section=urls.GUIDES,
            crumbs=crumbs + [("Việc thường gặp trong đời", urls.GUIDES)],
            search=SearchRecord(
                "guide",
                view.record.title or view.slug,
                keywords=list(view.record.keywords),
                summary=view.record.summary or "",
            ),
        )


def ended_words(fate: Fate) -> str:
    """What became of a procedure of a step that has ended, beside its name."""
    return "nay đã bãi bỏ" if fate.now == "bãi bỏ" else "nay đã thay bằng thủ tục khác"


def _shown(view: GuideView) -> list[ProcedureView]:
    """The procedures of all steps."""
    return [one for _, own, together in view.steps for one in (*own, *together)]


def _inputs(view: GuideView, catalogue: Catalogue) -> object:
    shown = _shown(view)
    steps = [([listed(one) for one in own], [listed(one) for one in together]) for _, own, together in view.steps]
    ended = [one.fate and one.fate.now for one in shown]
    return (
        plain(view.record),
        plain(view.text_day),
        steps,
        ended,
        linked((one.record.distinction for one in shown), catalogue),
    )
