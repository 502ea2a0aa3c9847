"""A content folder to a store: walk, read, parse, shape."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

from generator.model.kinds import KINDS, Kind
from generator.model.portable import faults
from generator.model.record import is_blank, specs
from generator.problem import ERROR, Problem, named
from generator.reading.conflict import conflict
from generator.reading.document import Document
from generator.reading.file_names import record_kind, unread
from generator.reading.front_matter import split
from generator.reading.shape import to_record
from generator.reading.source import read_source
from generator.reading.store import Entry, Store
from generator.reading.yaml_text import YamlError, parse

# hidden folders that belong to programs: nobody writes records there
OF_PROGRAMS = {".git", ".hg", ".svn", ".github", ".gitlab", ".vscode", ".idea", ".obsidian", ".trash", ".cache"}


def read_folder(content: Path, told: Callable[[int, int], None] = lambda done, total: None) -> Store:
    """Read every record below `content`. told: is told now and then how many files were read, of how many. Never raises for
    bad content: what is wrong is in the store's problems."""
    store = Store({kind.name: [] for kind in KINDS}, root=content)
    files, store.problems = walk(content)
    read_files(content, files, store, told)
    return store


def read_files(
    content: Path,
    files: list[str],
    store: Store,
    told: Callable[[int, int], None] = lambda done, total: None,
    without: str = "",
) -> None:
    """Read `files` (paths below `content`) into `store`, but those of the kind `without`."""
    for at, relative in enumerate(files):
        if at % 100 == 0:
            told(at, len(files))
        shown = f"{content.name}/{printable(relative)}"
        kind = record_kind(relative)
        if kind is None:
            store.problems += filter(None, [unread(shown, relative)])
        elif kind.name != without:
            read_file(content / relative, shown, kind, store)


def list_files(content: Path) -> list[str]:
    """Posix paths below `content`, sorted, without hidden ones; the same on every machine."""
    return walk(content)[0]


def walk(content: Path) -> tuple[list[str], list[Problem]]:
    """The files below `content`, and what is wrong with names and places: links to folders, folders that cannot be read, hidden
    files, names that not every system can have."""
    found: list[str] = []
    problems: list[Problem] = []

    def refused(relative: str, message: str, hint: str) -> None:
        problems.append(Problem(f"{content.name}/{printable(relative)}", 1, 1, "TT-001", ERROR, message, "", hint))

    def hidden(relative: str) -> None:
        problems.extend(filter(None, [unread(f"{content.name}/{printable(relative)}", relative)]))

    def unreadable(error: OSError) -> None:
        refused(
            os.path.relpath(error.filename, content).replace(os.sep, "/"),
            f"không đọc được thư mục: {error.strerror or error}",
            "Xem lại quyền của thư mục.",
        )

    for folder, folders, files in os.walk(content, onerror=unreadable):
        base = os.path.relpath(folder, content).replace(os.sep, "/")
        below = "" if base == "." else f"{base}/"
        for name in [*(name for name in folders if name not in OF_PROGRAMS), *files]:
            if name.startswith("."):
                hidden(below + name)
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in folders:
            if os.path.islink(os.path.join(folder, name)):
                refused(
                    below + name, "thư mục là liên kết tượng trưng nên không được đọc", "Chép hẳn thư mục vào content/."
                )
        found += [below + name for name in files if not name.startswith(".")]
    found.sort()
    for path, why in faults(found):
        problems.append(name_fault(f"{content.name}/{printable(path)}", why))
    return found, problems


def name_fault(shown: str, why: str) -> Problem:
    """The problem of a name that not every system can have."""
    return Problem(shown, 1, 1, "TT-183", ERROR, why, "", "Đổi tên: chữ thường không dấu, chữ số, dấu gạch nối.")


def printable(path: str) -> str:
    """A path for messages: bytes that are no UTF-8 and control characters as \\x.., so that it can be printed anywhere."""
    text = os.fsencode(path).decode("utf-8", "backslashreplace") if not path.isascii() else path
    return (
        text if text.isprintable() else "".join(char if char.isprintable() else f"\\x{ord(char):02x}" for char in text)
    )


