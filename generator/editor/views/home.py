"""/ leads to the list; /giai-thich/KIND explains every field of a kind."""

from __future__ import annotations

from generator.editor.requests import Request
from generator.editor.responses import Response, redirect
from generator.editor.titles import kind_label
from generator.schema.generated.reference import rows
from generator.schema.kinds import BY_NAME

PREFIX = "/"


def get(request: Request) -> Response:
    """The list, or the explanations."""
    if request.rest == "":
        return redirect("/sua/")
    part, _, name = request.rest.partition("/")
    if part == "giai-thich" and name in BY_NAME:
        kind = BY_NAME[name]
        return request.editor.page(
            "fields-explained.html", kind=kind, label=kind_label(kind), rows=list(rows(kind.model))
        )
    return request.editor.page("error.html", 404, reason="Không có trang này.")
