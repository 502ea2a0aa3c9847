"""/bo-nhap/PATH: deletes the draft; the form shows the record on disk again."""

from __future__ import annotations

from urllib.parse import quote

from generator.editor.requests import Request
from generator.editor.responses import Response, as_json, redirect

PREFIX = "/bo-nhap/"


def post(request: Request) -> Response:
    """Drop the draft."""
    request.editor.workspace.open(request.rest, may_be_new=True)
    request.editor.drafts.drop(request.rest)
    return as_json({"dropped": True}) if request.wants_json else redirect(f"/sua/{quote(request.rest)}")
