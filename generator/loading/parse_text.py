"""Parses the text of one file: front matter, YAML, Markdown. Records are not validated here (folder.py)."""

from __future__ import annotations

import unicodedata
from pathlib import Path

from generator.loading import markdown_bounds
from generator.loading.document import Document
from generator.loading.front_matter import Missing, missing, split, unclosed
from generator.loading.markdown_bounds import bounded_markdown
from generator.loading.merge_conflict import conflict
from generator.loading.misfiled import folder_of, identities, kind_by_keys
from generator.loading.store import Store
from generator.loading.yaml.parse import parse
from generator.loading.yaml.positions import YamlError
from generator.problem import ERROR, Problem
from generator.schema.kinds import BODY_KEY, Kind
from generator.schema.record import is_blank, specs


def parse_text(text: str, shown_path: str, kind: Kind, store: Store) -> Document | None:
    """The parsed text of one file, which is not validated; None after adding the reason to `store`. Of a text with
    decomposed letters (TT-070) the composed ones are parsed: what it says is what it looks like."""
    if found := conflict(text, shown_path, kind.markdown):
        refuse(store, kind, found)
        return None
    raw, text = text, unicodedata.normalize("NFC", text)
    document, body = Document(shown_path, raw, None, text), ""
    if kind.markdown:
        parts = split(text)
        if parts is None:
            refuse(store, kind, _no_front_matter(shown_path, missing(text)))
            return None
        document.yaml_text, body, document.body_line = parts
        document.line_offset = 1
        if message := _stray_key(kind, body):
            hint = "Xem mẫu trong sổ tay biên tập."
            refuse(store, kind, Problem(shown_path, document.body_line, 1, "TT-016", ERROR, message, "", hint))
            return None
    try:
        document.data = parse(document.yaml_text)
    except YamlError as error:
        line = error.line + document.line_offset
        began = unclosed(text) if kind.markdown else None
        if began and began.line <= line:
            refuse(store, kind, _no_front_matter(shown_path, began))
        else:
            refuse(store, kind, Problem(shown_path, line, error.column, error.id, ERROR, error.message, "", error.hint))
        return None
    if document.data is None and (not kind.many or not text.strip()):
        message = "phần mở đầu trống" if kind.markdown else "tệp trống"
        hint = "Điền theo mẫu trong sổ tay biên tập, hoặc xóa tệp."
        refuse(store, kind, Problem(shown_path, 1, 1, "TT-010", ERROR, message, "", hint))
        return None
    other = kind_by_keys(document.data, kind)
    if other:
        stem = Path(shown_path).stem
        store.unread |= {f"{kind.name}/{stem}"} | identities(other, document.data, stem)
        store.problems.append(_misfiled(shown_path, 1 + document.line_offset, kind, other))
        return None
    if kind.markdown and isinstance(document.data, dict) and body:
        if not is_blank(document.data.get(BODY_KEY)):
            message = "phần chữ dưới dòng “---” thay mất khóa “noi_dung” này"
            line, column = document.locate((BODY_KEY,), key=True, body=False)
            store.problems.append(
                Problem(shown_path, line, column, "TT-005", ERROR, message, "", "Gộp vào phần chữ, rồi bỏ khóa này.")
            )
        body, slips = bounded_markdown(body)
        document.data[BODY_KEY] = body
        for at, message, hint in slips:
            line = document.body_line + at
            store.problems.append(Problem(shown_path, line, 1, markdown_bounds.ID, ERROR, message, "", hint))
    return document


def refuse(store: Store, kind: Kind, problem: Problem) -> None:
    """Reject the whole file with one problem; references to it are not reported as missing."""
    store.unread.add(f"{kind.name}/{Path(problem.path).stem}")
    store.problems.append(problem)


def _stray_key(kind: Kind, body: str) -> str:
    """The problem of a body that begins with a key of the record: an extra `---` ended the front matter above it."""
    key, colon, _ = body.partition("\n")[0].partition(":")
    if colon and any(key == spec.key for spec in specs(kind.model)):
        return f"khóa “{key}” nằm dưới dòng “---” kết thúc phần mở đầu nên sẽ hiện thành chữ trên trang"
    return ""


def _no_front_matter(shown_path: str, reason: Missing) -> Problem:
    return Problem(shown_path, reason.line, 1, "TT-016", ERROR, reason.message, "", reason.hint)


def _misfiled(shown_path: str, line: int, kind: Kind, other: Kind) -> Problem:
    message = f"các khóa trong tệp là của loại “{other.label}”, mà chỗ này dành cho “{kind.label}”"
    return Problem(shown_path, line, 1, "TT-190", ERROR, message, "", f"Chuyển tệp sang {folder_of(other)}.")
