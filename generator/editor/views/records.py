"""/sua/PATH: the form of one record. A button of a list sends the form and gets it back with the list changed, so that
the page works without its script; the script does the same and exchanges the list in place."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import PurePosixPath

from generator.editing.nodes import NotEditable
from generator.editor.amending import siblings, version_kind
from generator.editor.form.own import own_fields
from generator.editor.record import Editing, Verdict, judged, opened, typed
from generator.editor.requests import Request
from generator.editor.responses import Response
from generator.editor.titles import kind_label, title_of
from generator.editor.views._listing import listing
from generator.editor.views._suggestions import suggestions
from generator.editor.workspace import ChangedUnderneath
from generator.problem import Problem
from generator.schema.kinds import BODY_KEY

PREFIX = "/sua/"


def get(request: Request) -> Response:
    """The list of all records at /sua/ itself, else the form."""
    if not request.rest:
        return listing(request)
    editing = opened(request.editor, request.rest)
    return form_page(request, editing, judged(request.editor, editing))


def post(request: Request) -> Response:
    """The form again, after the button `viec` of a list or of the page was pressed."""
    try:
        editing = typed(
            request.editor, request.rest, request.form, request.form_value("_goc"), request.form_value("viec")
        )
    except ChangedUnderneath:
        return conflict_page(request, request.rest)
    except NotEditable as error:
        return request.editor.page("error.html", 422, reason=f"Chưa sửa được ở đây: {error}.")
    return form_page(request, editing, judged(request.editor, editing))


def form_page(request: Request, editing: Editing, verdict: Verdict, status: int = 200) -> Response:
    """The form with its messages."""
    own = editing.kind.name == "unit" and request.query_value("xa") == "1" and editing.form is not None
    if own:
        assert editing.form is not None
        editing.form = own_fields(editing.form)
    by_key: dict[str, list[Problem]] = {}
    keys = _keys(editing)
    for problem in verdict.problems:
        by_key.setdefault(_nearest(problem.key, keys), []).append(problem)
    draft = request.editor.drafts.of(editing.path)
    return request.editor.page(
        "form.html",
        status,
        editing=editing,
        form=editing.form,
        title=title_of(editing.kind, editing.path, editing.data),
        label=kind_label(editing.kind),
        messages=by_key,
        verdict=verdict,
        errors=len(verdict.errors),
        draft=draft,
        saved=request.query_value("da-luu") == "1",
        suggestions=suggestions(request.editor, editing.kind),
        body_key=BODY_KEY,
        author=request.author,
        reasons=request.editor.reasons.of(editing.path),
        legal=version_kind(request.editor.workspace, editing.path) is not None and bool(editing.base.raw),
        versions=siblings(request.editor.workspace, editing.path),
        own=_own(request, editing.path) if own else None,
    )


def conflict_page(
    request: Request,
    title: str,
    clashes: Sequence[tuple[str, str, str]] = (),
    *,
    joined: bool = False,
    removed: bool = False,
) -> Response:
    """The page after the file was changed or removed meanwhile. clashes: (field, its text in the form, on the disk);
    joined: the draft has both changes; removed: the file was."""
    return request.editor.page(
        "conflict.html", 409, path=request.rest, clashes=clashes, title=title, joined=joined, gone=removed
    )


def _own(request: Request, path: str) -> list[tuple[str, str]]:
    """(path, title) of the unit's overlays."""
    stem = PurePosixPath(path).stem
    store = request.editor.loaded.refresh()
    start = f"units/{stem}/overlay/"
    names = {entry.record.code: entry.record.name for entry in store.of("procedure")}
    return [
        (below, names.get(entry.record.code) or "Nội dung riêng cho cả đơn vị")
        for entry in store.of("overlay")
        if (below := entry.path.partition("/")[2]).startswith(start)
    ]


def _keys(editing: Editing) -> set[str]:
    """The keys of all fields of the form."""
    found: set[str] = set()
    if editing.form is None:
        return found
    todo = [*editing.form.fields]
    items = [*editing.form.items]
    while todo or items:
        if items:
            item = items.pop()
            found.add(item.key)
            todo += item.fields
            continue
        one = todo.pop()
        found.add(one.key)
        todo += one.fields
        items += one.items
    return found


def _nearest(key: str, keys: set[str]) -> str:
    """The key, or that of the nearest part around it that the form shows, "" for the whole record."""
    while key and key not in keys:
        key = key.rpartition(".")[0]
    return key
