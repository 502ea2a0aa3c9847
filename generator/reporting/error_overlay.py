"""While `serve` runs: shows the errors of the check at the top of every page, for editors who look at the browser."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from html import escape
from typing import Any

from generator.problem import ERROR, Problem
from generator.reporting.text import line

MAX_SHOWN = 10
BODY = re.compile(rb"<body\b[^>]*>")
App = Callable[[dict[str, Any], Callable[..., Any]], Iterable[bytes]]


def overlay_html(problems: list[Problem]) -> str:
    """At most MAX_SHOWN errors as HTML; "" if there are none."""
    errors = [problem for problem in problems if problem.severity == ERROR]
    if not errors:
        return ""
    more = f"<p>và {len(errors) - MAX_SHOWN} lỗi nữa: xem bằng tthc check.</p>" if len(errors) > MAX_SHOWN else ""
    items = "".join(f"<li>{escape(line(problem))}</li>" for problem in errors[:MAX_SHOWN])
    return (
        '<div class="tthc-banner tthc-banner--warning" role="alert" data-check>'
        f"<p><strong>Nội dung có {len(errors)} lỗi</strong></p><ul>{items}</ul>{more}</div>"
    )


def with_error_overlay(app: App, problems: Callable[[], list[Problem]]) -> App:
    """WSGI middleware that inserts the errors of `problems()` into HTML pages. The files of the site are not
    changed."""

    def serve(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        path = environ.get("PATH_INFO", "")
        if not path.endswith(("/", ".html")) or not (overlay := overlay_html(problems())):
            return app(environ, start_response)
        begun: list[Any] = []
        answer = app(environ, lambda *arguments: begun.extend(arguments))
        try:
            data = b"".join(answer)
        finally:
            if hasattr(answer, "close"):
                answer.close()
        status, headers, *rest = begun
        body_tag = BODY.search(data)
        if body_tag and any(name.lower() == "content-type" and "html" in value for name, value in headers):
            data = data[: body_tag.end()] + overlay.encode() + data[body_tag.end() :]
            headers = [(name, str(len(data)) if name.lower() == "content-length" else value) for name, value in headers]
        start_response(status, headers, *rest)
        return [data]

    return serve
