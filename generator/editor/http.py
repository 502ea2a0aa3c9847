"""Requests and responses of the editor, as plain values: views are functions from one to the other."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from generator.editor.app import Editor

HTML, JSON = "text/html; charset=utf-8", "application/json; charset=utf-8"


@dataclass(slots=True)
class Request:
    """rest: the path behind the view's own prefix; query, form: pairs in order; author: the officer, name and mail."""

    editor: Editor
    method: str
    path: str
    rest: str
    query: list[tuple[str, str]] = field(default_factory=list)
    form: list[tuple[str, str]] = field(default_factory=list)
    wants_json: bool = False
    author: str = ""

    def query_value(self, name: str, default: str = "") -> str:
        """The first value of `name` in the query."""
        return next((value for key, value in self.query if key == name), default)

    def form_value(self, name: str, default: str = "") -> str:
        """The last value of `name` in the form: that of the pressed button, which follows hidden ones."""
        return next((value for key, value in reversed(self.form) if key == name), default)


@dataclass(slots=True)
class Response:
    """A response to the browser."""

    body: bytes = b""
    status: int = 200
    type: str = HTML
    headers: dict[str, str] = field(default_factory=dict)


def html(text: str, status: int = 200) -> Response:
    return Response(text.encode("utf-8"), status)


def as_json(data: Any, status: int = 200) -> Response:
    return Response(json.dumps(data, ensure_ascii=False).encode("utf-8"), status, JSON)


def redirect(destination: str) -> Response:
    """The 303 response after a form was accepted."""
    return Response(b"", 303, headers={"Location": destination})
