"""Writes several files, all or none, also when the process is killed in between.

Texts go to a temporary folder first, with copies of the files that they replace and a journal. After an error
everything is put back at once; after a kill the next command does it (`recover`):

.nhap-tam-abc/          held by a lock on its file `dang-ghi`
  0, 1, …               the new files, until they are moved
  0.truoc, 1.truoc, …   the files that were there before
  so-ghi.json           the journal: what is moved where; once it is gone, the writing is final
"""

from __future__ import annotations

import errno
import hashlib
import json
import os
import shutil
import stat
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import NamedTuple

from generator.io.causes import cause_of
from generator.io.file import OutputRefused, move_over, replace_file

try:
    import fcntl
except ImportError:  # Windows: an open file cannot be renamed there
    fcntl = None  # type: ignore[assignment]

PREFIX, HELD, JOURNAL, BEFORE = ".nhap-tam-", "dang-ghi", "so-ghi.json", "{}.truoc"
BOM = b"\xef\xbb\xbf"


class _Row(NamedTuple):
    """A file of the journal. number: names its parts; new, old: hashes of what is written and of what was there, "" if
    nothing was."""

    number: int
    file: str
    new: str
    old: str


def write_all(root: Path, texts: Mapping[Path, str | bytes], *, new: bool = False) -> None:
    """Write `texts` below `root`; a file that is replaced keeps its permissions and, unless it is given in bytes, its
    kind of line ends and byte-order mark. new: none of the files may exist.

    Raises OutputRefused, with nothing changed, when a file cannot be written, a symbolic link leads out of `root`, or a
    file exists that must be new.
    """
    with writing(root, texts, new=new):
        pass


@contextmanager
def writing(
    root: Path,
    texts: Mapping[Path, str | bytes],
    *,
    beside: Mapping[Path, str] | None = None,
    new: bool = False,
    commit: bool = False,
) -> Iterator[None]:
    """Like `write_all`; everything is put back if the body of the `with` statement raises or is killed.

    beside: files anywhere that belong to the writing, such as a report for people; commit: the body commits `texts` to
    git, and once that has happened they stay. new: as for `write_all`.
    """
    _all_inside(root, texts)
    recover(root)
    every = {**texts, **(beside or {})}
    created = _missing({root, *(file.parent for file in every)})
    try:
        root.mkdir(parents=True, exist_ok=True)
        temporary = Path(tempfile.mkdtemp(prefix=PREFIX, dir=root))
    except OSError as error:
        raise OutputRefused(f"{root}: không ghi được: {cause_of(error)}.") from None
    lock, finished = -1, False
    try:
        lock = _hold(temporary)
        _note(temporary, [], created, commit)
        rows = [_prepared(temporary, number, file, text) for number, (file, text) in enumerate(sorted(every.items()))]
        if taken := [row.file for row in rows if new and row.old]:
            raise _exists(taken[0])
        _note(temporary, rows, created, commit)
        for folder in {os.path.dirname(row.file) for row in rows}:
            os.makedirs(folder, exist_ok=True)
        for row in rows:
            (_move if row.old else _move_new)(f"{temporary}/{row.number}", row.file)
        yield
        finished = True
    except OSError as error:
        raise OutputRefused(f"{root}: không ghi được: {cause_of(error)}. Chưa có gì thay đổi.") from None
    finally:
        _end(temporary, lock, finished, lambda file: True)


def recover(root: Path) -> None:
    """Put back what a killed process wrote below `root`, and say so. Files that were changed since then stay as they
    are. Never raises."""
    with suppress(OSError):
        for name in sorted(os.listdir(root)):
            if name.startswith(PREFIX):
                with suppress(OSError, ValueError, LookupError, TypeError):
                    _recover(root / name)


