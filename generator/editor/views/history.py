"""/lich-su/PATH: every change of a record, by whom, when and why, in words."""

from __future__ import annotations

from generator.editor.amending import siblings
from generator.editor.record import data_or_none
from generator.editor.requests import Request
from generator.editor.responses import Response
from generator.editor.review.repository import Repository
from generator.editor.titles import title_of
from generator.editor.views.sending import loaded
from generator.editor.words import words
from generator.io.git import GitError

PREFIX = "/lich-su/"
MAX_SHOWN = 30  # changes shown


def get(request: Request) -> Response:
    """The history of the record and of its dated versions."""
    editor = request.editor
    file = editor.workspace.open(request.rest)
    paths = [file.path, *siblings(editor.workspace, file.path)]
    try:
        repository = Repository(editor.content)
        names = [repository.path(path) for path in paths]
        log = repository.git(
            "log",
            "--no-merges",
            f"-{MAX_SHOWN}",
            "--format=%x02%H%x00%an%x00%as%x00%s%x00%(trailers:key=Ly-do,valueonly,separator=%x2C )",
            "--name-only",
            "--",
            *names,
        ).decode("utf-8", "replace")
    except GitError as error:
        return editor.page("error.html", reason=f"Chưa xem được lịch sử: {error}.")
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
        rows.append({"author": author, "date": date, "title": title, "why": why.strip(), "sentences": sentences})
    title = title_of(file.kind, file.path, data_or_none(file.kind, file.raw))
    return editor.page("history.html", rows=rows, title=title, path=file.path)
