"""The one step that makes a release public."""

from __future__ import annotations

from generator.publishing.error import PublishError
from generator.publishing.lock import Lock
from generator.publishing.target import RELEASES, PublishTarget


def activate(place: PublishTarget, part: str, id: str, expected: str | None, lock: Lock) -> None:
    """Name the finished folder `part` as release `id` and make it public. Before the last step nothing has changed for
    readers, after it everything has. Raises PublishError, leaving what was public public."""
    place.settle(part)
    lock.check()
    folder = f"{RELEASES}/{id}"
    if not place.rename(part, folder):  # never moved into an existing one
        raise PublishError(f"{place.label} đã có {folder}.", "Chạy lại lệnh.")
    lock.check()
    place.point(folder, expected)
    if place.pointed() != folder:
        raise PublishError(
            f"{place.label} không chuyển sang bản {id}.",
            "Trang đang công khai vẫn như cũ; xem quyền ghi ở thư mục gốc.",
        )
