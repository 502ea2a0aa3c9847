"""The interface of a publish target. Paths are relative to its root; every operation may raise PublishError.

releases/00017-1f0c…/   complete releases, never changed once they exist
parts/1f0c…/            a release being uploaded, named by its content hash, so that an interrupted upload can resume
locks/00000003/         who is publishing (see lock.py)
current -> releases/…   what the web server serves
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Protocol

from generator.publishing.error import PublishError

RELEASES, PARTS, LOCKS, CURRENT = "releases", "parts", "locks", "current"
MAX_READ = 64_000_000
MAX_HASHED = 1_000_000_000
FULL = ("No space left", "Disk quota", "File too large")


def too_large(label: str, path: str) -> PublishError:
    """The error for a file on a target that is too large to be ours."""
    return PublishError(
        f"{label}/{path} lớn quá {MAX_READ // 1_000_000} MB: không phải tệp do công cụ này ghi.",
        "Xem lại máy chủ; trang đang công khai vẫn như cũ.",
    )


def changed_meanwhile(label: str) -> PublishError:
    """The error for a target whose `current` no longer points where this run found it."""
    return PublishError(f"Ở {label} vừa có người chuyển sang bản khác.", "Chạy lại lệnh.")


def not_a_link(label: str) -> PublishError:
    """The error for a target whose `current` is a folder."""
    return PublishError(
        f"{label}/{CURRENT} là tệp hay thư mục thường, không phải liên kết.",
        "Đổi tên nó đi rồi đăng lại; máy chủ web trỏ vào “current”.",
        wrong_call=True,
    )


def after_failure(error: str) -> str:
    """What to do after an operation on a target failed with the system's error message `error`."""
    if any(mark in error for mark in FULL):
        return (
            "Đĩa đầy: trang đang công khai vẫn như cũ. Xóa bớt tệp khác trên máy chủ, hoặc vài bản cũ nhất trong "
            f"{RELEASES} (đừng xóa bản mà {CURRENT} dẫn tới), rồi chạy lại; "
            f"phần gửi dở trong {PARTS} sẽ được dùng tiếp."
        )
    return "Trang đang công khai vẫn như cũ; chạy lại lệnh để làm tiếp."


class PublishTarget(Protocol):
    """A folder on this machine or on a host, whatever the protocol."""

    label: str  # for messages

    def prepare(self) -> None:
        """Create the folders. Raises if `current` is not a link."""

    def close(self) -> None:
        """Close connections."""

    def listdir(self, folder: str) -> list[str]:
        """Names in `folder`, sorted; empty when it does not exist."""

    def read(self, path: str) -> bytes | None:
        """The bytes of a small file, None if it does not exist or is no regular file. Raises above MAX_READ bytes."""

    def write(self, path: str, data: bytes) -> None:
        """Write a small file atomically; creates its parent folders."""

    def rename(self, old: str, new: str) -> bool:
        """Rename a folder (or a file) atomically. False when `new` exists (and is not empty) or `old` does not
        exist."""

    def remove(self, path: str) -> None:
        """Remove a folder recursively; does nothing when it does not exist."""

    def link(self, old: str, new: str, paths: list[str]) -> None:
        """Hard-link files of folder `old` into folder `new`. Files that cannot be linked are skipped silently:
        hashes() shows it."""

    def upload(self, source: Path, folder: str, paths: list[str]) -> None:
        """Upload files of the local folder `source`, keeping their mtimes; existing ones are replaced."""

    def delete(self, folder: str, paths: list[str]) -> None:
        """Remove files of `folder`."""

    def hashes(self, folder: str) -> dict[str, str]:
        """SHA-256 of every file of `folder` as stored on the target, by path; an empty string for anything but regular
        files, and above MAX_HASHED bytes."""

    def sync(self, folder: str) -> None:
        """Flush `folder` to disk (fsync), so that it survives a power cut."""

    def activate(self, folder: str, expected: str | None) -> None:
        """Make `current` point to `folder` atomically. Raises if it no longer points to `expected`."""

    def active(self) -> str | None:
        """Where `current` points, None when it does not exist."""


def folders_of(paths: Iterable[str]) -> list[str]:
    """All parent folders of the given files, parents first."""
    folders = {"/".join(path.split("/")[:depth]) for path in paths for depth in range(1, path.count("/") + 1)}
    return sorted(folders)
