"""Sharded builds on several machines, and merging the shards.

Every shard loads and checks everything (lists show all records) and renders its own part of the pages, exports and
sheets. Shared files (assets, sitemap, title index) are written by the first shard. `merge` needs all shards of one
state of content, theme and code, and gives the same bytes as a single build; Pagefind runs there, over all pages."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import os
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

from generator.build.build_report import BuildReport
from generator.io.file import link
from generator.io.guard import guard
from generator.io.input_hashes import FileStates, code_hash, theme_hash
from generator.io.mark import MARK
from generator.io.staging import Staging

Item = TypeVar("Item")
MANIFEST = "tthc-shard.json"
MAX_SHARDS = 999


class ShardError(ValueError):
    """Shards that cannot be merged into one site; the message is for editors."""


@dataclass(frozen=True, slots=True)
class Shard:
    """number: from 1; of: the number of shards."""

    number: int = 1
    of: int = 1

    def part(self, items: Sequence[Item]) -> list[Item]:
        """The items of this shard; every item is in exactly one."""
        return list(items[self.number - 1 :: self.of])


def shard_of(text: str) -> Shard:
    """`2/5` as a shard. Raises ShardError."""
    match = re.fullmatch(r"(\d{1,3})/(\d{1,3})", text.strip())
    if not match or not 1 <= int(match[1]) <= int(match[2]) <= MAX_SHARDS:
        raise ShardError(f"“{text}” không phải một phần dạng i/n, ví dụ 2/5")
    return Shard(int(match[1]), int(match[2]))


def build_fingerprint(content: FileStates, theme_dir: Path, day: dt.date) -> str:
    """A digest of all inputs that affect the output, equal on every machine with the same inputs."""
    files = sorted((path, digest) for path, (_, _, digest) in content.items())
    inputs = repr([code_hash(), theme_hash(theme_dir), files, str(day)])
    return hashlib.blake2b(inputs.encode(), digest_size=16).hexdigest()


def write_shard_manifest(shard: Shard, report: BuildReport, state: str, out: Path) -> None:
    """Write the manifest for `merge` beside the pages of a shard. Raises OSError."""
    facts = {
        "shard": shard.number,
        "of": shard.of,
        "state": state,
        "indexed": report.indexed,
    }
    (out / MANIFEST).write_text(json.dumps(facts, ensure_ascii=False), "utf-8")


@dataclass(slots=True)
class MergeReport:
    """The result of a merge. bytes: total size of the shards' files."""

    files: int = 0
    bytes: int = 0
    indexed: dict[str, str] = field(default_factory=dict)
    pagefind: str = ""


def merge(folders: list[Path], out: Path, *, search: bool = True) -> MergeReport:
    """Merge the shards in `folders` into the site `out`, atomically. search: also run Pagefind. Raises ShardError,
    OutputRefused, OSError, PagefindError."""
    _require_complete([(folder, _manifest(folder)) for folder in folders])
    guard(out, folders)
    indexed = _manifest(folders[0])["indexed"]
    merged = MergeReport(indexed=indexed)
    with Staging(out, folders) as staging:
        for folder in folders:
            _link_files(folder, staging.folder, merged)
        if search:
            from generator.outputs.search.pagefind import run_pagefind
            from generator.outputs.search.publish import light_copies

            merged.pagefind = run_pagefind(light_copies(indexed, staging.folder), staging.folder)
        staging.commit()
    return merged


def _manifest(folder: Path) -> dict[str, Any]:
    try:
        facts = json.loads((folder / MANIFEST).read_bytes())
        if not isinstance(facts["indexed"], dict):
            raise TypeError
        return {
            "indexed": facts["indexed"],
            "shard": int(facts["shard"]),
            "of": int(facts["of"]),
            "state": str(facts["state"]),
        }
    except (OSError, ValueError, KeyError, TypeError):
        raise ShardError(
            f"“{folder}” không phải một phần do “tthc build --shard” dựng (không đọc được {MANIFEST})"
        ) from None


def _require_complete(shards: list[tuple[Path, dict[str, Any]]]) -> None:
    first = shards[0][1]
    for folder, facts in shards:
        if (facts["of"], facts["state"]) != (first["of"], first["state"]):
            raise ShardError(
                f"“{folder}” được dựng từ nội dung, mã nguồn hoặc cách chia khác với “{shards[0][0]}”; "
                "dựng lại mọi phần từ cùng một bản"
            )
    numbers = sorted(facts["shard"] for _, facts in shards)
    missing = [number for number in range(1, first["of"] + 1) if number not in numbers]
    if missing or len(numbers) != first["of"]:
        reason = f"thiếu phần {', '.join(map(str, missing))}" if missing else "có phần đưa vào hai lần"
        raise ShardError(f"các phần không ghép thành một trang: {reason} (chia làm {first['of']})")


def _link_files(folder: Path, staging: Path, merged: MergeReport) -> None:
    """Hard-link every file of a shard into the staging directory; copy where links are not supported."""
    for location, _, names in os.walk(folder):
        below = staging / os.path.relpath(location, folder)
        below.mkdir(parents=True, exist_ok=True)
        for name in names:
            source = os.path.join(location, name)
            if name in (MANIFEST, MARK) and location == str(folder):
                continue
            if (below / name).exists():
                raise ShardError(f"tệp “{below.relative_to(staging) / name}” có trong hai phần")
            link(source, below / name)
            merged.files += 1
            merged.bytes += os.path.getsize(source)
