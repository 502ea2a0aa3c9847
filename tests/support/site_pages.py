"""Pages of a built site, for tests that read many."""

from __future__ import annotations

import os
from collections import Counter, defaultdict
from pathlib import Path

FEW = 25  # so many names or fewer at a depth are names of sections (phan-anh, thay-doi), more are those of records


def pages(site: Path, each: int = 4) -> list[Path]:
    """The HTML files of `site`, by day at most `each` of a kind: those whose addresses differ in the name of a record.
    All of them when TTHC_ALL is set."""
    files = sorted(site.rglob("*.html"))
    if "TTHC_ALL" in os.environ:
        return files
    editions = {folder.name for folder in site.iterdir() if (folder / "sw.js").is_file()}
    kinds: dict[Path, tuple[object, ...]] = {}
    names = defaultdict(set)
    for file in files:
        folders = file.relative_to(site).parts[:-1]
        start = folders[: 2 if folders and folders[0] in editions else 1]
        kinds[file] = (*start, len(folders), file.name)
        names[kinds[file]].add(file.parent.name)
    seen: Counter[object] = Counter()
    chosen = []
    for file, kind in kinds.items():
        key = (kind, file.parent.name if len(names[kind]) <= FEW else "")
        seen[key] += 1
        if seen[key] <= each:
            chosen.append(file)
    return chosen
