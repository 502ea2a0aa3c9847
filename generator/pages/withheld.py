"""/thu-tuc/CODE/ of a withheld procedure: that it exists, that its text is being completed, and where to read it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from generator import urls
from generator.catalogue.catalogue import Catalogue
from generator.catalogue.views import WithheldView
from generator.pages.edition_band import national_search
from generator.pages.page import Page, SearchRecord

NOTE = "Đang hoàn thiện, xem trên Cổng Dịch vụ công quốc gia"


def pages(catalogue: Catalogue) -> Iterator[Page]:
    """A page for each withheld procedure whose code is valid, unless another procedure has its address."""
    taken = {view.url for view in catalogue.procedures.values()}
    fields = {field.name: field for field in catalogue.fields}
    for view in catalogue.withheld:
        if not view.url or view.url in taken:
            continue
        taken.add(view.url)
        field = fields.get(view.field)
        above = [(field.name, field.url)] if field else []
        yield Page(
            url=view.url,
            template="procedure-withheld.html",
            title=view.title,
            description=f"{view.title}: {NOTE.lower()}.",
            context={"view": view, "field": field, "national": national_search(view.code, catalogue)},
            section=urls.CATALOGUE,
            crumbs=[("Trang chủ", urls.HOME), ("Thủ tục", urls.CATALOGUE), *above],
            search=partial(search_record, view),
            source=view.source,
            has_feedback_form=False,
            inputs=[view.code, view.name, field.slug if field else ""],
        )


def search_record(view: WithheldView) -> SearchRecord:
    """The search record: found by name and code, without a fact."""
    return SearchRecord(
        group="procedure", title=view.title, code=view.code, field=view.field, levels=list(view.levels), note=NOTE
    )
