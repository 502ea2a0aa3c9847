"""Which view answers a request."""

from __future__ import annotations

from functools import cache

import generator.editor.views
from generator.editing.record_text import Unreadable
from generator.editor.requests import Request
from generator.editor.responses import Response
from generator.editor.views import View
from generator.editor.workspace import NoSuchRecord
from generator.plugins import plugins_in


@cache
def views() -> list[View]:
    """Every view, those with the longest prefix first."""
    return sorted(plugins_in(generator.editor.views, View), key=lambda view: -len(view.PREFIX))


def respond(request: Request) -> Response:
    """The response of the view with the longest matching prefix."""
    page = request.editor.page
    for view in views():
        if request.path.startswith(view.PREFIX):
            request.rest = request.path[len(view.PREFIX) :]
            answer = getattr(view, request.method.lower(), None)
            if answer is None:
                break
            try:
                return answer(request)
            except NoSuchRecord:
                return page("error.html", 404, reason="Không có hồ sơ này, hoặc trang soạn không được mở nó.")
            except Unreadable as error:
                return page("error.html", 422, reason=f"Tệp này không đọc được: {error}.")
    return page("error.html", 404, reason="Không có trang này.")
