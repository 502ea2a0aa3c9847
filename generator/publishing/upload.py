"""Uploads a release folder: links what an earlier release has, uploads the rest, verifies every hash on the target."""

from __future__ import annotations

from pathlib import Path

from generator.publishing.error import PublishError
from generator.publishing.target import PARTS, PublishTarget

TRIES = 3
EarlierReleases = tuple[str, dict[str, str]]  # folder of a release on the target, its files


def upload_release(
    target: PublishTarget, part: str, source: Path, hashes: dict[str, str], earlier: list[EarlierReleases]
) -> set[str]:
    """Make `part` contain exactly `hashes` (path → SHA-256), resuming from what is there.

    source: local folder with the files; earlier: releases to link from. Returns paths that are neither available
    locally nor intact in an earlier release. Raises PublishError when the target keeps damaging files.
    """
    have = target.hashes(part) if part.removeprefix(f"{PARTS}/") in target.listdir(PARTS) else {}
    missing = {path for path, digest in hashes.items() if have.get(path) != digest}
    target.delete(part, sorted(path for path in have if path in missing or path not in hashes))
    for folder, files in earlier:
        same = sorted(path for path in missing if files.get(path) == hashes[path])
        if same:
            target.link(folder, part, same)
            missing -= set(same)
    target.upload(source, part, sorted(path for path in missing if (source / path).is_file()))
    wrong = set(hashes)
    for _ in range(TRIES):
        have = target.hashes(part)
        wrong = {path for path, digest in hashes.items() if have.get(path) != digest}
        extra = set(have) - set(hashes)
        upload = sorted(path for path in wrong if (source / path).is_file())
        if not upload and not extra:
            target.delete(part, sorted(wrong & set(have)))
            return wrong
        target.delete(part, sorted(extra | wrong & set(have)))
        target.upload(source, part, upload)
    raise PublishError(
        f"{len(wrong)} tệp ở {target.label} không giống bản gửi đi, đã gửi lại {TRIES} lần.",
        "Xem lại ổ đĩa của máy chủ.",
    )
