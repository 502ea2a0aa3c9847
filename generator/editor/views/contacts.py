"""/lien-he/: the contacts of all units in one table, typed or pasted from a spreadsheet."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass, field
from itertools import zip_longest

from generator.editing.nodes import NotEditable
from generator.editing.record_text import RecordText
from generator.editing.rewrite import data_of, rewrite
from generator.editor.checking import check_draft, new_errors
from generator.editor.record import data_or_none
from generator.editor.requests import Request
from generator.editor.responses import Response
from generator.editor.titles import title_of
from generator.editor.workspace import ChangedUnderneath, FileChange
from generator.io.causes import cause_of
from generator.io.file import OutputRefused
from generator.loading.yaml.positions import YamlError
from generator.plain_data import Unchecked
from generator.schema.record import FieldSpec, specs
from generator.schema.unit import Unit
from generator.schema.values import PENDING_CONTACT
from generator.text.folding import fold

PREFIX = "/lien-he/"
PARTS = ("lien_he", "bo_phan_mot_cua", "phan_anh", "can_bo_dau_moi")
LEFT_OUT = {"bieu_mau_gop_y", "gio_ngung_nhan", "nhan_sang_thu_bay"}


@dataclass(slots=True)
class ContactLine:
    """A unit in the table. cells: key → text; wrong: messages."""

    path: str
    title: str
    digest: str
    cells: dict[str, str] = field(default_factory=dict)
    wrong: list[str] = field(default_factory=list)


def columns(part: str) -> list[FieldSpec]:
    """The single texts of one part of a unit's record."""
    spec = next(one for one in specs(Unit) if one.key == part)
    assert spec.part is not None
    return [one for one in specs(spec.part) if not one.is_list and one.part is None and one.key not in LEFT_OUT]


def _part(request: Request) -> FieldSpec:
    name = request.form_value("phan") or request.query_value("phan") or PARTS[0]
    return next(one for one in specs(Unit) if one.key == (name if name in PARTS else PARTS[0]))


def _lines(request: Request, part: str) -> list[ContactLine]:
    loaded, found = request.editor.loaded, []
    loaded.refresh()
    for path, file in sorted(loaded.files.items()):
        if file.kind is None or file.kind.name != "unit" or not file.entries:
            continue
        data = file.entries[0].document.data
        ended = isinstance(data.get("hieu_luc"), dict) and data["hieu_luc"].get("den")
        if ended and request.query_value("ca-cu") != "1" and part not in data:
            continue
        now = request.editor.workspace.open(path)
        request.editor.bases.keep(now)
        values = data.get(part) if isinstance(data.get(part), dict) else {}
        cells = {one.key: str(values.get(one.key) or "") for one in columns(part)}
        found.append(ContactLine(path, title_of(file.kind, path, data), now.digest, cells))
    names = [line.title for line in found]
    for line in found:
        if names.count(line.title) > 1:  # before and after a merger
            line.title += f" ({line.path.rpartition('/')[2].rpartition('.')[0]})"
    return found


def get(request: Request) -> Response:
    """The table of one part."""
    part = _part(request)
    return _page(request, part, _lines(request, part.key))


def _page(request: Request, part: FieldSpec, lines: list[ContactLine], notice: str = "", status: int = 200) -> Response:
    parts = [(one.key, one.label) for one in specs(Unit) if one.key in PARTS]
    return request.editor.page(
        "contacts.html",
        status,
        part=part,
        parts=parts,
        columns=columns(part.key),
        lines=lines,
        said=notice,
        blank=PENDING_CONTACT,
    )


def post(request: Request) -> Response:
    """Fill in what was pasted (`viec=dan`), or save every changed unit; nothing is saved if one has an error."""
    part = _part(request)
    lines = _lines(request, part.key)
    for line in lines:
        _typed(request, line, part)
    if request.form_value("viec") == "dan":
        left = pasted(request.form_value("bang"), lines, columns(part.key))
        said = f"Chưa điền, xem lại: {'; '.join(left)}." if left else "Đã điền vào bảng; xem lại rồi bấm Lưu."
        return _page(request, part, lines, said)
    ready: list[FileChange] = []
    for line in lines:
        raw = _changed(request, line, part.key)
        if raw is not None:
            ready.append(FileChange(line.path, raw, line.digest))
    if any(line.wrong for line in lines):
        return _page(request, part, lines, "Còn chỗ chưa đúng nên chưa lưu đơn vị nào.", 422)
    try:
        request.editor.workspace.write_all(ready)
    except ChangedUnderneath as error:
        said = f"{error.path} vừa được người khác sửa nên chưa lưu đơn vị nào: xem lại rồi bấm Lưu lại."
        return _page(request, part, lines, said, 409)
    except (OSError, OutputRefused) as error:
        why = f"{error}" if isinstance(error, OutputRefused) else f"Không ghi được: {cause_of(error)}."
        return _page(request, part, lines, f"{why} Sửa xong thì bấm Lưu lại.", 507)
    return _page(request, part, _lines(request, part.key), f"Đã lưu {len(ready)} đơn vị.")


