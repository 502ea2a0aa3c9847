"""WSGI middleware for the pages that `serve` shows: adds to them without changing the files of the site."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import Any

BODY = re.compile(rb"<body\b[^>]*>")
Environ = dict[str, Any]
App = Callable[[Environ, Callable[..., object]], Iterable[bytes]]


def with_insertion(app: App, fragment: Callable[[Environ], str]) -> App:
    """`app`, with the HTML that `fragment` gives for a request at the top of the body of HTML pages; "" adds
    nothing."""

    def serve(environ: Environ, start_response: Callable[..., object]) -> Iterable[bytes]:
        path = environ.get("PATH_INFO", "")
        if not path.endswith(("/", ".html")) or not (inserted := fragment(environ)):
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
            data = data[: body_tag.end()] + inserted.encode() + data[body_tag.end() :]
            headers = [(name, str(len(data)) if name.lower() == "content-length" else value) for name, value in headers]
        start_response(status, headers, *rest)
        return [data]

    return serve
