"""/tim-kiem/: the search page; and the A–Z list, to which it leads without JavaScript or where nothing was found.

The list has a page of its own, so that visitors wait less for the search page: the names of 200 procedures would make
it three times as large."""

from __future__ import annotations

from collections.abc import Iterator

from generator import urls
from generator.catalogue.catalogue import Catalogue
from generator.catalogue.views import ProcedureView
from generator.pages.inputs import inputs_of, named
from generator.pages.page import Page
from generator.text.alphabet import heading, sort_key


def pages(catalogue: Catalogue) -> Iterator[Page]:
    """The search page and the A–Z list."""
    yield Page(
        url=urls.SEARCH,
        template="search.html",
        title="Tìm kiếm",
        description="Tìm thủ tục hành chính: gõ có dấu hay không dấu đều được.",
        context=lambda: {"letters": {letter: len(views) for letter, views in by_letter(catalogue).items()}},
        section=urls.SEARCH,
        inputs=lambda: (
            inputs_of(catalogue).of_all(named),
            [(field.slug, field.name, len(field.procedures)) for field in catalogue.fields],
        ),
        crumbs=[("Trang chủ", urls.HOME)],
    )
    yield Page(
        url=urls.ALPHABET,
        template="alphabet.html",
        title="Thủ tục theo chữ cái",
        description="Tất cả thủ tục hành chính, xếp theo chữ cái đầu của tên thường gọi.",
        context=lambda: {"letters": by_letter(catalogue)},
        section=urls.CATALOGUE,
        inputs=lambda: inputs_of(catalogue).of_all(named),
        crumbs=[("Trang chủ", urls.HOME), ("Tìm kiếm", urls.SEARCH)],
    )


def by_letter(catalogue: Catalogue) -> dict[str, list[ProcedureView]]:
    """The procedures in force by the first letter of what people call them, letters and names in alphabetical order."""
    letters: dict[str, list[ProcedureView]] = {}
    for view in sorted(catalogue.in_force, key=lambda view: (sort_key(view.heading), view.code)):
        letters.setdefault(heading(view.heading), []).append(view)
    return dict(sorted(letters.items(), key=lambda group: sort_key(group[0])))
