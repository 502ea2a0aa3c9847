"""/luu/PATH: writes the form's text to the disk, unless it brings errors or the file was changed meanwhile."""

from __future__ import annotations

from contextlib import suppress

from generator.editing.nodes import NotEditable
from generator.editing.record_text import RecordText, Unreadable
from generator.editing.rewrite import data_of, rewrite
from generator.editing.three_way import Clash, three_way
from generator.editor.reasons import LAW
from generator.editor.record import Editing, judged, typed
from generator.editor.requests import Request
from generator.editor.responses import Response, as_json, redirect
from generator.editor.titles import title_of
from generator.editor.views._amendment import amend, amendable, reason_of
from generator.editor.views.checking import verdict_row
from generator.editor.views.records import form_page
from generator.editor.workspace import ChangedUnderneath
from generator.io.causes import cause_of
from generator.loading.yaml.positions import YamlError

PREFIX = "/luu/"


def post(request: Request) -> Response:
    """Save. 422 with the messages if the change brings errors, 409 if the file is no longer what the form showed."""
    editor, path = request.editor, request.rest
    try:
        editing = typed(editor, path, request.form, request.form_value("_goc"))
    except ChangedUnderneath:
        return _conflict(request, None)
    except NotEditable as error:
        return as_json({"refused": f"Chưa sửa được ở đây: {error}."}, 422)
    verdict = judged(editor, editing)
    reason = reason_of(request, editing, verdict)
    if verdict.errors:
        row = verdict_row(editing, verdict)
        return as_json(row, 422) if request.wants_json else form_page(request, editing, verdict, 422)
    if editing.stale:
        return _conflict(request, editing)
    if reason.cause == LAW and editing.changed and amendable(editor, editing, reason):
        return amend(request, editing, reason)
    if editing.changed:
        try:
            editor.workspace.write(path, editing.raw, editing.now.digest)
        except ChangedUnderneath:
            return _conflict(request, editing)
        except OSError as error:
            said = f"Không ghi được tệp: {cause_of(error)}. Bản nháp vẫn còn."
            return (
                as_json({"refused": said}, 507) if request.wants_json else editor.page("error.html", 507, reason=said)
            )
    editor.drafts.drop(path)
    if editing.changed:
        editor.reasons.keep(path, reason)
    return as_json({"saved": True}) if request.wants_json else redirect(f"/sua/{_quoted(path)}?da-luu=1")


def _conflict(request: Request, editing: Editing | None) -> Response:
    """The file was changed meanwhile: show both values of each conflict or, without conflicts, apply the draft to the
    new state, to be reviewed and saved again."""
    path = request.rest
    clashes: list[Clash] = []
    joined = False
    if editing is not None and editing.form is not None and editing.base.raw and editing.now.raw:
        with suppress(Unreadable, NotEditable, YamlError):  # what is on the disk now cannot be joined with anything
            now = RecordText.of(editing.now.raw)
            mine = data_of(editing.text, editing.kind)
            data, clashes = three_way(data_of(editing.source.text, editing.kind), mine, data_of(now.text, editing.kind))
            text = rewrite(now.text, editing.kind, data)
            request.editor.drafts.keep(path, text, editing.now.raw, request.author)
            joined = True
    if request.wants_json:
        rows = [{"key": one.key, "mine": _shown(one.mine), "theirs": _shown(one.theirs)} for one in clashes]
        return as_json({"conflict": rows, "joined": joined}, 409)
    title = title_of(editing.kind, path, editing.data) if editing else path
    return request.editor.page("conflict.html", 409, path=path, clashes=clashes, title=title, joined=joined)


def _shown(value: object) -> str:
    if value is None:
        return "(bỏ trống)"
    if isinstance(value, dict):
        return "; ".join(_shown(one) for one in value.values())
    return "; ".join(_shown(one) for one in value) if isinstance(value, list) else str(value)


def _quoted(path: str) -> str:
    from urllib.parse import quote

    return quote(path)
