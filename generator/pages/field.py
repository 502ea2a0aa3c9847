"""/linh-vuc/SLUG/: the procedures of one field, in the columns of the list that accompanies a provincial decision."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from generator import urls
from generator.catalogue.catalogue import Catalogue
from generator.catalogue.views import FieldView
from generator.pages.inputs import linked, listed
from generator.pages.page import Page, SearchRecord

MAX_OPEN = 6  # procedures of which a phone shows more than the names at once


def pages(catalogue: Catalogue) -> Iterator[Page]:
    """A page for each field that has procedures, and the list of fields."""
    yield Page(
        url=urls.FIELDS,
        template="fields.html",
        title="Các lĩnh vực",
        description="Thủ tục hành chính theo lĩnh vực.",
        section=urls.CATALOGUE,
        crumbs=[("Trang chủ", urls.HOME)],
        inputs=lambda: [
            (one.name, one.slug, one.summary, one.icon, len(one.procedures), len(one.ended)) for one in catalogue.fields
        ],
    )
    for view in catalogue.fields:
        yield Page(
            url=view.url,
            template="field.html",
            title=view.name,
            description=view.summary or f"Thủ tục lĩnh vực {view.name}.",
            context={"view": view, "folded": len(view.procedures) > MAX_OPEN},
            inputs=partial(_inputs, view, catalogue),
            section=urls.CATALOGUE,
            crumbs=[("Trang chủ", urls.HOME), ("Lĩnh vực", urls.FIELDS)],
            source="fields.yml",
            feed=(f"Có gì thay đổi: {view.name}", f"{view.url}atom.xml"),
            search=SearchRecord("field", f"Lĩnh vực {view.name}", summary=view.summary),
        )


def _inputs(view: FieldView, catalogue: Catalogue) -> object:
    return (
        view.slug,
        view.agency.name if view.agency else "",
        [listed(one) for one in view.procedures],
        linked((one.record.distinction for one in view.procedures), catalogue),
        [(one.title, one.url) for one in view.withheld],
        [] if view.procedures else [(one.heading, one.url) for one in view.ended],
    )
