"""The one guard in front of every folder that is replaced and every file that is overwritten.

A folder may be replaced when it is new, empty, or carries the mark of a site (see mark.py); never when it
holds content, a repository or a configuration, lies above or inside what the command reads, or is a place people live in.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

import generator
from generator.io import mark

# a folder with one of these is a project, whatever else is in it
PROJECT = frozenset({"content", ".git", ".hg", ".svn", "mkdocs.yml", "mkdocs.yaml", "site.yml", "site.yaml"})
# a folder with one of these is a content folder, or becomes one
CONTENT = frozenset({"site.yml", "site.yaml", "fields.yml", "fields.yaml", "procedures", "laws", "units"})
SHOWN = 3


class OutputRefused(Exception):
    """Somebody's folder or file would be lost; the message is one sentence in Vietnamese. The call was wrong: exit code 2."""


def guard(out: Path, inputs: Iterable[Path] = ()) -> Path:
    """`out` with the folders above it resolved, when a site may be put there. inputs: folders that the command reads. Raises
    OutputRefused; touches nothing."""
    place = plain(out)
    if place.is_symlink():
        raise _refused(out, "đó là một liên kết, không phải thư mục")
    if os.path.lexists(place) and not place.is_dir():
        raise _refused(out, "đó là một tệp, không phải thư mục")
    _not_above(out, place, inputs)
    if place.is_dir():
        try:
            _only_ours(out, place)
        except OSError as error:
            raise _refused(out, f"không xem được hết thư mục ấy ({error.strerror or error})") from None
    return place


def plain(out: Path) -> Path:
    """`out` as an absolute path without `..`; what it is itself, a link for one, is not followed."""
    return Path(os.path.realpath(out)) if out.name in ("", "..") else Path(os.path.realpath(out.parent)) / out.name


def _not_above(out: Path, place: Path, inputs: Iterable[Path]) -> None:
    own = _identity(place)
    above = {identity for folder in (place, *place.parents) if (identity := _identity(folder))}
    inputs = list(inputs)
    for path in inputs:
        found = _identity(path)
        if found in above:
            raise _refused(
                out, f"nó ở trong “{path}”, là thư mục được đọc" if found != own else "đó là thư mục được đọc"
            )
    for path, said in (
        *((path, f"nó chứa “{path}”, là thư mục được đọc") for path in inputs),
        (Path.cwd(), "đó là thư mục đang đứng, hoặc thư mục chứa nó"),
        (Path(os.path.expanduser("~")), "đó là thư mục nhà, hoặc thư mục chứa nó"),
        (Path(generator.__file__).parent, "nó chứa chính công cụ này"),
    ):
        real = Path(os.path.realpath(path))
        if own and own in {_identity(folder) for folder in (real, *real.parents)}:
            raise _refused(out, said)


def _identity(path: Path) -> tuple[int, int] | None:
    """What tells one folder from another, whichever way it is written; None when it is not there."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


def _only_ours(out: Path, place: Path) -> None:
    names = set(os.listdir(place)) - mark.LITTER
    projects = sorted(name for name in names if name.casefold() in PROJECT)
    if projects:
        raise _refused(out, f"trong đó có “{projects[0]}”, nên không phải nơi chỉ có trang đã dựng")
    if names and not mark.is_ours(place):
        raise _refused(
            out,
            f"trong đó có “{_some(sorted(names))}” mà không có dấu {mark.MARK} của trang do tthc dựng (nếu là trang dựng bằng bản tthc cũ thì xóa hoặc đổi tên nó)",
        )


def _some(names: list[str]) -> str:
    text = "”, “".join(names[:SHOWN])
    return "".join(char if char.isprintable() else "?" for char in text) + ("”, “…" if len(names) > SHOWN else "")


def _refused(out: Path, why: str) -> OutputRefused:
    return OutputRefused(f"không ghi trang vào “{out}”: {why}; hãy chọn thư mục mới, trống, hoặc chỉ có trang đã dựng.")


def guard_content(shown: Path, folder: Path, named: bool = False) -> None:
    """Raises OutputRefused unless records may be put into `folder`: it is new, empty, or a content folder. named: whoever called named
    its folder `procedures`."""
    try:
        names = set(os.listdir(folder)) - mark.LITTER
    except (FileNotFoundError, NotADirectoryError):
        return
    except OSError as error:
        raise OutputRefused(f"không xem được “{shown}”: {error.strerror or error}.") from None
    known = CONTENT & names or named
    if not names or (known and mark.MARK not in names and not {"mkdocs.yml", "mkdocs.yaml"} & names):
        return
    raise OutputRefused(
        f"không ghi hồ sơ vào “{shown}”: trong đó có “{_some(sorted(names))}”, nên không phải thư mục nội dung; hãy chọn thư mục nội dung hoặc thư mục mới."
    )


def guard_place(root: Path, own: frozenset[str], inputs: Iterable[Path] = ()) -> None:
    """Raises OutputRefused unless releases may be put into the folder `root`: it is new, empty, or has the folders `own` of earlier
    releases and is no project. inputs: folders that the command reads."""
    _not_above(root, plain(root), inputs)
    try:
        names = set(os.listdir(root)) - mark.LITTER - {"lost+found"}
    except OSError:
        return  # not there, or not to be read: publishing says so itself
    projects = sorted(name for name in names if name.casefold() in PROJECT)
    if projects or (names and not own <= names):
        raise OutputRefused(
            f"không đăng vào “{root}”: trong đó có “{_some(projects or sorted(names))}”, nên không phải nơi tthc đã đăng; hãy chọn thư mục mới hoặc trống."
        )
