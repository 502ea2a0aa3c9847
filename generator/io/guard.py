"""The checks before a folder is replaced or written into.

A folder may be replaced if it is new, empty, or carries the mark of a site (see mark.py); never if it holds content, a
repository or a configuration, contains or lies inside an input folder, or is the home or current folder.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

import generator
from generator.io import mark
from generator.io.causes import cause_of
from generator.io.file import OutputRefused as OutputRefused

# a folder with one of these is a project, whatever else is in it
PROJECT = frozenset({"content", ".git", ".hg", ".svn", "mkdocs.yml", "mkdocs.yaml", "site.yml", "site.yaml"})
# a folder with one of these is a content folder, or becomes one
CONTENT = frozenset({"site.yml", "site.yaml", "fields.yml", "fields.yaml", "procedures", "laws", "units"})
MAX_SHOWN = 3


def guard(out: Path, inputs: Iterable[Path] = ()) -> Path:
    """Return `out` with its parent resolved, if a site may be written there. inputs: folders that the command reads.
    Raises OutputRefused; writes nothing."""
    target = plain(out)
    if target.is_symlink():
        raise _refused(out, "đó là một liên kết, không phải thư mục")
    if os.path.lexists(target) and not target.is_dir():
        raise _refused(out, "đó là một tệp, không phải thư mục")
    if (above := next(filter(os.path.lexists, target.parents), None)) and not above.is_dir():
        raise _refused(out, f"“{above}” là một tệp, không phải thư mục")
    if reason := _around(target, inputs):
        raise _refused(out, reason)
    if target.is_dir():
        try:
            _only_ours(out, target)
        except OSError as error:
            raise _refused(out, f"không xem được hết thư mục ấy ({cause_of(error)})") from None
    return target


def refused_by_system(out: Path, error: OSError) -> OutputRefused:
    """Says that nothing can be written at `out`, found before anything was made."""
    return _refused(out, cause_of(error))


def plain(out: Path) -> Path:
    """`out` as an absolute path without `..`; if `out` itself is a link, it is not followed."""
    return Path(os.path.realpath(out)) if out.name in ("", "..") else Path(os.path.realpath(out.parent)) / out.name


def _around(target: Path, inputs: Iterable[Path]) -> str:
    """Why `target` may not lie where it does, with regard to `inputs`, the current and home folders, and this tool."""
    own = _identity(target)
    above = {identity for folder in (target, *target.parents) if (identity := _identity(folder))}
    inputs = list(inputs)
    for path in inputs:
        identity = _identity(path)
        if identity in above:
            inside = f"nó ở trong “{path}”, là thư mục được đọc"
            return inside if identity != own else "đó là thư mục được đọc"
    for path, reason in (
        *((path, f"nó chứa “{path}”, là thư mục được đọc") for path in inputs),
        (Path.cwd(), "đó là thư mục đang đứng, hoặc thư mục chứa nó"),
        (Path(os.path.expanduser("~")), "đó là thư mục nhà, hoặc thư mục chứa nó"),
        (Path(generator.__file__).parent, "nó chứa chính công cụ này"),
    ):
        real = Path(os.path.realpath(path))
        if own and own in {_identity(folder) for folder in (real, *real.parents)}:
            return reason
    return ""


def _identity(path: Path) -> tuple[int, int] | None:
    """(device, inode), equal for all paths of the same folder; None if it does not exist."""
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_dev, status.st_ino


def _only_ours(out: Path, target: Path) -> None:
    names = set(os.listdir(target)) - mark.LITTER
    projects = sorted(name for name in names if name.casefold() in PROJECT)
    if projects:
        raise _refused(out, f"trong đó có “{projects[0]}”, nên không phải nơi chỉ có trang đã dựng")
    if names and not mark.is_ours(target):
        raise _refused(
            out,
            f"trong đó có “{_some(sorted(names))}” mà không có dấu {mark.MARK} của trang do tthc dựng "
            "(nếu là trang dựng bằng bản tthc cũ thì xóa hoặc đổi tên nó)",
        )


def _some(names: list[str]) -> str:
    text = "”, “".join(names[:MAX_SHOWN])
    return "".join(char if char.isprintable() else "?" for char in text) + ("”, “…" if len(names) > MAX_SHOWN else "")


def _refused(out: Path, reason: str) -> OutputRefused:
    return OutputRefused(
        f"không ghi trang vào “{out}”: {reason}; hãy chọn thư mục mới, trống, hoặc chỉ có trang đã dựng."
    )


def guard_content(display_path: Path, folder: Path, named: bool = False) -> None:
    """Raises OutputRefused unless records may be written into `folder`: it is new, empty, or a content folder. named:
    the caller named its folder `procedures`."""
    try:
        names = set(os.listdir(folder)) - mark.LITTER
    except (FileNotFoundError, NotADirectoryError):
        return
    except OSError as error:
        raise OutputRefused(f"không xem được “{display_path}”: {cause_of(error)}.") from None
    is_content = CONTENT & names or named
    if not names or (is_content and mark.MARK not in names and not {"mkdocs.yml", "mkdocs.yaml"} & names):
        return
    raise OutputRefused(
        f"không ghi hồ sơ vào “{display_path}”: trong đó có “{_some(sorted(names))}”, nên không phải thư mục nội dung; "
        "hãy chọn thư mục nội dung hoặc thư mục mới."
    )


def guard_place(root: Path, our_names: frozenset[str], inputs: Iterable[Path] = ()) -> None:
    """Raises OutputRefused unless releases may be written into the folder `root`: it is new, empty, or has the folders
    `our_names` of earlier releases and is no project. inputs: folders that the command reads."""
    place = Path(os.path.realpath(root))
    reason = _around(place, inputs)
    site = next((folder for folder in place.parents if mark.read(folder) is not None), None)
    if not reason and site:
        reason = f"nó ở trong “{site}”, là trang do tthc dựng, lần dựng sau sẽ thay cả thư mục ấy"
    try:
        names = set() if reason else set(os.listdir(root)) - mark.LITTER - {"lost+found"}
    except OSError:
        return  # missing or unreadable: publishing reports that itself
    projects = sorted(name for name in names if name.casefold() in PROJECT)
    if projects or (names and not our_names <= names):
        reason = f"trong đó có “{_some(projects or sorted(names))}”, nên không phải nơi tthc đã đăng"
    if reason:
        raise OutputRefused(f"không đăng vào “{root}”: {reason}; hãy chọn thư mục mới hoặc trống.")
