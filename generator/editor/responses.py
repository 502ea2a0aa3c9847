"""Responses of the editor, as plain values."""

from __future__ import annotations

import json
from dataclasses import dataclass, field

HTML, JSON = "text/html; charset=utf-8", "application/json; charset=utf-8"


@dataclass(slots=True)
class Response:
    """A response to the browser."""

    body: bytes = b""
    status: int = 200
    type: str = HTML
    headers: dict[str, str] = field(default_factory=dict)


def html(text: str, status: int = 200) -> Response:
    return Response(text.encode("utf-8"), status)


def as_json(data: object, status: int = 200) -> Response:
    return Response(json.dumps(data, ensure_ascii=False).encode("utf-8"), status, JSON)


def refusal(reason: str, status: int) -> Response:
    """The reason, Vietnamese, for the page's script."""
    return as_json({"refused": reason}, status)


def redirect(destination: str) -> Response:
    """The 303 response after a form was accepted."""
    return Response(b"", 303, headers={"Location": destination})
