"""Which view answers a request."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

import generator.editor.views
from generator.editing.record_text import Unreadable
from generator.editor.requests import Request
from generator.editor.responses import Response
from generator.editor.views import View
from generator.editor.workspace import NoSuchRecord
from generator.io.causes import failure
from generator.plugins import plugins_in


@cache
def views() -> list[View]:
    """Every view, those with the longest prefix first."""
    return sorted(plugins_in(generator.editor.views, View), key=lambda view: -len(view.PREFIX))


def takes_file(path: str) -> bool:
    """True if the view of this address takes a file with its form."""
    view = next((view for view in views() if path.startswith(view.PREFIX)), None)
    return getattr(view, "TAKES_FILE", False)


def respond(request: Request) -> Response:
    """The response of the view with the longest matching prefix."""
    refused = request.refused
    for view in views():
        if request.path.startswith(view.PREFIX):
            request.rest = request.path[len(view.PREFIX) :]
            answer: Callable[[Request], Response] | None = getattr(view, request.method.lower(), None)
            if answer is None:
                break
            try:
                return answer(request)
            except NoSuchRecord:
                return refused("Không có hồ sơ này, hoặc trang soạn không được mở nó.", 404)
            except Unreadable as error:
                return refused(f"Tệp này không đọc được: {error}.", 422)
            except ConnectionError:
                raise  # of the browser, not of the disk
            except OSError as error:
                return refused(
                    f"Chưa làm được, máy không ghi hay đọc được tệp: {failure(error)}. Thử lại sau khi sửa.", 507
                )
    return refused("Không có trang này.", 404)
