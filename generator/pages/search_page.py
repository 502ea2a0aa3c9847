"""/tim-kiem/: the search page; without JavaScript it lists procedures by field and by letter."""

from __future__ import annotations

from collections.abc import Iterator

from generator import urls
from generator.catalogue.catalogue import Catalogue
from generator.catalogue.views import ProcedureView
from generator.pages.inputs import inputs_of, named
from generator.pages.page import Page
from generator.text.alphabet import heading, sort_key


def pages(catalogue: Catalogue) -> Iterator[Page]:
    """The search page."""
    yield Page(
        url=urls.SEARCH,
        template="search.html",
        title="Tìm kiếm",
        description="Tìm thủ tục hành chính: gõ có dấu hay không dấu đều được.",
        context=lambda: {"letters": by_letter(catalogue)},
        section=urls.SEARCH,
        inputs=lambda: (
            inputs_of(catalogue).of_all(named),
            [(field.slug, field.name, len(field.procedures)) for field in catalogue.fields],
        ),
        crumbs=[("Trang chủ", urls.HOME)],
    )


def by_letter(catalogue: Catalogue) -> dict[str, list[ProcedureView]]:
    """The procedures in force by the first letter of what people call them, letters and names in alphabetical order."""
    letters: dict[str, list[ProcedureView]] = {}
    for view in sorted(catalogue.in_force, key=lambda view: (sort_key(view.heading), view.code)):
        letters.setdefault(heading(view.heading), []).append(view)
    return dict(sorted(letters.items(), key=lambda group: sort_key(group[0])))
