"""What publishing needs of a place. Paths are relative to the place's root; every operation may raise PublishError.

releases/00017-1f0c…/   whole releases, never changed after they are there
parts/1f0c…/            a release being uploaded, named by its content, so that a cut upload can go on
locks/00000003/         who publishes (see lock.py)
current -> releases/…   what the web server serves
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Protocol

from generator.publishing.error import PublishError

RELEASES, PARTS, LOCKS, CURRENT = "releases", "parts", "locks", "current"
MOST_READ = 64_000_000
MOST_HASHED = 1_000_000_000
FULL = ("No space left", "Disk quota", "File too large")


def too_large(label: str, path: str) -> PublishError:
    """For what a host cannot have from us."""
    return PublishError(
        f"{label}/{path} lớn quá {MOST_READ // 1_000_000} MB: không phải tệp do công cụ này ghi.",
        "Xem lại máy chủ; trang đang công khai vẫn như cũ.",
    )


def after_failure(why: str) -> str:
    """What to do after an operation on a place failed for the reason `why`, as the system words it."""
    if any(mark in why for mark in FULL):
        return (
            "Đĩa đầy: trang đang công khai vẫn như cũ. Xóa bớt tệp khác trên máy chủ, hoặc vài bản cũ nhất trong "
            f"{RELEASES} (đừng xóa bản mà {CURRENT} dẫn tới), rồi chạy lại; phần gửi dở trong {PARTS} sẽ được dùng tiếp."
        )
    return "Trang đang công khai vẫn như cũ; chạy lại lệnh để làm tiếp."


class PublishTarget(Protocol):
    """A folder on this machine or on a host, reached one way or another."""

    label: str  # for messages

    def prepare(self) -> None:
        """Make the folders. Refuses a `current` that is not a link."""

    def close(self) -> None:
        """End connections."""

    def names(self, folder: str) -> list[str]:
        """What is in `folder`, sorted; nothing when it is not there."""

    def read(self, path: str) -> bytes | None:
        """The bytes of a small file, None when it is not there or is no plain file. Refuses one of more than MOST_READ bytes."""

    def write(self, path: str, data: bytes) -> None:
        """Write a small file, whole or not at all; makes the folders above it."""

    def rename(self, old: str, new: str) -> bool:
        """Rename a folder (or a file) in one step. False when `new` is there already (and not empty) or `old` is gone."""

    def remove(self, path: str) -> None:
        """Remove a folder with all in it; fine when it is not there."""

    def link(self, old: str, new: str, paths: list[str]) -> None:
        """Give files of folder `old` a second name in folder `new`. What cannot be linked is left out, silently:
        hashes() shows it."""

    def put(self, source: Path, folder: str, paths: list[str]) -> None:
        """Upload files of the local folder `source`, keeping their times; existing ones are replaced."""

    def drop(self, folder: str, paths: list[str]) -> None:
        """Remove files of `folder`."""

    def hashes(self, folder: str) -> dict[str, str]:
        """SHA-256 of every file of `folder` as the place has it now, by path; an empty text for what is no plain file, or has
        more than MOST_HASHED bytes."""

    def settle(self, folder: str) -> None:
        """Have `folder` on disk, so that it is still whole after a power cut."""

    def point(self, folder: str, expected: str | None) -> None:
        """Make `current` lead to `folder` in one step. Refuses when it no longer leads to `expected`."""

    def pointed(self) -> str | None:
        """Where `current` leads, None when there is none."""


def folders_of(paths: Iterable[str]) -> list[str]:
    """Every folder above the given files, parents first."""
    found = {"/".join(path.split("/")[:depth]) for path in paths for depth in range(1, path.count("/") + 1)}
    return sorted(found)
