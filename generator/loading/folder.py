"""Loads a content folder into a store: walk, read, parse, validate."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from generator.io.causes import cause_of
from generator.io.regular_file import is_regular
from generator.loading import bounds
from generator.loading.bounds import bounded
from generator.loading.decoding import read_source
from generator.loading.document import Document
from generator.loading.entry import Entry
from generator.loading.file_names import copies_of_computers, copy_of_computer, record_kind, unread
from generator.loading.misfiled import IDENTITY
from generator.loading.national_content import PREFIX, borrowed, is_borrowed, source_of
from generator.loading.parse_text import parse_text, refuse
from generator.loading.store import Store
from generator.loading.unknown_keys import unknown_key
from generator.loading.validation import MAX_FAULTS, Fault, validate_record
from generator.problem import ERROR, KeyPath, Problem
from generator.progress import ProgressCallback, no_progress
from generator.schema.kinds import BODY_KEY, KINDS, Kind
from generator.schema.portable_names import faults

TEXT_ENDINGS = (".yml", ".yaml", ".md")
# hidden folders of programs, which never contain records
OF_PROGRAMS = frozenset(
    {".nhap", ".git", ".hg", ".svn", ".github", ".gitlab", ".vscode", ".idea", ".obsidian", ".trash", ".cache"}
)


def read_folder(content: Path, on_progress: ProgressCallback = no_progress) -> Store:
    """Read every record below `content`. on_progress: called with the number of files read and the total. Never raises
    for bad content: faults are in the store's problems."""
    store = Store({kind.name: [] for kind in KINDS}, root=content)
    files, store.problems = list_content(content)
    for at, relative in enumerate(files):
        if at % 100 == 0:
            on_progress(at, len(files))
        file, shown_path = locate(content, relative)
        kind = record_kind(relative)
        if kind is None:
            if not is_regular(file):
                store.problems.append(no_file(shown_path))
            else:
                store.problems += filter(None, [unread(shown_path, relative)])
        else:
            read_file(file, shown_path, kind, store)
    return store


def locate(content: Path, relative: str) -> tuple[Path, str]:
    """The file that is read for `relative` (POSIX path below `content`), and its path in messages."""
    file, shown_path = source_of(content, relative)
    return Path(file), display_path(shown_path)


def shown_path(content: Path, relative: str) -> str:
    """The path of the file that is read for `relative`, as in messages."""
    return display_path(PREFIX + relative if is_borrowed(content, relative) else f"{content.name}/{relative}")


def site_file(content: Path) -> Path:
    """Path of the site's own record; it may not exist."""
    other = content / "site.yaml"
    return other if other.is_file() and not (content / "site.yml").is_file() else content / "site.yml"


def list_files(content: Path) -> list[str]:
    """The site's own files: POSIX paths below `content`, sorted, without hidden files; the same on every machine."""
    return list_own(content)[0]


def list_content(content: Path) -> tuple[list[str], list[Problem]]:
    """The files of the site, its own and those of the package that it uses, as POSIX paths, sorted; and the problems of
    names and locations."""
    own, problems = list_own(content)
    return sorted([*own, *borrowed(content, own)]), problems


