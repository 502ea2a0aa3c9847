"""/lich-su/PATH: every change of a record, by whom, when and why, in words; takes one of them back, as a draft."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from urllib.parse import quote

from generator.editing.record_text import RecordText
from generator.editor.amending import siblings
from generator.editor.record import data_or_none
from generator.editor.requests import Request
from generator.editor.responses import Response, redirect
from generator.editor.review.repository import Repository
from generator.editor.titles import title_of
from generator.editor.views.sending import loaded
from generator.editor.words import words
from generator.editor.workspace import OpenFile
from generator.io.git import GitError

PREFIX = "/lich-su/"
MAX_SHOWN = 30  # changes shown


@dataclass(slots=True)
class ListedEdit:
    """One change. before: names the state before it for `post`, "" if there is none."""

    when: str
    author: str
    title: str
    cause: str
    sentences: list[str]
    before: str


def get(request: Request) -> Response:
    """The history of the record and of its dated versions: what is in git, and what was saved on this computer."""
    return _page(request)


def post(request: Request) -> Response:
    """Make the state before a change the draft of the record, to be looked at and saved."""
    editor = request.editor
    file = editor.workspace.open(request.rest)
    draft = editor.drafts.of(file.path)
    if draft is not None and draft.text != RecordText.of(file.raw).text:
        said = "Hồ sơ này đang có bản nháp chưa lưu: mở hồ sơ, lưu hoặc bỏ bản nháp trước, rồi lấy lại bản cũ."
        return _page(request, said, 409)
    raw = _state(request, file, request.form_value("ban"))
    if raw is None:
        return _page(request, "Không còn bản ấy.", 404)
    if not editor.drafts.keep(file.path, RecordText.of(raw).text, file.raw, request.author, []):
        return request.refused("Không giữ được bản nháp: ổ đĩa đầy hoặc không cho ghi.", 507)
    return redirect(f"/sua/{quote(file.path)}")


def _state(request: Request, file: OpenFile, name: str) -> bytes | None:
    """The bytes of the record before a change, as `ListedEdit.before` names it."""
    where, _, which = name.partition(":")
    if where == "may" and which.isdecimal():
        return next((one.raw for at, one in enumerate(request.editor.earlier.of(file.path)) if at == int(which)), None)
    if where == "git" and which.isalnum():
        try:
            return Repository(request.editor.content).blob(f"{which}~1", file.path)
        except GitError:
            return None
    return None


def _page(request: Request, message: str = "", status: int = 200) -> Response:
    editor = request.editor
    file = editor.workspace.open(request.rest)
    reason = ""
    try:
        published = _published(request, file)
    except GitError as error:
        published, reason = [], str(error)
    title = title_of(file.kind, file.path, data_or_none(file.kind, file.raw))
    here = _saved_here(request, file)
    return editor.page(
        "history.html", status, here=here, rows=published, title=title, path=file.path, reason=reason, message=message
    )


def _saved_here(request: Request, file: OpenFile) -> list[ListedEdit]:
    """What was saved on this computer, the latest first."""
    states = request.editor.earlier.of(file.path)
    after = [*(one.raw for one in states), file.raw][1:]
    found = []
    for at, (state, raw) in enumerate(zip(states, after, strict=True)):
        before, now = (loaded(request, file.path, file.kind, one).entries for one in (state.raw, raw))
        said = [text for text, _ in words(file.kind, before, now)] or ["Sửa cách viết"]
        when = dt.datetime.fromtimestamp(state.saved).strftime("%H:%M ngày %d/%m/%Y")
        found.append(ListedEdit(when, "", "", "", said, f"may:{at}"))
    return found[::-1]


def _published(request: Request, file: OpenFile) -> list[ListedEdit]:
    """The changes in git, the latest first. Raises GitError."""
    editor = request.editor
    paths = [file.path, *siblings(editor.workspace, file.path)]
    repository = Repository(editor.content)
    log = repository.git(
        "log",
        "--no-merges",
        f"-{MAX_SHOWN}",
        "--format=%x02%H%x00%an%x00%as%x00%s%x00%(trailers:key=Ly-do,valueonly,separator=%x2C )",
        "--name-only",
        "--",
        *map(repository.path, paths),
    ).decode("utf-8", "replace")
    rows = []
    for block in log.split("\x02")[1:]:
        head, _, changed = block.partition("\n")
        commit, author, date, title, why = head.split("\0")
        touched = [path for path in paths if repository.path(path) in changed.split("\n")]
        sentences = [
            text
            for path in touched
            for text, _ in words(
                file.kind if path == file.path else editor.workspace.kind(path),
                loaded(request, path, editor.workspace.kind(path), repository.blob(f"{commit}~1", path)).entries,
                loaded(request, path, editor.workspace.kind(path), repository.blob(commit, path)).entries,
            )
        ]
        back = file.path in touched and repository.blob(f"{commit}~1", file.path) is not None
        shown = "/".join(reversed(date.split("-")))
        rows.append(ListedEdit(shown, author, title, why.strip(), sentences, f"git:{commit}" if back else ""))
    return rows
