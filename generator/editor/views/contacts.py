"""/lien-he/: the contacts of all units in one table, typed or pasted from a spreadsheet."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from generator.editing.nodes import NotEditable
from generator.editing.record_text import RecordText
from generator.editing.rewrite import data_of, rewrite
from generator.editor.checking import check_draft, new_errors
from generator.editor.requests import Request
from generator.editor.responses import Response
from generator.editor.titles import title_of
from generator.editor.workspace import ChangedUnderneath
from generator.loading.yaml.positions import YamlError
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
        for one in columns(part.key):
            line.cells[one.key] = request.form_value(f"{line.path}#{one.key}", line.cells[one.key])
    if request.form_value("viec") == "dan":
        unknown = pasted(request.form_value("bang"), lines, columns(part.key))
        said = f"Không rõ đơn vị: {', '.join(unknown)}." if unknown else "Đã điền vào bảng; xem lại rồi bấm Lưu."
        return _page(request, part, lines, said)
    ready: list[tuple[str, bytes, str]] = []
    for line in lines:
        raw = _changed(request, line, part.key)
        if raw is not None:
            ready.append((line.path, raw, request.form_value(f"{line.path}#", line.digest)))
    if any(line.wrong for line in lines):
        return _page(request, part, lines, "Còn chỗ chưa đúng nên chưa lưu đơn vị nào.", 422)
    try:
        for path, raw, digest in ready:
            request.editor.workspace.write(path, raw, digest)
    except ChangedUnderneath:
        return _page(request, part, lines, f"{path} vừa được người khác sửa; mở lại bảng rồi lưu.", 409)
    return _page(request, part, _lines(request, part.key), f"Đã lưu {len(ready)} đơn vị.")


def _changed(request: Request, line: ContactLine, part: str) -> bytes | None:
    """The unit's new bytes, None if nothing changed; errors go to the line."""
    editor, now = request.editor, request.editor.workspace.open(line.path)
    source = RecordText.of(now.raw)
    try:
        data: Any = data_of(source.text, now.kind)
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
    one, the columns. Returns the names that fit no unit."""
    rows = [row.split("\t") for row in text.replace("\r", "").split("\n") if row.strip()]
    order = [one.key for one in fields]
    if rows and not _line_of(rows[0][0], lines):
        header = [_key_of(cell, fields) for cell in rows[0][1:]]
        if any(header):
            order, rows = header, rows[1:]
    unknown = []
    for row in rows:
        line = _line_of(row[0], lines)
        if line is None:
            unknown.append(row[0].strip())
            continue
        for key, cell in zip(order, row[1:], strict=False):
            if key and cell.strip():
                line.cells[key] = " ".join(cell.split())
    return unknown


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
