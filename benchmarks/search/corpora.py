"""The corpora of the benchmark: the district's own content, and the commune-level records of the national database."""

from __future__ import annotations

import gzip
import json
import subprocess
import sys
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[2]
DATA = PROJECT.parent / "shared" / "data"
OWN_QUESTIONS = Path(__file__).with_name("questions.tsv")
NATIONAL_QUESTIONS = DATA / "search-queries.tsv"
# written before the search was tuned for them, see README.md
FIRST_OWN_QUESTIONS = Path(__file__).with_name("questions-first.tsv")
FIRST_NATIONAL_QUESTIONS = Path(__file__).with_name("questions-national-first.tsv")
# phrased as stories, five rounds, see README.md
STORY_NATIONAL_QUESTIONS = Path(__file__).with_name("questions-national-stories.tsv")
# the most common matters, one by one
SWEPT_NATIONAL_QUESTIONS = [
    Path(__file__).with_name(f"questions-national-{name}.tsv") for name in ("swept", "swept-more")
]
# also asked as people change them, see altering.mjs
ALTERED_OWN_QUESTIONS = [Path(__file__).with_name(f"questions-2026-11{part}.tsv") for part in ("", "-b")]
ALTERED_NATIONAL_QUESTIONS = [Path(__file__).with_name(f"questions-national-2026-11{part}.tsv") for part in ("", "-b")]
MORE_NATIONAL_QUESTIONS = Path(__file__).with_name("questions-national.tsv")


def tthc(*words: object) -> None:
    """Run the command line; raises CalledProcessError with its output when it fails."""
    subprocess.run(
        [sys.executable, "-m", "generator", *map(str, words)], cwd=PROJECT, check=True, capture_output=True, text=True
    )


def national(folder: Path) -> Path | None:
    """Content with the commune-level records, through the importer; None where the data is absent."""
    source = DATA / "national-flat.jsonl.gz"
    if not source.is_file():
        return None
    with gzip.open(source, "rt", encoding="utf-8") as lines:
        communes = [line for line in lines if "Cấp xã" in json.loads(line)["cap_thuc_hien"]]
    file, content = folder / "communes.jsonl", folder / "national" / "content"
    file.write_text("".join(communes), "utf-8")
    content.mkdir(parents=True)
    tthc("import", "national-flat", file, "--to", content, "--no-check")
    return content


def many(folder: Path, count: int) -> Path:
    """The district's content with `count` synthetic procedures instead of its own."""
    from benchmarks.build.corpus import make

    return make(folder / f"many-{count}", count, base=PROJECT / "content")


def build(content: Path, out: Path) -> Path:
    """The site of `content`; incomplete records are published too."""
    tthc("build", "--content", content, "--out", out, "--no-strict")
    return out
