"""A content folder to a store: walk, read, parse, shape."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

from generator.model.kinds import KINDS, Kind, kind_of
from generator.problem import ERROR, WARNING, Problem, named, suggest
from generator.reading import bounds, markdown_bounds
from generator.reading.bounds import bounded
from generator.reading.document import Document
from generator.reading.front_matter import split
from generator.reading.markdown_bounds import bounded_markdown
from generator.reading.shape import to_record
from generator.reading.source import read_source
from generator.reading.store import Entry, Store
from generator.reading.yaml_text import YamlError, parse
from generator.regular_file import is_regular

TEXT_ENDINGS = (".yml", ".yaml", ".md")


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
        kind = kind_of(relative)
        if kind is None:
            if not is_regular(content / relative):
                store.problems.append(no_file(shown))
            elif relative.endswith(TEXT_ENDINGS) and not relative.startswith("search/"):
                store.problems.append(misplaced(shown, relative))
        elif kind.name != without:
            read_file(content / relative, shown, kind, store)


def list_files(content: Path) -> list[str]:
    """Posix paths below `content`, sorted, without hidden ones; the same on every machine."""
    return walk(content)[0]


def walk(content: Path) -> tuple[list[str], list[Problem]]:
    """The files below `content`, and what is not walked into: links to folders, folders that cannot be read."""
    found: list[str] = []
    problems: list[Problem] = []

    def refused(relative: str, message: str, hint: str) -> None:
        problems.append(Problem(f"{content.name}/{printable(relative)}", 1, 1, "TT-001", ERROR, message, "", hint))

    def unreadable(error: OSError) -> None:
        refused(
            os.path.relpath(error.filename, content).replace(os.sep, "/"),
            f"không đọc được thư mục: {error.strerror or error}",
            "Xem lại quyền của thư mục.",
        )

    for folder, folders, files in os.walk(content, onerror=unreadable):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        base = os.path.relpath(folder, content).replace(os.sep, "/")
        below = "" if base == "." else f"{base}/"
        for name in folders:
            if name.lower().endswith(TEXT_ENDINGS):
                refused(below + name, "là thư mục mà mang tên như một tệp", "Đổi tên thư mục, hoặc đưa tệp ra ngoài.")
            if os.path.islink(os.path.join(folder, name)):
                refused(
                    below + name, "thư mục là liên kết tượng trưng nên không được đọc", "Chép hẳn thư mục vào content/."
                )
        found += [below + name for name in files if not name.startswith(".")]
    return sorted(found), problems


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
    document = Document(shown, text, None, text)
    if kind.markdown:
        parts = split(text)
        if parts is None:
            store.unread.add(f"{kind.name}/{Path(shown).stem}")
            store.problems.append(
                Problem(
                    shown,
                    1,
                    1,
                    "TT-016",
                    ERROR,
                    "thiếu phần mở đầu giữa hai dòng “---”",
                    "",
                    "Xem mẫu trong sổ tay biên tập.",
                )
            )
            return
        document.yaml_text, body, document.body_line = parts
        document.line_offset = 1
    try:
        document.data = parse(document.yaml_text)
    except YamlError as error:
        store.unread.add(f"{kind.name}/{Path(shown).stem}")
        store.problems.append(
            Problem(
                shown, error.line + document.line_offset, error.column, error.id, ERROR, error.message, "", error.hint
            )
        )
        return
    if kind.markdown and isinstance(document.data, dict) and body:
        body, faults = bounded_markdown(body)
        document.data["noi_dung"] = body
        for at, message, hint in faults:
            line = document.body_line + at
            store.problems.append(Problem(shown, line, 1, markdown_bounds.ID, ERROR, message, "", hint))
    data, cuts = bounded(document.data, document.yaml_text, "noi_dung" if kind.markdown else "")
    for path, message, hint in cuts:
        store.problems.append(Problem(shown, *document.locate(path), bounds.ID, ERROR, message, "", hint))
    cut = frozenset(path for path, *_ in cuts)
    if not kind.many:
        _add(store, kind, document, data, (), cut)
    elif isinstance(data, list):
        for index, item in enumerate(data):
            _add(store, kind, document, item, (index,), frozenset(path[1:] for path in cut if path[0] == index))
    elif data is not None:
        store.unread.add(f"{kind.name}/{Path(shown).stem}")
        store.problems.append(
            Problem(shown, 1, 1, "TT-010", ERROR, "tệp này phải là một danh sách", "", "Bắt đầu mỗi mục bằng “- ”.")
        )


def _add(store: Store, kind: Kind, document: Document, data: object, base: tuple, cut: frozenset[tuple]) -> None:
    """cut: paths of the texts that were cut to size; what rules would say of them follows from that."""
    record, faults = to_record(kind.model, {} if data is None else data)
    entry = Entry(kind, document, record, base)
    entry.faulty = (
        cut
        | frozenset(path for path, *_ in faults)
        | {(*path[:-1], meant) for path, id, _, hint in faults if id == "TT-011" and (meant := named(hint))}
    )
    for path, id, message, hint in faults:
        store.problems.append(entry.problem(id, ERROR, path, message, "", hint, key=id == "TT-011"))
    if record is not None:
        store.entries[kind.name].append(entry)
    else:
        store.unread.add(f"{kind.name}/{entry.stem}")


def no_file(shown: str) -> Problem:
    """The error for a link, a pipe or a device that lies among the content: it is never opened."""
    message = "không phải tệp thường (liên kết, ống dẫn, thiết bị) nên không được mở"
    return Problem(shown, 1, 1, "TT-001", ERROR, message, "", "Xóa đi, hoặc chép hẳn tệp vào content/.")


def misplaced(shown: str, relative: str) -> Problem:
    """The warning for a file that no kind of record lives at."""
    folders = [
        "procedures",
        "units",
        "laws",
        "plan",
        "guides",
        "notices",
        "handbook",
        "holidays",
        "site.yml",
        "fields.yml",
        "agencies.yml",
    ]
    hint = suggest(relative.split("/")[0], folders) or f"Các chỗ dùng được trong content/: {', '.join(folders)}."
    return Problem(shown, 1, 1, "TT-009", WARNING, "tệp nằm ngoài các thư mục được đọc nên không được dùng", "", hint)
