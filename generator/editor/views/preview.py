"""/xem/PATH: the page of the form's present state as citizens will see it; /trang/assets/…: its styles and scripts."""

from __future__ import annotations

from generator.editing.nodes import NotEditable
from generator.editor.record import typed
from generator.editor.requests import Request
from generator.editor.responses import Response
from generator.editor.workspace import ChangedUnderneath

PREFIX = "/xem/"
# the page runs its scripts in a sandbox: an origin of its own, without the editor's cookie
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'; sandbox allow-scripts"
)


def post(request: Request) -> Response:
    """The page, or its printed sheet."""
    editor = request.editor
    try:
        editing = typed(editor, request.rest, request.form, request.form_value("_goc"))
    except (ChangedUnderneath, NotEditable):
        return _message_page(request, "Chưa xem trước được: tệp đã đổi hoặc chưa đọc được.")
    draft = editor.loaded.drafted(editing.path, editing.kind, editing.text)
    if not draft.entries:
        return _message_page(request, "Chưa xem trước được: còn lỗi trong hồ sơ.")
    store = editor.loaded.with_drafts({editing.path: draft})
    record = draft.entries[0].record
    if request.form_value("cach") == "to-in":
        sheet = editor.preview.sheet(store, editing.kind, editing.path, record, editor.as_of)
        if sheet is None:
            return _message_page(request, "Loại hồ sơ này không có tờ in riêng; hãy in từ trang xem trên máy tính.")
        return Response(sheet, 200, "application/pdf")
    text = editor.preview.page(store, editing.kind, editing.path, record, editor.as_of)
    if text is None:
        return _message_page(request, "Hồ sơ này không có trang riêng cho người dân.")
    return sandboxed(text)


def sandboxed(text: str) -> Response:
    """A page of the site, with the policy of previews."""
    return Response(text.encode("utf-8"), headers={"Content-Security-Policy": POLICY})


def _message_page(request: Request, reason: str) -> Response:
    answer = request.editor.page("preview-none.html", reason=reason)
    answer.headers["Content-Security-Policy"] = POLICY
    return answer
