"""Uploads a release folder: links what an earlier release has, uploads the rest, verifies every hash on the target."""

from __future__ import annotations

from pathlib import Path

from generator.publishing.error import PublishError
from generator.publishing.target import PARTS, PublishTarget

TRIES = 3
EarlierReleases = tuple[str, dict[str, str]]  # folder of a release on the target, its files


def upload_release(
    place: PublishTarget, part: str, source: Path, hashes: dict[str, str], earlier: list[EarlierReleases]
) -> set[str]:
    """Make `part` contain exactly `hashes` (path → SHA-256), resuming from what is there.

    source: local folder with the files; earlier: releases to link from. Returns paths that are neither available
    locally nor intact in an earlier release. Raises PublishError when the target keeps damaging files.
    """
    have = place.hashes(part) if part.removeprefix(f"{PARTS}/") in place.listdir(PARTS) else {}
    missing = {path for path, digest in hashes.items() if have.get(path) != digest}
    place.delete(part, sorted(path for path in have if path in missing or path not in hashes))
    for folder, files in earlier:
        same = sorted(path for path in missing if files.get(path) == hashes[path])
        if same:
            place.link(folder, part, same)
            missing -= set(same)
    place.upload(source, part, sorted(path for path in missing if (source / path).is_file()))
    for _ in range(TRIES):
        have = place.hashes(part)
        wrong = {path for path, digest in hashes.items() if have.get(path) != digest}
        extra = set(have) - set(hashes)
        upload = sorted(path for path in wrong if (source / path).is_file())
        if not upload and not extra:
            place.delete(part, sorted(wrong & set(have)))
            return wrong
        place.delete(part, sorted(extra | wrong & set(have)))
        place.upload(source, part, upload)
    raise PublishError(
        f"{len(wrong)} tệp ở {place.label} không giống bản gửi đi, đã gửi lại {TRIES} lần.",
        "Xem lại ổ đĩa của máy chủ.",
    )
