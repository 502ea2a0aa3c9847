"""/linh-vuc/SLUG/: the procedures of one field, with the columns of a provincial decision's list."""

from __future__ import annotations

from collections.abc import Iterator

from generator import urls
from generator.catalogue.catalogue import Catalogue
from generator.pages.page import Page, SearchRecord


def pages(catalogue: Catalogue) -> Iterator[Page]:
    """A page for each field that has procedures, and the list of fields."""
    yield Page(
        url=urls.FIELDS,
        template="fields.html",
        title="Các lĩnh vực",
        description="Thủ tục hành chính theo lĩnh vực.",
        section=urls.CATALOGUE,
        crumbs=[("Trang chủ", urls.HOME)],
    )
    for view in catalogue.fields:
        yield Page(
            url=view.url,
            template="field.html",
            title=view.name,
            description=view.summary or f"Thủ tục lĩnh vực {view.name}.",
            context={"view": view},
            section=urls.CATALOGUE,
            crumbs=[("Trang chủ", urls.HOME), ("Lĩnh vực", urls.FIELDS)],
            source="fields.yml",
            feed=(f"Có gì thay đổi: {view.name}", f"{view.url}atom.xml"),
            search=SearchRecord("field", f"Lĩnh vực {view.name}", summary=view.summary),
        )
