"""/gui/: saved changes that were not sent yet, in words; sends them as one change for a second person to approve."""

from __future__ import annotations

import hashlib
from contextlib import suppress
from dataclasses import dataclass

from generator.editing.record_text import RecordText, Unreadable
from generator.editor.loaded_content import LoadedFile
from generator.editor.reasons import CORRECTION, LAW, Reason
from generator.editor.record import data_or_none
from generator.editor.requests import Request
from generator.editor.responses import Response, as_json
from generator.editor.review.proposals import message_of, receive, send
from generator.editor.review.repository import Person, Repository
from generator.editor.review.returning import close_returned, returned_changes
from generator.editor.review.whole_check import errors_here, one_line
from generator.editor.titles import title_of
from generator.editor.words import words
from generator.io.git import GitError
from generator.loading.file_names import record_kind
from generator.schema.kinds import Kind

PREFIX = "/gui/"


@dataclass(slots=True)
class UnsentChange:
    """One changed file. sentences: what it changes; raw: its bytes, None if it was removed."""

    path: str
    title: str
    sentences: list[str]
    reason: Reason
    raw: bytes | None


def get(request: Request) -> Response:
    """The page, or with `tinh-trang` the state of the whole check."""
    if request.rest == "tinh-trang":
        key = request.query_value("khoa")
        found = request.editor.whole_check.result(key)
        rows = None if found is None else list(map(one_line, found))
        return as_json({"done": found is not None, "errors": rows})
    return _page(request)


def _unsent(request: Request, repository: Repository) -> list[UnsentChange]:
    """The records that differ on the disk from what is published, without those that wait unchanged."""
    editor, main, found = request.editor, repository.main(), []
    back = {path for change in returned_changes(repository) for path in change.files}
    waiting = {path: state for path, state in editor.sent.all().items() if path not in back}
    for path in repository.changed(main):
        kind = record_kind(path)
        file = editor.content / path
        raw = file.read_bytes() if file.is_file() else None
        if kind is None or waiting.get(path) == hashlib.sha256(raw or b"").hexdigest():
            continue
        before = loaded(request, path, kind, repository.blob(main, path))
        after = loaded(request, path, kind, raw)
        said = [text for text, _ in words(kind, before.entries, after.entries)] or ["Sửa cách viết"]
        title = title_of(kind, path, data_or_none(kind, raw or repository.blob(main, path)))
        found.append(UnsentChange(path, title, said, editor.reasons.of(path), raw))
    return found


def loaded(request: Request, path: str, kind: Kind, raw: bytes | None) -> LoadedFile:
    """The records and problems of a file with these bytes; none without bytes."""
    try:
        text = RecordText.of(raw).text if raw is not None else ""
    except Unreadable:
        text = ""
    return request.editor.loaded.drafted(path, kind, text) if text.strip() else LoadedFile((0, 0), kind)


def _page(request: Request, reason: str = "", sent: str = "", status: int = 200) -> Response:
    editor = request.editor
    try:
        repository = Repository(editor.content)
    except GitError as error:
        return editor.no_repository(error)
    try:
        with suppress(GitError):  # without the network the page still shows what is here
            repository.fetch()
        rows = _unsent(request, repository)
        back = returned_changes(repository)
    except GitError as error:
        reason = f"Chưa gửi duyệt được: {error}. Xem chương “Gửi duyệt” trong sổ tay."
        return editor.page("error.html", reason=reason)
    key = hashlib.sha256("".join(f"{row.path}{row.raw!r}" for row in rows).encode()).hexdigest()[:24]
    if rows:
        editor.whole_check.start(key, lambda: errors_here(editor.loaded, repository.main(), editor.as_of))
    author = Person.of(request.author) or repository.person()
    return editor.page(
        "send.html",
        status,
        rows=rows,
        key=key,
        reason=reason,
        sent=sent,
        author=author,
        fixed=bool(editor.author_header),
        back=back,
        drafts=editor.drafts.all(),
        remote=repository.remote,
    )


def post(request: Request) -> Response:
    """Send the chosen records, or fetch what others published (`viec=nhan`)."""
    editor = request.editor
    try:
        repository = Repository(editor.content)
        if request.form_value("viec") == "nhan":
            left = receive(repository)
            said = f"Chưa nhận được: trên máy này còn thay đổi chưa gửi ở {', '.join(left)}." if left else ""
            return _page(request, said, "" if left else "Đã nhận bản mới nhất.")
        rows = [row for row in _unsent(request, repository) if ("gui", row.path) in request.form]
        author = Person.of(request.signature)
        if not rows:
            return _page(request, "Đánh dấu ít nhất một hồ sơ để gửi.", status=422)
        if author is None:
            return _page(request, "Ghi họ tên và thư điện tử của bạn.", status=422)
        reasons = {row.path: _reason(request, row) for row in rows}
        missing = [row.title for row in rows if not reasons[row.path].cause]
        if missing:
            return _page(request, f"Nói vì sao sửa: {'; '.join(missing)}.", status=422)
        errors = errors_here(editor.loaded, repository.main(), editor.as_of)
        if errors:
            return _page(request, f"Còn lỗi nên chưa gửi: {'; '.join(map(one_line, errors[:5]))}.", status=422)
        title = request.form_value("tieu_de").strip() or _title(rows)
        message = message_of(" ".join(title.split())[:100], reasons, {row.path: row.sentences for row in rows})
        name = send(repository, {row.path: row.raw for row in rows}, message, author)
        close_returned(repository, {row.path for row in rows})
    except GitError as error:
        return _page(request, f"Chưa gửi được: {error}.", status=502)
    editor.sent.add({row.path: hashlib.sha256(row.raw or b"").hexdigest() for row in rows})
    for row in rows:
        editor.reasons.keep(row.path, Reason())
    return _page(request, "", f"Đã gửi duyệt “{title}” (mã {name}). Người thứ hai xem và duyệt ở mục Duyệt.")


def _reason(request: Request, row: UnsentChange) -> Reason:
    why = request.form_value(f"vi_sao.{row.path}") or row.reason.cause
    return Reason(why if why in (CORRECTION, LAW) else "", row.reason.document, row.reason.day, row.reason.note)


def _title(rows: list[UnsentChange]) -> str:
    return rows[0].title if len(rows) == 1 else f"{rows[0].title} và {len(rows) - 1} hồ sơ khác"
