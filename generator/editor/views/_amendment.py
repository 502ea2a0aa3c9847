"""Saving a change of the law: asks for the document and the day, and stores the change as a dated version."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING
from urllib.parse import quote

from generator.editing.record_text import RecordText
from generator.editing.rewrite import data_of
from generator.editing.written import pruned
from generator.editor.amending import day_of, siblings, version_data, version_kind, version_path, version_text
from generator.editor.checking import check_draft, new_errors
from generator.editor.form.values import parse_typed
from generator.editor.reasons import LAW, Reason
from generator.editor.record import Editing, Verdict
from generator.editor.requests import Request
from generator.editor.responses import Response, as_json, redirect
from generator.editor.titles import shown_day
from generator.editor.views.checking import problem_rows
from generator.editor.workspace import ChangedUnderneath
from generator.plain_data import JsonObject
from generator.schema.dates import iso_day
from generator.schema.record import specs

if TYPE_CHECKING:
    from generator.editor.app import Editor


def reason_of(request: Request, editing: Editing, verdict: Verdict) -> Reason:
    """The reason given in the form; without a sentence of the officer's own, the changes in words."""
    why = request.form_value("_vi_sao")
    note = " ".join(request.form_value("_ghi_chu").split())
    if why != LAW:
        return Reason(why, note=note)
    document = " ".join(request.form_value("_so_van_ban").split())
    sentence = note or "; ".join(text for text, public in verdict.sentences if public)
    return Reason(why, document, parse_typed("day", request.form_value("_tu_ngay"), None), sentence)


def amendable(editor: Editor, editing: Editing, reason: Reason) -> bool:
    """True if the change needs a version of its own: not if the file is new or is that day's version."""
    return (
        bool(editing.base.raw)
        and version_kind(editor.workspace, editing.path) is not None
        and day_of(editing.path) != (reason.day or "-")
    )


def amend(request: Request, editing: Editing, reason: Reason) -> Response:
    """Write the version. 422 if the document or the day is missing, or if the version has errors."""
    editor = request.editor
    wanting = _wanting(editor, editing, reason)
    if wanting:
        return _refused(request, wanting)
    kind = version_kind(editor.workspace, editing.path)
    assert kind is not None
    before, after = data_of(editing.source.text, editing.kind), data_of(editing.text, editing.kind)
    path = version_path(editing.path, reason.day)
    raw, text, digest = version_text(editor.workspace, path, kind, version_data(before, after, reason))
    old = editor.loaded.files.get(path)
    _, problems = check_draft(editor.loaded, path, kind, text, editor.as_of)
    errors = new_errors(problems, old.problems if old else [])
    if errors:
        said = "; ".join(dict.fromkeys(one.message for one in errors))
        return _refused(request, f"Bản sửa đổi còn lỗi: {said}.", problem_rows(problems, set(errors)), len(errors))
    try:
        editor.workspace.write(path, raw, digest)
    except ChangedUnderneath:
        return _refused(request, "Bản sửa đổi của ngày ấy vừa được người khác sửa; hãy lưu lại.")
    with suppress(OSError):  # the version is on the disk
        editor.drafts.drop(editing.path)
        editor.reasons.keep(path, reason)
    to = f"/sua/{quote(path)}?da-luu=1"
    return as_json({"saved": True, "to": to}) if request.wants_json else redirect(to)


def _wanting(editor: Editor, editing: Editing, reason: Reason) -> str:
    """The missing value, in Vietnamese, "" if nothing is missing."""
    if not reason.document:
        return "Quy định thay đổi theo văn bản nào? Chọn văn bản ở mục “Vì sao sửa?”."
    numbers = {entry.record.number for entry in editor.loaded.refresh().of("law")}
    if reason.document not in numbers:
        return f"Chưa có văn bản “{reason.document}” trong danh sách. Bấm “Thêm văn bản” rồi quay lại đây."
    if not iso_day(reason.day):
        return "Áp dụng từ ngày nào? Ghi ngày/tháng/năm ở mục “Vì sao sửa?”."
    if day_of(editing.path) and reason.day < day_of(editing.path):
        return "Ngày áp dụng phải sau ngày của bản đang sửa."
    before, after = data_of(editing.source.text, editing.kind), data_of(editing.text, editing.kind)
    changed = {key for key in {*before, *after} if pruned(before.get(key)) != pruned(after.get(key))}
    for other in siblings(editor.workspace, editing.path):
        if day_of(editing.path) < day_of(other) < reason.day:
            replaced = data_of(RecordText.of(editor.workspace.open(other).raw).text, editor.workspace.kind(other))
            if both := [
                spec.label for spec in specs(editing.kind.model) if spec.key in changed and spec.key in replaced
            ]:
                day = shown_day(day_of(other))
                return f"Phần {', '.join(both)} đã đổi từ {day}. Mở bản từ ngày ấy (ở đầu trang) rồi sửa tiếp từ đó."
    return ""


def _refused(request: Request, reason: str, rows: list[JsonObject] | None = None, errors: int = 0) -> Response:
    if request.wants_json:
        verdict = {"problems": rows, "errors": errors, "words": [], "changed": True, "stale": False} if rows else {}
        return as_json({"reason": reason, **verdict}, 422)
    return request.editor.page("error.html", 422, reason=reason)
