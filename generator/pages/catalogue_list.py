"""/thu-tuc/: all procedures, filtered by field, level, audience and online level; plain lists without JavaScript."""

from __future__ import annotations

from collections.abc import Iterator

from generator import urls
from generator.catalogue.catalogue import Catalogue
from generator.catalogue.wording import wording
from generator.pages.field_groups import MAX_OPEN
from generator.pages.inputs import inputs_of, listed
from generator.pages.page import Page
from generator.text.alphabet import sort_key


def pages(catalogue: Catalogue) -> Iterator[Page]:
    """The catalogue page."""
    views = catalogue.in_force
    present = {
        "level": sorted({level for view in views for level in view.record.levels}, key=sort_key),
        "audience": sorted({audience for view in views for audience in view.record.audiences}, key=sort_key),
        "online": sorted({view.record.online_level for view in views if view.record.online_level}, key=sort_key),
    }
    yield Page(
        url=urls.CATALOGUE,
        template="catalogue.html",
        title="Tất cả thủ tục",
        description=f"Danh mục thủ tục hành chính thuộc thẩm quyền {wording(catalogue).levels}.",
        context={
            "fields": [field for field in catalogue.fields if field.procedures or field.withheld],
            "present": present,
            "total": len(views),
            "folded": len(views) > MAX_OPEN,
        },
        inputs=lambda: (
            inputs_of(catalogue).of_all(listed),
            [field.name for field in catalogue.fields],
            inputs_of(catalogue).withheld,
        ),
        section=urls.CATALOGUE,
        crumbs=[("Trang chủ", urls.HOME)],
    )
