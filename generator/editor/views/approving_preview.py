"""/xem-duyet/NAME/PATH: the page as citizens will see it after the change is approved."""

from __future__ import annotations

from generator.editor.requests import Request
from generator.editor.responses import Response
from generator.editor.review.proposals import find, joined
from generator.editor.review.repository import Repository
from generator.editor.views.preview import sandboxed
from generator.editor.views.sending import loaded
from generator.io.git import GitError
from generator.loading.file_names import record_kind

PREFIX = "/xem-duyet/"


def post(request: Request) -> Response:
    """The page of one record of the change."""
    editor = request.editor
    name, _, path = request.rest.partition("/")
    kind = record_kind(path)
    try:
        repository = Repository(editor.content)
        proposal = find(repository, name)
        if proposal is None or kind is None or path not in proposal.files:
            return editor.page("error.html", 404, reason="Không có hồ sơ này trong phần chờ duyệt.")
        files = joined(repository, proposal, {}).files
    except GitError as error:
        return editor.page("error.html", 502, reason=f"Chưa xem được: {error}.")
    drafts = {one: loaded(request, one, kind_of, raw) for one, raw in files.items() if (kind_of := record_kind(one))}
    draft = drafts.get(path) or loaded(request, path, kind, repository.blob(proposal.commit, path))
    if not draft.entries:
        return editor.page("error.html", reason="Hồ sơ này bị gỡ, hoặc còn lỗi nên chưa xem được.")
    store = editor.loaded.with_drafts(drafts | {path: draft})
    text = editor.preview.page(store, kind, path, draft.entries[0].record, editor.as_of)
    if text is None:
        return editor.page("error.html", reason="Hồ sơ này không có trang riêng cho người dân.")
    return sandboxed(text)
