"""Turns procedure codes inside a sentence (“gửi đơn thì xem 2.002501”) into links with the procedure's name."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from markupsafe import Markup, escape

from generator.catalogue.mentions import pieces
from generator.catalogue.views import ProcedureView


def code_linker(procedures: Mapping[str, ProcedureView]) -> Callable[[str | None, str], Markup]:
    """A function of (text, relative path to the root): the escaped text, with a link for each code of a procedure in
    force. The text of the link is the name that people use, or the code where that stands in brackets after such
    words."""

    def link(text: str | None, root: str) -> Markup:
        def say(view: ProcedureView, bracketed: bool) -> Markup:
            if bracketed:
                return Markup('<a href="{}" title="{}">{}</a>').format(root + view.url, view.name, view.code)
            return Markup('“<a href="{}" title="{}">{}</a>”').format(
                root + view.url, f"{view.name} ({view.code})", view.heading
            )

        return Markup("").join(map(escape, pieces(text or "", procedures, say)))

    return link
