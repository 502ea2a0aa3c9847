"""Turns procedure codes inside a sentence (“gửi đơn thì xem 2.002501”) into links with the procedure's name."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from markupsafe import Markup, escape

from generator.catalogue.views import ProcedureView
from generator.schema.codes import MENTIONED

CODE = MENTIONED


def code_linker(procedures: Mapping[str, ProcedureView]) -> Callable[[str | None, str], Markup]:
    """A function of (text, relative path to the root): the escaped text, with a link for each code of a procedure in
    force."""

    def link(text: str | None, root: str) -> Markup:
        if not text or not CODE.search(text):
            return escape(text or "")
        pieces: list[str] = []
        at = 0
        for match in CODE.finditer(text):
            other = procedures.get(match[0])
            pieces.append(escape(text[at : match.start()]))
            if other and other.in_force:
                pieces.append(Markup('<a href="{}" title="{}">{}</a>').format(root + other.url, other.name, match[0]))
            else:
                pieces.append(escape(match[0]))
            at = match.end()
        return Markup("").join([*pieces, escape(text[at:])])

    return link
