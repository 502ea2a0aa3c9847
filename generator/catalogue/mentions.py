"""Sentences that mention procedures by their codes: “gửi đơn thì xem 2.002501”, “xin bản sao (2.000635)”."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from generator.catalogue.views import ProcedureView
from generator.schema.codes import MENTIONED


def pieces(
    text: str, procedures: Mapping[str, ProcedureView], say: Callable[[ProcedureView, bool], str]
) -> Iterator[str]:
    """The pieces of the text. Where it mentions the code of a procedure in force, the code is replaced by what `say`
    returns for the procedure. `say` also gets whether the code stands alone in brackets, after words that already say
    what it is."""
    at = 0
    for match in MENTIONED.finditer(text):
        view = procedures.get(match[0])
        if view and view.in_force:
            yield text[at : match.start()]
            yield say(view, text.endswith("(", 0, match.start()) and text.startswith(")", match.end()))
            at = match.end()
    yield text[at:]


def spelled_out(text: str, procedures: Mapping[str, ProcedureView]) -> str:
    """The text where no link is possible: names instead of codes, and none in brackets."""
    return "".join(pieces(text, procedures, lambda view, bracketed: "" if bracketed else f"“{view.heading}”")).replace(
        " ()", ""
    )
