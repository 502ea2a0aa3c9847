"""Requests to the editor, as plain values: views are functions from one to a response."""

from __future__ import annotations

from dataclasses import dataclass, field

from generator.editor.app import Editor
from generator.editor.multipart import SentFile
from generator.editor.responses import Response, refusal


@dataclass(slots=True)
class Request:
    """rest: the path behind the view's own prefix; query, form: pairs in order; files: by the name of the control;
    author: the officer, name and mail."""

    editor: Editor
    method: str
    path: str
    rest: str
    query: list[tuple[str, str]] = field(default_factory=list)
    form: list[tuple[str, str]] = field(default_factory=list)
    files: dict[str, SentFile] = field(default_factory=dict)
    wants_json: bool = False
    author: str = ""

    def query_value(self, name: str, default: str = "") -> str:
        """The first value of `name` in the query."""
        return next((value for key, value in self.query if key == name), default)

    def form_value(self, name: str, default: str = "") -> str:
        """The last value of `name` in the form: that of the pressed button, which follows hidden ones."""
        return next((value for key, value in reversed(self.form) if key == name), default)

    @property
    def signature(self) -> str:
        """Who signs the change: whom the proxy in front names, else the name and mail typed in the form."""
        return self.author if self.editor.author_header else f"{self.form_value('ten')} <{self.form_value('thu')}>"

    def refused(self, reason: str, status: int) -> Response:
        """The reason, Vietnamese, in the form that the page or its script reads."""
        return refusal(reason, status) if self.wants_json else self.editor.page("error.html", status, reason=reason)
