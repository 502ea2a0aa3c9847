"""/duyet/: the changes that wait; /duyet/NAME: one of them in words, with the findings of the check, to approve."""

from __future__ import annotations

from urllib.parse import quote

from generator.editor.record import data_or_none
from generator.editor.requests import Request
from generator.editor.responses import Response, redirect
from generator.editor.review.proposals import Joined, Proposal, accept, find, joined, proposals
from generator.editor.review.repository import Person, Repository
from generator.editor.review.returning import give_back
from generator.editor.review.whole_check import errors_brought, one_line
from generator.editor.titles import label_of, title_of
from generator.editor.views.sending import loaded
from generator.editor.words import value_text, words
from generator.io.git import GitError
from generator.loading.file_names import record_kind
from generator.plain_data import JsonObject

PREFIX = "/duyet/"
MAX_NOTE = 2000  # characters


def get(request: Request) -> Response:
    """The list, or one change."""
    editor = request.editor
    try:
        repository = Repository(editor.content)
    except GitError as error:
        return editor.no_repository(error)
    try:
        repository.fetch()
        if not request.rest:
            done, back = request.query_value("da-duyet"), request.query_value("da-tra-lai")
            return editor.page("approve-list.html", rows=proposals(repository), done=done, back=back)
        proposal = find(repository, request.rest)
        return _page(request, repository, proposal) if proposal else _gone(request)
    except GitError as error:
        return editor.page("error.html", reason=f"Chưa xem được phần chờ duyệt: {error}.")


def _gone(request: Request) -> Response:
    return request.editor.page("error.html", 404, reason="Không còn phần chờ duyệt này; có thể đã được duyệt.")


def _page(
    request: Request, repository: Repository, proposal: Proposal, reason: str = "", status: int = 200
) -> Response:
    result = joined(repository, proposal, {})
    me = Person.of(request.author) or repository.person()
    return request.editor.page(
        "approve.html",
        status,
        proposal=proposal,
        records=[_record(request, repository, proposal, result, path) for path in proposal.files],
        reason=reason,
        me=me,
        fixed=bool(request.editor.author_header),
        same=_same(me, proposal.author),
        alone=request.editor.alone,
        note=request.form_value("loi_nhan"),
    )


def _same(me: Person | None, author: Person) -> bool:
    return me is not None and me.mail.lower() == author.mail.lower()


def _record(request: Request, repository: Repository, proposal: Proposal, result: Joined, path: str) -> JsonObject:
    """One file on the page: its changes in words, or both values of each conflict."""
    kind, main = record_kind(path), repository.blob(repository.main(), path)
    new = result.files.get(path, repository.blob(proposal.commit, path))
    if kind is None:
        return {"path": path, "title": path, "sentences": ["Tệp kèm theo"], "clashes": [], "problems": []}
    before, after = loaded(request, path, kind, main), loaded(request, path, kind, new)
    clashes = [
        {
            "name": f"{path}#{clash.key}",
            "label": label_of(kind, clash.key),
            "mine": value_text(clash.mine),
            "theirs": value_text(clash.theirs),
        }
        for clash in result.clashes.get(path, [])
    ]
    sentences = [text for text, _ in words(kind, before.entries, after.entries)] or ["Sửa cách viết"]
    title = title_of(kind, path, data_or_none(kind, new or main))
    return {"path": path, "title": title, "sentences": sentences, "clashes": clashes, "problems": after.problems}


def post(request: Request) -> Response:
    """Approve: merge, check everything, publish. With `viec=tra-lai`: return the change with a note."""
    editor = request.editor
    try:
        repository = Repository(editor.content)
        repository.fetch()
        proposal = find(repository, request.rest)
        if proposal is None:
            return _gone(request)
        approver = Person.of(request.signature)
        if approver is None:
            return _page(request, repository, proposal, "Ghi họ tên và thư điện tử của người duyệt.", 422)
        if _same(approver, proposal.author) and not editor.alone:
            return _page(request, repository, proposal, "Người duyệt phải khác người soạn.", 422)
        if request.form_value("viec") == "tra-lai":
            return _give_back(request, repository, proposal, approver)
        chosen = {name.removeprefix("chon."): value for name, value in request.form if name.startswith("chon.")}
        result = joined(repository, proposal, chosen)
        if result.clashes:
            return _page(request, repository, proposal, "Hai người cùng sửa một chỗ: chọn một trong hai.", 422)
        main = repository.main()
        trial = repository.commit(main, result.files, "thử", approver)
        errors = errors_brought(trial, main, editor.content, editor.as_of)
        if errors:
            said = "; ".join(map(one_line, errors[:5]))
            return _page(request, repository, proposal, f"Chưa duyệt được, nội dung sẽ có lỗi: {said}.", 422)
        accept(repository, proposal, result.files, approver)
    except GitError as error:
        return editor.page("error.html", 502, reason=f"Chưa duyệt được: {error}.")
    return redirect(f"/duyet/?da-duyet={quote(proposal.title)}")


def _give_back(request: Request, repository: Repository, proposal: Proposal, by: Person) -> Response:
    note = " ".join(request.form_value("loi_nhan").split())[:MAX_NOTE]
    if not note:
        return _page(request, repository, proposal, "Viết lời nhắn: người soạn cần sửa điều gì.", 422)
    give_back(repository, proposal, note, by)
    return redirect(f"/duyet/?da-tra-lai={quote(proposal.title)}")
