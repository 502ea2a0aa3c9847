"""/luu/PATH: writes the form's text to the disk, unless it brings errors or the file was changed meanwhile."""

from __future__ import annotations

from contextlib import suppress
from urllib.parse import quote

from generator.editing.nodes import NotEditable
from generator.editing.record_text import RecordText, Unreadable
from generator.editing.rewrite import data_of, rewrite
from generator.editing.three_way import three_way
from generator.editor.reasons import LAW, Reason
from generator.editor.record import Editing, judged, typed
from generator.editor.requests import Request
from generator.editor.responses import Response, as_json, redirect
from generator.editor.titles import label_of, title_of
from generator.editor.views._amendment import amend, amendable, reason_of
from generator.editor.views.checking import verdict_row
from generator.editor.views.records import conflict_page, form_page
from generator.editor.words import value_text
from generator.editor.workspace import NEW, ChangedUnderneath
from generator.io.causes import cause_of
from generator.loading.yaml.positions import YamlError
from generator.plain_data import Unchecked

PREFIX = "/luu/"


def post(request: Request) -> Response:
    """Save. 422 with the messages if the change brings errors, 409 if the file is no longer what the form showed."""
    editor, path = request.editor, request.rest
    try:
        editing = typed(editor, path, request.form, request.form_value("_goc"))
    except ChangedUnderneath:
        return _conflict(request, None)
    except NotEditable as error:
        return request.refused(f"Chưa sửa được ở đây: {error}.", 422)
    verdict = judged(editor, editing)
    reason = reason_of(request, editing, verdict)
    kept = not editing.changed or editor.drafts.keep(path, editing.text, editing.base.raw, request.author)
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
            left = "Bản nháp vẫn còn." if kept else "Bản nháp cũng không giữ được: đừng đóng trang này."
            return request.refused(f"Không ghi được tệp: {cause_of(error)}. {left} Sửa xong thì bấm Lưu lại.", 507)
    said = _saved_aside(request, path, reason if editing.changed else None)
    if request.wants_json:
        return as_json({"saved": True, "but": said})
    return redirect(f"/sua/{quote(path)}?da-luu=1") if not said else editor.page("error.html", reason=said)


def _conflict(request: Request, editing: Editing | None) -> Response:
    """The file was changed meanwhile: put the form's changes on top of its new state, as a draft to be reviewed and
    saved again. Where both changed a place, the draft has the value on the disk, and keeps the form's beside it."""
    path, drafts = request.rest, request.editor.drafts
    rows: list[tuple[str, str, str]] = []
    joined = gone = False
    if editing is not None and editing.now.digest == NEW:
        gone = drafts.keep(path, editing.text, b"", request.author, [])
    elif editing is not None and editing.form is not None:
        with suppress(Unreadable, NotEditable, YamlError):  # what is on the disk now cannot be joined with anything
            kind, now = editing.kind, RecordText.of(editing.now.raw)
            empty: Unchecked = [] if kind.many else {}
            before = data_of(editing.source.text, kind) if editing.base.raw else empty
            data, clashes = three_way(before, data_of(editing.text, kind), data_of(now.text, kind))
            rows = [
                (label_of(kind, one.key), value_text(one.mine, "\n"), value_text(one.theirs, "\n")) for one in clashes
            ]
            joined = drafts.keep(path, rewrite(now.text, kind, data), editing.now.raw, request.author, rows)
    if request.wants_json:
        named = [dict(zip(("label", "mine", "theirs"), row, strict=True)) for row in rows]
        return as_json({"conflict": named, "joined": joined, "gone": gone}, 409)
    title = title_of(editing.kind, path, editing.data) if editing else path
    return conflict_page(request, title, rows, joined=joined, removed=gone)


def _saved_aside(request: Request, path: str, reason: Reason | None) -> str:
    """Drop the draft and note the reason of a change that is on the disk. Returns what could not be done, in
    Vietnamese: the change itself is saved in any case."""
    try:
        request.editor.drafts.drop(path)
        if reason is not None:
            request.editor.reasons.keep(path, reason)
    except OSError as error:
        return f"Đã lưu hồ sơ, nhưng không ghi được lý do sửa ({cause_of(error)}): ghi lại lý do khi gửi duyệt."
    return ""