def _recover(temporary: Path) -> None:
    held = temporary / HELD
    if temporary.is_symlink() or held.is_symlink() or not held.is_file():
        return
    lock = os.open(held, os.O_RDWR)
    try:
        if fcntl:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)  # fails while the process lives
        else:
            os.close(lock)
            lock = -1
            held.rename(f"{held}-cu")  # fails while the process lives
    except OSError:
        if lock >= 0:
            os.close(lock)
        return
    back, stayed = _end(temporary, lock, False, lambda file: _near(temporary.parent, file))
    if back or stayed:
        left = f" Giữ nguyên vì đã được sửa sau đó: {', '.join(stayed)}." if stayed else ""
        print(f"tthc: lần ghi trước bị ngắt giữa chừng; đã trả {back} tệp về như trước lần ấy.{left}", file=sys.stderr)


def _end(temporary: Path, lock: int, finished: bool, allowed: Callable[[str], bool]) -> tuple[int, list[str]]:
    """Put back what was written unless it is finished, then remove the temporary folder. allowed: whether a file or
    folder of the journal may be touched. Returns (number of files put back, those that somebody changed meanwhile)."""
    back, stayed, folders = 0, list[str](), list[str]()
    journal = temporary / JOURNAL
    try:
        if journal.exists():
            note = json.loads(journal.read_bytes())
            rows = [row for row in (_Row(*fields) for fields in note["files"]) if allowed(row.file)]
            if not finished and not (note["commit"] and _committed(temporary.parent, rows)):
                back, stayed = _put_back(temporary, rows)
                folders = [folder for folder in note["folders"] if allowed(folder)]
                if note["commit"]:
                    _unstage(temporary.parent, rows)
            journal.unlink()
        shutil.rmtree(temporary, ignore_errors=True)
        for folder in folders:
            with suppress(OSError):
                os.rmdir(folder)  # fails if it is not empty
    finally:
        if lock >= 0:
            os.close(lock)
    return back, stayed


def _near(root: Path, file: str) -> bool:
    """True if a journal may name the file: it is below `root` or, not hidden, below the folder around it. Content comes
    from others, and a journal in it must not reach what is not theirs."""
    real = os.path.join(os.path.realpath(os.path.dirname(file)), os.path.basename(file))
    inside, around = os.path.realpath(root), os.path.realpath(root.parent)
    parts = os.path.relpath(real, inside).split(os.sep)
    if parts[0] != os.pardir:
        return ".git" not in parts
    parts = os.path.relpath(real, around).split(os.sep)
    return parts[0] != os.pardir and not any(part.startswith(".") for part in parts)


def _put_back(temporary: Path, rows: list[_Row]) -> tuple[int, list[str]]:
    """(number of files put back, those that somebody changed meanwhile)."""
    back, stayed = 0, list[str]()
    for row in rows:
        now = _hash_of(row.file)
        part = Path(f"{temporary}/{row.number}")
        if now == row.old or (not row.old and part.exists() and not part.samefile(row.file)):
            continue  # not written yet; a new file of somebody else may be equal
        if now != row.new:
            stayed.append(row.file)
            continue
        if row.old:
            _move(f"{temporary}/{BEFORE.format(row.number)}", row.file)
        else:
            os.unlink(row.file)
        back += 1
    return back, stayed


def _hold(temporary: Path) -> int:
    """The descriptor of the lock, which ends with the process."""
    lock = os.open(temporary / HELD, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o644)
    if fcntl:
        with suppress(OSError):  # a file system without locks
            fcntl.flock(lock, fcntl.LOCK_EX)
    return lock


def _note(temporary: Path, rows: list[_Row], folders: list[str], commit: bool) -> None:
    """Write the journal. folders: those that the writing creates, the deepest first."""
    note = {"files": rows, "folders": folders, "commit": commit}
    replace_file(temporary / JOURNAL, json.dumps(note).encode("ascii"))


