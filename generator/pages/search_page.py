"""/tim-kiem/: the search page; without JavaScript it leads to the catalogue by field and by letter."""

from __future__ import annotations

from collections.abc import Iterator

from generator.catalogue import addresses
from generator.catalogue.catalogue import Catalogue
from generator.catalogue.views import ProcedureView
from generator.pages.page import Page
from generator.problem import fold


def pages(catalogue: Catalogue) -> Iterator[Page]:
    """The search page."""
    letters: dict[str, list[ProcedureView]] = {}
    for view in sorted(catalogue.in_force, key=lambda view: (fold(view.name), view.code)):
        letters.setdefault(fold(view.name)[:1].upper(), []).append(view)
    yield Page(
        url=addresses.SEARCH,
        template="search.html",
        title="Tìm kiếm",
        description="Tìm thủ tục hành chính: gõ có dấu hay không dấu đều được.",
        context={"letters": letters},
        section=addresses.SEARCH,
        crumbs=[("Trang chủ", addresses.HOME)],
    )
