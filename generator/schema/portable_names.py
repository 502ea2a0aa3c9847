"""Names of files and folders that every system can have: git on Windows, a USB stick, a web server.

A name that becomes a folder of the site (a slug, a record's file name) is held to the same: `/huong-dan/con/` cannot be
unpacked on Windows, where `con` is the console.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator

# with any ending and in any case; the superscripts count as digits there
RESERVED = re.compile(r"(?:con|prn|aux|nul|conin\$|conout\$|clock\$|(?:com|lpt)[0-9¹²³]) *(?:\..*)?", re.IGNORECASE)
FORBIDDEN = re.compile(r'[<>:"|?*\\\x00-\x1f\x7f]')
LONGEST_NAME = 120  # characters of a file or folder
LONGEST_PATH = 180  # below content/: Windows has 260 for all, with the folders above


def reserved(name: str) -> bool:
    """Whether Windows keeps the name for a device."""
    return RESERVED.fullmatch(name) is not None


def fault(name: str) -> str:
    """Why a file or folder cannot be called `name` on every system, "" when it can."""
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
    """(path of the file or folder, why) for each of the posix `paths`, and each folder above them, that not every system can have;
    also for names that are equal but for case or for how their letters are composed."""
    known: dict[str, str] = {}
    for path in paths:
        if len(path) > LONGEST_PATH:
            yield path, f"đường dẫn dài {len(path)} ký tự (tối đa {LONGEST_PATH})"
        yield from _new(path, known)


def _new(path: str, known: dict[str, str]) -> Iterator[tuple[str, str]]:
    """The faults of `path` and of the folders above it that were not met before."""
    key = folded(path)
    other = known.get(key)
    if other == path:
        return
    above, _, name = path.rpartition("/")
    if above:
        yield from _new(above, known)
    if why := fault(name):
        yield path, why
    if other is None:
        known[key] = path
    elif folded(other.rpartition("/")[0]) == folded(above) and other.rpartition("/")[2] != name:
        yield path, f"trùng tên với “{other.rpartition('/')[2]}”, chỉ khác chữ hoa hay cách ghép dấu"


def folded(name: str) -> str:
    """What is equal for two names that some file systems take for one."""
    return (
        name.lower() if name.isascii() else unicodedata.normalize("NFC", unicodedata.normalize("NFC", name).casefold())
    )


def composed(name: str) -> str:
    """A name from the file system as texts have it: macOS takes letters and marks apart."""
    return unicodedata.normalize("NFC", name)