def _prepared(temporary: Path, number: int, file: Path, text: str | bytes) -> _Row:
    """Write the new file and keep the old one in the temporary folder. Makes no avoidable system call, since there may
    be thousands of files."""
    part, mode, old = f"{temporary}/{number}", 0o644, ""
    data = text.encode("utf-8") if isinstance(text, str) else text
    if os.path.lexists(file):
        before = file.read_bytes()
        old, mode = hashlib.sha256(before).hexdigest(), stat.S_IMODE(file.stat().st_mode)
        data = _like(before, data) if isinstance(text, str) else data
        backup = f"{temporary}/{BEFORE.format(number)}"
        try:
            os.link(file, backup)
        except OSError:
            shutil.copy2(file, backup)
    descriptor = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o644)
    with open(descriptor, "wb") as opened:
        opened.write(data)
    os.chmod(part, mode)
    return _Row(number, os.path.abspath(file), hashlib.sha256(data).hexdigest(), old)


def _like(before: bytes, data: bytes) -> bytes:
    """`data` with the byte-order mark and the line ends of the file before, if those are of one kind."""
    if b"\r" not in data and before.count(b"\r\n") == before.count(b"\n") > 0:
        data = data.replace(b"\n", b"\r\n")
    return BOM + data if before.startswith(BOM) and not data.startswith(BOM) else data


def _move(part: str, file: str) -> None:
    try:
        move_over(part, file)
    except OSError as error:
        if error.errno != errno.EXDEV:
            raise
        replace_file(Path(file), Path(part).read_bytes())


def _move_new(part: str, file: str) -> None:
    """Move `part` to `file`, which nobody may have made in the meantime: unlike a rename, a link replaces nothing.
    Raises OutputRefused."""
    try:
        try:
            os.link(part, file)
        except FileExistsError:
            raise
        except OSError:  # a file system without links, or another one
            with open(file, "xb") as opened:
                opened.write(Path(part).read_bytes())
            shutil.copymode(part, file)
    except FileExistsError:
        raise _exists(file) from None
    with suppress(OSError):  # it is removed with its folder
        os.unlink(part)


def _exists(file: Path | str) -> OutputRefused:
    return OutputRefused(f"đã có tệp {file}. Chưa có gì thay đổi.")


def _hash_of(file: str) -> str:
    try:
        return hashlib.sha256(Path(file).read_bytes()).hexdigest()
    except FileNotFoundError:
        return ""


def _committed(root: Path, rows: list[_Row]) -> bool:
    """True if git's last commit has all the files below `root` as they are now."""
    from generator.io import git  # few writings need it, and `recover` runs before every command

    try:
        top = git.root(root)
        said = git.ask(root, "status", "--porcelain", "-z", "--untracked-files=all", "--ignored", "--", ".")
    except git.GitError:
        return False
    changed = {os.path.join(top, os.fsdecode(line[3:])) for line in said.split(b"\0") if line}
    inside = os.path.realpath(root) + os.sep
    return not any(file in changed for row in rows if (file := os.path.realpath(row.file)).startswith(inside))


def _unstage(root: Path, rows: list[_Row]) -> None:
    from generator.io import git

    with suppress(git.GitError):
        git.ask(root, "reset", "-q", "--", *(row.file for row in rows))


def _all_inside(root: Path, files: Iterable[Path]) -> None:
    """Raise OutputRefused when a file is a link, or its folder leads to a place outside `root`."""
    real = root.resolve()
    for folder in sorted({file.parent for file in files}):
        if not folder.resolve().is_relative_to(real):
            raise OutputRefused(_leads_out(folder, root))
    for file in sorted(files):
        if os.path.islink(file):
            raise OutputRefused(_leads_out(file, root))


def _leads_out(place: Path, root: Path) -> str:
    return f"{place}: liên kết tượng trưng dẫn ra ngoài {root}. Chép hẳn thư mục, tệp vào đó rồi chạy lại."


def _missing(folders: Iterable[Path]) -> list[str]:
    """Those of `folders` and of the folders above them that do not exist, the deepest first."""
    found: set[Path] = set()
    for folder in folders:
        while folder not in found and not folder.exists():
            found.add(folder)
            folder = folder.parent
    return [os.path.abspath(folder) for folder in sorted(found, key=lambda one: -len(one.parts))]
