"""Atomic activation: the single step that makes a release public."""

from __future__ import annotations

from generator.publishing.error import PublishError
from generator.publishing.lock import Lock
from generator.publishing.target import RELEASES, PublishTarget


def activate(target: PublishTarget, part: str, id: str, expected: str | None, lock: Lock) -> None:
    """Rename the complete folder `part` to release `id` and make it public. Readers see no change before the last step
    and all of it after. Raises PublishError, in which case the active release stays as it was."""
    target.sync(part)
    lock.check()
    folder = f"{RELEASES}/{id}"
    if not target.rename(part, folder):  # never moved into an existing folder
        raise PublishError(f"{target.label} đã có {folder}.", "Chạy lại lệnh.")
    lock.check()
    target.activate(folder, expected)
    if target.active() != folder:
        raise PublishError(
            f"{target.label} không chuyển sang bản {id}.",
            "Trang đang công khai vẫn như cũ; xem quyền ghi ở thư mục gốc.",
        )