def _typed(request: Request, line: ContactLine, part: FieldSpec) -> None:
    """Put into the line what was typed, on top of what is on the disk now: a cell that the form leaves as it was opened
    stays as it is on the disk; one that both changed is shown with both texts, to be saved again."""
    base = data_or_none(
        request.editor.workspace.kind(line.path),
        request.editor.bases.of(request.form_value(f"{line.path}#", line.digest)),  # None: before a restart
    )
    values = (base or {}).get(part.key)
    for one in columns(part.key):
        now = line.cells[one.key]
        typed = " ".join(request.form_value(f"{line.path}#{one.key}", now).split())
        opened = str((values if isinstance(values, dict) else {}).get(one.key) or "")
        if typed == (" ".join(opened.split()) if base is not None else now):
            continue
        line.cells[one.key] = typed
        if now not in (opened, typed):
            line.wrong.append(f"{one.label}: người khác vừa ghi “{now}”. Chọn chữ nào thì để trong ô rồi lưu lại.")


def _changed(request: Request, line: ContactLine, part: str) -> bytes | None:
    """The unit's new bytes, None if nothing changed; errors go to the line."""
    editor, now = request.editor, request.editor.workspace.open(line.path)
    source = RecordText.of(now.raw)
    try:
        data: Unchecked = data_of(source.text, now.kind)
        before = data.get(part) if isinstance(data.get(part), dict) else {}
        cells = {key: " ".join(text.split()) for key, text in line.cells.items()}
        if all(text == str(before.get(key) or "").strip() for key, text in cells.items()):
            return None
        text = rewrite(source.text, now.kind, {**data, part: {**before, **cells}})
    except (NotEditable, YamlError) as error:
        line.wrong.append(str(getattr(error, "message", error)))
        return None
    _, old = check_draft(editor.loaded, line.path, now.kind, source.text, editor.as_of)
    _, new = check_draft(editor.loaded, line.path, now.kind, text, editor.as_of)
    line.wrong += [f"{one.message} {one.hint}".strip() for one in new_errors(new, old)]
    return source.bytes_with(text)


def pasted(text: str, lines: list[ContactLine], fields: list[FieldSpec]) -> list[str]:
    """Put a pasted table into the lines: the first column names the unit, the others follow the header or, without
    one, the columns. Returns what fits nowhere, Vietnamese: units, columns, cells."""
    text = text.replace("\r\n", "\n")
    if text.count('"') % 2:  # not from a spreadsheet, which closes what it opens
        found = [row.split("\t") for row in text.split("\n")]
    else:
        found = list(csv.reader(io.StringIO(text), delimiter="\t"))
    rows = [row for row in found if any(map(str.strip, row))]
    order = [one.key for one in fields]
    if rows and not _line_of(rows[0][0], lines):
        header = [_key_of(cell, fields) for cell in rows[0][1:]]
        if any(header):
            order, rows = header, rows[1:]
    left = []
    seen: set[str] = set()
    for row in rows:
        line = _line_of(row[0], lines)
        if line is None or line.path in seen:
            left.append(f"“{row[0].strip()}” {'đã có ở dòng trên' if line else 'không rõ đơn vị'}")
            continue
        seen.add(line.path)
        for key, cell in zip_longest(order, row[1:], fillvalue=""):
            if key and cell.strip():
                line.cells[key] = " ".join(cell.split())
            elif cell.strip():
                left.append(f"“{' '.join(cell.split())}” ({line.title}) không rõ cột")
    return left


def _line_of(name: str, lines: list[ContactLine]) -> ContactLine | None:
    def plain(text: str) -> str:
        words = fold(text).replace(".", " ").split()
        return " ".join(word for word in words if word not in ("xa", "thi", "tran", "phuong", "ubnd", "huyen"))

    found = [line for line in lines if fold(line.title) == fold(name.strip())] or [
        line for line in lines if plain(line.title) == plain(name) and plain(name)
    ]
    return found[0] if len(found) == 1 else None


def _key_of(cell: str, fields: list[FieldSpec]) -> str:
    wanted = fold(cell.strip())
    exact = next((one.key for one in fields if wanted in (fold(one.label), one.key)), "")
    return exact or next(
        (one.key for one in fields if wanted and (wanted in fold(one.label) or fold(one.label) in wanted)), ""
    )
