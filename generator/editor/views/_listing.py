"""/sua/: all records of all kinds, with search, filters and what is still to be done."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any

from generator.editor.form_words import on_form
from generator.editor.requests import Request
from generator.editor.responses import Response
from generator.editor.titles import kind_label, title_of
from generator.editor.views.new import makeable
from generator.loading.national_content import is_borrowed
from generator.plain_data import Unchecked
from generator.problem import ERROR, Problem
from generator.schema.codes import procedure_codes
from generator.schema.kinds import BY_NAME, KINDS, Kind
from generator.schema.record import specs
from generator.schema.values import PENDING_CONTACT
from generator.text.folding import fold

PAGE_SIZE = 100  # rows on a page
SEARCH_WORDS = "Từ dùng khi tìm"  # the heading of kinds of search words, folded: few editors need them
TO_DO = {
    "loi": "Có lỗi phải sửa",
    "cho-doi-chieu": "Chờ đối chiếu",
    "cho-bo-sung": "Thiếu thông tin liên hệ",
    "nhap": "Bản nháp chưa lưu",
}


@dataclass(frozen=True, slots=True)
class ListRow:
    """One file in the list. words: what is searched, without marks; todo: keys of TO_DO; messages: of its errors."""

    path: str
    kind: Kind
    title: str
    note: str
    words: str
    todo: tuple[str, ...]
    messages: tuple[str, ...] = ()


def rows(request: Request, errors: list[Problem]) -> list[ListRow]:
    """Every file of a known kind that is the site's own. errors: what the check of the whole content found."""
    loaded = request.editor.loaded
    drafts = {draft.path for draft in request.editor.drafts.all()}
    wrong: dict[str, list[Problem]] = {}
    for one in [*(one for file in loaded.files.values() for one in file.problems), *errors]:
        if one.severity == ERROR:
            wrong.setdefault(one.path.partition("/")[2], []).append(one)
    found = []
    for path, file in loaded.files.items():
        if file.kind is None or is_borrowed(loaded.content, path):
            continue
        data = file.entries[0].document.data if file.entries else None
        title = title_of(file.kind, path, data)
        todo = [
            name
            for name, is_so in (
                ("loi", path in wrong),
                ("cho-doi-chieu", _pending(data)),
                ("cho-bo-sung", any(PENDING_CONTACT in entry.document.text for entry in file.entries[:1])),
                ("nhap", path in drafts),
            )
            if is_so
        ]
        found.append(
            ListRow(
                path,
                file.kind,
                title,
                _note(file.kind, path, data),
                _words(path, title, data),
                tuple(todo),
                tuple(dict.fromkeys(on_form(one, file.kind)[0] for one in wrong.get(path, ()))),
            )
        )
    return found


def unread_files(request: Request) -> list[Problem]:
    """The errors of files that are no records, such as a copy that OneDrive left: no form can show them."""
    loaded = request.editor.loaded
    problems = [*loaded.names, *(one for file in loaded.files.values() if file.kind is None for one in file.problems)]
    return sorted({one for one in problems if one.severity == ERROR})


def _pending(data: object) -> bool:
    check = data.get("doi_chieu") if isinstance(data, dict) else None
    return isinstance(check, dict) and check.get("trang_thai") == "chờ đối chiếu"


def _note(kind: Kind, path: str, data: object) -> str:
    if kind.name == "procedure" and isinstance(data, dict):
        return f"{data.get('ma_thu_tuc') or ''} · {data.get('linh_vuc') or ''}".strip(" ·")
    return path


def _words(path: str, title: str, data: object) -> str:
    more = [_text(data, key) for key in ("ma_thu_tuc", "so_ky_hieu", "linh_vuc", "trich_yeu")]
    more += [str(word) for key in ("ten_thuong_goi", "tu_khoa") for word in _list(data, key)]
    return fold(" ".join([title, path, *more]))


def _text(data: object, key: str) -> str:
    value = data.get(key) if isinstance(data, dict) else None
    return value if isinstance(value, str) else ""


def _list(data: object, key: str) -> list[Unchecked]:
    value = data.get(key) if isinstance(data, dict) else None
    return value if isinstance(value, list) else []


@cache
def _labels(kind: Kind) -> str:
    """The names of the kind's fields: “phí khai sinh” finds the procedure that has a fee."""
    return fold(" ".join(spec.label for spec in specs(kind.model)))


def listing(request: Request) -> Response:
    """The page."""
    asked, kind, todo = request.query_value("tim"), request.query_value("loai"), request.query_value("viec")
    page = int(request.query_value("trang", "1")) if request.query_value("trang", "1").isdecimal() else 1
    errors, counting = request.editor.errors.look(request.editor.loaded.refresh())
    every = rows(request, errors)
    match procedure_codes(asked):
        case [[code]]:  # as spreadsheets show it: 1001193, 1,001193
            wanted = [code]
        case _:
            wanted = fold(asked).split()
    fitting = [
        row
        for row in every
        if all(word in row.words or word in _labels(row.kind) for word in wanted)
        and (not wanted or any(word in row.words for word in wanted))
        and (not kind or row.kind.name == kind)
        and (not todo or todo in row.todo)
    ]
    order = {one.name: at for at, one in enumerate(KINDS)} | {"procedure": -1}

    def rank(row: ListRow) -> tuple[Any, ...]:
        title = fold(row.title)
        missing = sum(word not in row.words for word in wanted), sum(word not in title for word in wanted)
        return (*missing, len(title) if wanted else 0, order[row.kind.name], row.path)

    fitting.sort(key=rank)
    counts = {name: sum(name in row.todo for row in every) for name in TO_DO}
    kinds: dict[str, list[tuple[str, str, int]]] = {"": [], SEARCH_WORDS: []}
    for name in dict.fromkeys(row.kind.name for row in sorted(every, key=lambda row: order[row.kind.name])):
        heading = SEARCH_WORDS if BY_NAME[name].path.startswith("search/") else ""
        kinds[heading].append((name, kind_label(BY_NAME[name]), sum(row.kind.name == name for row in every)))
    unread = unread_files(request)
    counts["loi"] += len(unread)
    first = max(page - 1, 0) * PAGE_SIZE
    return request.editor.page(
        "list.html",
        rows=fitting[first : first + PAGE_SIZE],
        total=len(fitting),
        page=page,
        pages=max(1, -(-len(fitting) // PAGE_SIZE)),
        asked=asked,
        kind=kind,
        todo=todo,
        kinds=kinds,
        counts=counts,
        makeable=makeable(request),
        counting=counting,
        unread=unread if todo == "loi" and page <= 1 else [],
        labels=TO_DO,
        kind_label=kind_label,
        author=request.author,
    )
