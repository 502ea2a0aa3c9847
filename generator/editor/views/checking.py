"""/kiem/PATH: the findings for the form as it is typed, and its changes in words. Saves the draft."""

from __future__ import annotations

from contextlib import suppress

from generator.editing.nodes import NotEditable
from generator.editor.record import Editing, Verdict, judged, typed
from generator.editor.requests import Request
from generator.editor.responses import Response, as_json
from generator.editor.workspace import ChangedUnderneath
from generator.plain_data import JsonObject
from generator.problem import Problem

PREFIX = "/kiem/"


def post(request: Request) -> Response:
    """Check the submitted form; JSON."""
    try:
        editing = typed(request.editor, request.rest, request.form, request.form_value("_goc"))
    except ChangedUnderneath:
        return as_json({"lost": True}, 409)
    except NotEditable as error:
        return request.refused(f"Chưa sửa được ở đây: {error}.", 422)
    kept = True
    drafts = request.editor.drafts
    if editing.changed:
        kept = drafts.keep(editing.path, editing.text, editing.base.raw, request.author)
    elif (draft := drafts.of(editing.path)) and not draft.clashes:
        with suppress(OSError):  # a read-only disk
            drafts.drop(editing.path)
    return as_json(verdict_row(editing, judged(request.editor, editing)) | {"kept": kept})


def verdict_row(editing: Editing, verdict: Verdict) -> JsonObject:
    """The verdict for the page's script."""
    new = set(verdict.errors)
    return {
        "problems": problem_rows(verdict.problems, new),
        "errors": len(new),
        "words": [{"text": text, "public": public} for text, public in verdict.sentences if not new],
        "changed": editing.changed,
        "stale": editing.stale,
    }


def problem_rows(problems: list[Problem], blocking: set[Problem]) -> list[JsonObject]:
    """Problems for the page's script."""
    return [
        {
            "key": one.key,
            "id": one.id,
            "severity": one.severity,
            "message": one.message,
            "law": one.law.strip(),
            "hint": one.hint,
            "blocks": one in blocking,
        }
        for one in problems
    ]