def list_own(content: Path) -> tuple[list[str], list[Problem]]:
    """The files below `content`, sorted, without hidden ones; and the problems of names and locations: links to
    folders, unreadable folders, hidden files, names that are not portable."""
    found: list[str] = []
    problems: list[Problem] = []

    def refused(relative: str, message: str, hint: str) -> None:
        problems.append(Problem(f"{content.name}/{display_path(relative)}", 1, 1, "TT-001", ERROR, message, "", hint))

    def hidden(relative: str) -> None:
        problems.extend(filter(None, [unread(f"{content.name}/{display_path(relative)}", relative)]))

    def unreadable(error: OSError) -> None:
        refused(
            os.path.relpath(error.filename, content).replace(os.sep, "/"),
            f"không đọc được thư mục: {cause_of(error)}",
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
            if name.lower().endswith(TEXT_ENDINGS):
                refused(below + name, "là thư mục mà mang tên như một tệp", "Đổi tên thư mục, hoặc đưa tệp ra ngoài.")
            if os.path.islink(os.path.join(folder, name)):
                refused(
                    below + name, "thư mục là liên kết tượng trưng nên không được đọc", "Chép hẳn thư mục vào content/."
                )
        found += [below + name for name in files if not name.startswith(".")]
    copies = copies_of_computers(found)
    problems += [
        copy_of_computer(f"{content.name}/{display_path(path)}", original) for path, original in sorted(copies.items())
    ]
    found = sorted(path for path in found if path not in copies)
    for path, reason in faults(found):
        problems.append(_name_fault(f"{content.name}/{display_path(path)}", reason))
    return found, problems


def _name_fault(shown_path: str, reason: str) -> Problem:
    """The problem of a name that is not portable."""
    return Problem(
        shown_path, 1, 1, "TT-183", ERROR, reason, "", "Đổi tên: chữ thường không dấu, chữ số, dấu gạch nối."
    )


def display_path(path: str) -> str:
    """A path for messages: bytes that are not UTF-8 and control characters as \\x.., so that it can be printed
    anywhere."""
    text = os.fsencode(path).decode("utf-8", "backslashreplace") if not path.isascii() else path
    return (
        text if text.isprintable() else "".join(char if char.isprintable() else f"\\x{ord(char):02x}" for char in text)
    )


def read_file(file: Path, shown_path: str, kind: Kind, store: Store) -> None:
    """Read one file into `store`."""
    text, problems = read_source(file, shown_path)
    store.problems += problems
    if text is None:
        store.unread.add(f"{kind.name}/{file.stem}")
    else:
        read_text(text, shown_path, kind, store)


def read_text(text: str, shown_path: str, kind: Kind, store: Store) -> None:
    """Parse and validate the text of one file and add it to `store`."""
    document = parse_text(text, shown_path, kind, store)
    if document is None:
        return
    data, cuts = bounded(document.data, document.yaml_text, BODY_KEY if kind.markdown else "")
    for path, message, hint in cuts:
        place = ".".join(map(str, path))
        store.problems.append(Problem(shown_path, *document.locate(path), bounds.ID, ERROR, message, "", hint, place))
    cut = frozenset(path for path, *_ in cuts)
    if not kind.many:
        _add(store, kind, document, data, (), cut)
    elif isinstance(data, list):
        before, left_out = len(store.problems), 0
        for index, item in enumerate(data):
            own = frozenset(path[1:] for path in cut if path[0] == index)
            if len(store.problems) - before < MAX_FAULTS:
                _add(store, kind, document, item, (index,), own)
            else:  # the file is wrong throughout: further faults are only counted
                left_out += _add(store, kind, document, item, (index,), own, report=False)
        if left_out:
            message = f"và {left_out} chỗ khác chưa đúng dạng"
            hint = "Sửa các chỗ trên trước, hoặc chạy tthc fix. Sai khắp nơi thì có thể đây không phải loại tệp này."
            store.problems.append(Problem(shown_path, 1, 1, "TT-010", ERROR, message, "", hint))
    elif data is not None:
        message, hint = "tệp này phải là một danh sách", "Bắt đầu mỗi mục bằng “- ”."
        refuse(store, kind, Problem(shown_path, 1, 1, "TT-010", ERROR, message, "", hint))


def _add(
    store: Store,
    kind: Kind,
    document: Document,
    data: object,
    base: KeyPath,
    cut: frozenset[KeyPath],
    report: bool = True,
) -> int:
    """cut: paths of the texts that were cut to size, about which the rules would only find consequences of that;
    report: False adds no problems. Returns the number of faults."""
    record, faults = validate_record(kind.model, {} if data is None else data)
    entry = Entry(kind, document, record, base)
    unknown = {path: unknown_key(kind.model, path, data) for path, id, *_ in faults if id == "TT-011"}
    entry.faulty = cut | frozenset(path for path, *_ in faults).union(*(one.meant for one in unknown.values()))
    entry.misplaced = frozenset().union(*(one.misplaced for one in unknown.values()))
    found = [
        entry.problem(id, ERROR, path, message, "", hint, key=id == "TT-011")
        for path, id, message, hint in _once(faults, {path: one.part for path, one in unknown.items()})
        if report
    ]
    entry.faulty_lines = frozenset(problem.line for problem in found)
    store.problems += found
    if record is not None:
        store.entries[kind.name].append(entry)
    known_by = IDENTITY.get(kind.name)
    if record is None or (
        known_by and (not isinstance(data, dict) or not data.get(known_by) or (known_by,) in entry.faulty)
    ):
        store.unread.add(f"{kind.name}/{entry.stem}")
    return len(faults)


def _once(faults: list[Fault], parts: dict[KeyPath, str]) -> Iterator[Fault]:
    """The faults without repetitions: keys of a part whose own line is missing, items of a list that are all wrong in
    the same way."""
    alike = Counter((path[:-1], id, message) for path, id, message, _ in faults if path and isinstance(path[-1], int))
    reported: set[object] = {""}
    for path, id, message, hint in faults:
        part, item = parts.get(path, ""), (path[:-1], id, message)
        if item in reported or (part and part in reported):
            continue
        reported.add(part)
        if alike[item] > 2:
            reported.add(item)
            message = f"{message} (và {alike[item] - 1} mục nữa của danh sách)"
        yield path, id, message, hint


def no_file(shown_path: str) -> Problem:
    """The error for a link, pipe or device in the content: it is never opened."""
    message = "không phải tệp thường (liên kết, ống dẫn, thiết bị) nên không được mở"
    return Problem(shown_path, 1, 1, "TT-001", ERROR, message, "", "Xóa đi, hoặc chép hẳn tệp vào content/.")