def read_file(file: Path, shown: str, kind: Kind, store: Store) -> None:
    """Read one file into `store`."""
    text, problems = read_source(file, shown)
    store.problems += problems
    if text is None:
        store.unread.add(f"{kind.name}/{file.stem}")
    else:
        read_text(text, shown, kind, store)


def read_text(text: str, shown: str, kind: Kind, store: Store) -> None:
    """Parse and shape the text of one file into `store`."""
    if found := conflict(text, shown, kind.markdown):
        _refuse(store, kind, found)
        return
    document, body = Document(shown, text, None, text), ""
    if kind.markdown:
        parts = split(text)
        if parts:
            document.yaml_text, body, document.body_line = parts
            document.line_offset = 1
        message = _stray_key(kind, body) if parts else "thiếu phần mở đầu giữa hai dòng “---”"
        if message:
            line = document.body_line or 1
            _refuse(
                store, kind, Problem(shown, line, 1, "TT-016", ERROR, message, "", "Xem mẫu trong sổ tay biên tập.")
            )
            return
    try:
        document.data = parse(document.yaml_text)
    except YamlError as error:
        line = error.line + document.line_offset
        _refuse(store, kind, Problem(shown, line, error.column, error.id, ERROR, error.message, "", error.hint))
        return
    if document.data is None and (not kind.many or not text.strip()):
        _refuse(store, kind, Problem(shown, 1, 1, "TT-010", ERROR, "tệp trống", "", "Điền theo mẫu, hoặc xóa tệp."))
        return
    if kind.markdown and isinstance(document.data, dict) and body:
        if not is_blank(document.data.get("noi_dung")):
            message = "phần chữ dưới dòng “---” thay mất khóa “noi_dung” này"
            line, column = document.locate(("noi_dung",), key=True, body=False)
            store.problems.append(
                Problem(shown, line, column, "TT-005", ERROR, message, "", "Gộp vào phần chữ, rồi bỏ khóa này.")
            )
        document.data["noi_dung"] = body
    if not kind.many:
        _add(store, kind, document, document.data, ())
    elif isinstance(document.data, list):
        for index, item in enumerate(document.data):
            _add(store, kind, document, item, (index,))
    elif document.data is not None:
        message, hint = "tệp này phải là một danh sách", "Bắt đầu mỗi mục bằng “- ”."
        _refuse(store, kind, Problem(shown, 1, 1, "TT-010", ERROR, message, "", hint))


def _refuse(store: Store, kind: Kind, problem: Problem) -> None:
    """The whole file is not read: one problem, and what names it is not called missing."""
    store.unread.add(f"{kind.name}/{Path(problem.path).stem}")
    store.problems.append(problem)


def _stray_key(kind: Kind, body: str) -> str:
    """What is wrong when the text begins with a key of the record: a `---` too many ended the front matter above it."""
    key, colon, _ = body.partition("\n")[0].partition(":")
    if colon and any(key == spec.key for spec in specs(kind.model)):
        return f"khóa “{key}” nằm dưới dòng “---” kết thúc phần mở đầu nên sẽ hiện thành chữ trên trang"
    return ""


def _add(store: Store, kind: Kind, document: Document, data: object, base: tuple) -> None:
    record, faults = to_record(kind.model, {} if data is None else data)
    entry = Entry(kind, document, record, base)
    entry.faulty = frozenset(path for path, *_ in faults) | {
        (*path[:-1], meant) for path, id, _, hint in faults if id == "TT-011" and (meant := named(hint))
    }
    for path, id, message, hint in faults:
        store.problems.append(entry.problem(id, ERROR, path, message, "", hint, key=id == "TT-011"))
    if record is not None:
        store.entries[kind.name].append(entry)
    else:
        store.unread.add(f"{kind.name}/{entry.stem}")
