"""A leaflet per life event: an A4 sheet folded once to A5."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from generator import urls
from generator.catalogue.catalogue import Catalogue
from generator.catalogue.views import GuideView, ProcedureView
from generator.catalogue.wording import wording
from generator.outputs.sheets import sheet_data
from generator.outputs.sheets.sheet import Sheet, once
from generator.pages import doubt_words, formatting
from generator.pages.edition_band import older_guide


def of_guide(guide: GuideView, catalogue: Catalogue) -> Iterator[Sheet]:
    """Outside: cover and where to ask; inside: the steps with their procedures."""
    yield Sheet(urls.sheet_guide(guide.slug), "leaflet", once(_data, guide, catalogue))


def _data(guide: GuideView, catalogue: Catalogue) -> dict[str, Any]:
    steps = []
    for step, own, together in guide.steps:
        texts = {"title": step.title or "", "when": step.when or "", "text": step.text or ""}  # type: ignore[attr-defined]
        steps.append(
            texts
            | {
                "procedures": [_named(view) for view in own if view.in_force],
                "together": [_named(view) for view in together if view.in_force],
            }
        )
    words = wording(catalogue)
    return {
        "title": guide.record.title or guide.slug,
        "summary": " ".join(filter(None, (guide.record.summary, older_guide(guide)))),
        "authority": catalogue.site.authority or "",
        "steps": steps,
        "ask": f"{words.desk} của {words.communes} nơi bạn ở.",
        "link": sheet_data.link(guide.url, catalogue),
        "desk": words.desk,
        "feedback": sheet_data.link(urls.FEEDBACK, catalogue),
        "foot": sheet_data.footer(catalogue),
    }


def _named(view: ProcedureView) -> dict[str, Any]:
    record = view.record
    return {
        "name": view.name,
        "code": view.code,
        "facts": " · ".join(filter(None, (formatting.time_of_view(view), formatting.fee_of_view(view), _ask(view)))),
        "papers": "; ".join(record.papers),
        "more": bool(record.cases),
        "place": formatting.with_year(view, record.executing_agency) if record.executing_agency else "",
    }


def _ask(view: ProcedureView) -> str:
    words = doubt_words.brief(view.doubts)
    return f"{doubt_words.MARK} {words}" if words else ""
