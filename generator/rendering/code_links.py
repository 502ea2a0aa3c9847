"""Codes of other procedures inside a sentence (“gửi đơn thì xem 2.002501”) become links: a number alone tells a citizen nothing."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from markupsafe import Markup, escape

from generator.catalogue.views import ProcedureView

CODE = re.compile(r"(?<![\d.])\d\.\d{6}(?![\d.]*\d)")


def code_linker(procedures: Mapping[str, ProcedureView]) -> Callable[[str | None, str], Markup]:
    """A function of (text, way back to the root): the text escaped, each code of a procedure in force a link that is named after it."""

    def link(text: str | None, root: str) -> Markup:
        if not text or not CODE.search(text):
            return escape(text or "")
        pieces: list[str] = []
        at = 0
        for found in CODE.finditer(text):
            other = procedures.get(found[0])
            pieces.append(escape(text[at : found.start()]))
            if other and other.in_force:
                pieces.append(Markup('<a href="{}" title="{}">{}</a>').format(root + other.url, other.name, found[0]))
            else:
                pieces.append(escape(found[0]))
            at = found.end()
        return Markup("").join([*pieces, escape(text[at:])])

    return link
