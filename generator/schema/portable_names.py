"""Names of files and folders that are valid everywhere: git on Windows, a USB stick, a web server.

A name that becomes a folder of the site (a slug, a record's file name) must be valid too: `/huong-dan/con/` cannot be
unpacked on Windows, where `con` is the console.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator

# with any suffix and in any case; Windows treats the superscripts as digits
RESERVED = re.compile(r"(?:con|prn|aux|nul|conin\$|conout\$|clock\$|(?:com|lpt)[0-9¹²³]) *(?:\..*)?", re.IGNORECASE)
_CODE = re.compile(r"[0-9][0-9a-z@.-]{0,99}[0-9a-z]")  # how thousands of files are named: nothing to look at
FORBIDDEN = re.compile(r'[<>:"|?*\\\x00-\x1f\x7f]')
LONGEST_NAME = 120  # characters of a file or folder
LONGEST_PATH = 180  # below content/: Windows allows 260 for the absolute path


def reserved(name: str) -> bool:
    """True if Windows reserves the name for a device."""
    return RESERVED.fullmatch(name) is not None


def portable(name: str) -> str:
    """`name`, made by a program of somebody's words, as a name that no system reserves."""
    return f"{name}-1" if reserved(name) else name


def fault(name: str) -> str:
    """The reason why `name` is not portable, "" if it is."""
    if _CODE.fullmatch(name):
        return ""
    if reserved(name):
        return f"“{name.partition('.')[0]}” là tên Windows dành cho thiết bị"
    if found := FORBIDDEN.search(name):
        sign = found[0] if found[0].isprintable() else f"U+{ord(found[0]):04X}"
        return f"tên có ký tự “{sign}” mà Windows không cho dùng"
    if name.endswith((" ", ".")):
        return "tên kết thúc bằng dấu chấm hay khoảng trắng, Windows sẽ bỏ mất"
    if len(name) > LONGEST_NAME:
        return f"tên dài {len(name)} ký tự (tối đa {LONGEST_NAME})"
    return ""


def faults(paths: Iterable[str]) -> Iterator[tuple[str, str]]:
    """(path of the file or folder, reason) for each of the posix `paths`, and each folder above them, that is not
    portable; also for names that differ only in case or Unicode normalisation."""
    known: dict[str, str] = {}
    folders = {""}  # that were looked at
    for path in paths:
        if len(path) > LONGEST_PATH:
            yield path, f"đường dẫn dài {len(path)} ký tự (tối đa {LONGEST_PATH})"
        yield from _new(path, known, folders)


def _new(path: str, known: dict[str, str], folders: set[str]) -> Iterator[tuple[str, str]]:
    """The faults of `path` and of the folders above it that were not reported yet."""
    key = folded(path)
    other = known.get(key)
    if other == path:
        return
    above, _, name = path.rpartition("/")
    if above not in folders:
        folders.add(above)
        yield from _new(above, known, folders)
    if why := fault(name):
        yield path, why
    if other is None:
        known[key] = path
    elif folded(other.rpartition("/")[0]) == folded(above) and other.rpartition("/")[2] != name:
        yield path, f"trùng tên với “{other.rpartition('/')[2]}”, chỉ khác chữ hoa hay cách ghép dấu"


def folded(name: str) -> str:
    """A key that is equal for two names that some file systems treat as the same."""
    return (
        name.lower() if name.isascii() else unicodedata.normalize("NFC", unicodedata.normalize("NFC", name).casefold())
    )


def composed(name: str) -> str:
    """A name from the file system in composed form (NFC), as in texts: macOS returns names decomposed."""
    return unicodedata.normalize("NFC", name)
