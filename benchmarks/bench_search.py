"""The search compared with other engines: recall, bytes, milliseconds.

    .venv/bin/python benchmarks/bench_search.py [--short] [--sizes 600,2600,6000]

Questions: benchmarks/search/questions.tsv over the district's own content; search-queries.tsv and
questions-national.tsv over the commune-level records of the national database where that data is available. Each set is
split by the hash of the question's id: `dev` may be used for tuning, `blind` is only for evaluation. The questions of
2026-11 are asked as they are and with a typo, a wrong tone, a place, a fact word, a sentence before. --short: own
engine and own content only, no browser. Others (MiniSearch, lunr) need `npm ci` in benchmarks/search; Pagefind alone
and the page itself need Chromium.
"""

from __future__ import annotations

import argparse
import csv
import itertools
import json
import subprocess
import sys
import tempfile
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(PROJECT))

from benchmarks.search import browser, corpora  # noqa: E402

HERE = Path(__file__).with_name("search")
SLICES = ("all", "in corpus", "dev", "blind", "marked", "unmarked", "clarify", "outside")


def main() -> int:
    """Print the tables as Markdown."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--short", action="store_true", help="own engine, own content, no browser")
    parser.add_argument("--sizes", default="600,2600,6000", help="sizes to measure bytes and times at")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="tthc-bench-search-") as name:
        folder = Path(name)
        own = corpora.build(PROJECT / "content", folder / "own-site")
        compare("Nội dung của huyện", own, corpora.OWN_QUESTIONS, options.short)
        altered("Nội dung của huyện", own, corpora.ALTERED_OWN_QUESTIONS)
        if options.short:
            return 0
        compare("Nội dung của huyện, câu hỏi đặt trước khi xem", own, corpora.FIRST_OWN_QUESTIONS, False)
        content = corpora.national(folder)
        if content:
            national = corpora.build(content, folder / "national-site")
            compare("Bản ghi cấp xã của CSDL quốc gia", national, corpora.NATIONAL_QUESTIONS, False)
            altered("Bản ghi cấp xã của CSDL quốc gia", national, corpora.ALTERED_NATIONAL_QUESTIONS)
            compare(
                "Bản ghi cấp xã của CSDL quốc gia, câu hỏi tự đặt", national, corpora.MORE_NATIONAL_QUESTIONS, False
            )
            compare(
                "Bản ghi cấp xã của CSDL quốc gia, câu hỏi đặt trước khi xem",
                national,
                corpora.FIRST_NATIONAL_QUESTIONS,
                False,
            )
            compare(
                "Bản ghi cấp xã của CSDL quốc gia, câu hỏi kể chuyện", national, corpora.STORY_NATIONAL_QUESTIONS, False
            )
            for questions in corpora.SWEPT_NATIONAL_QUESTIONS:
                compare("Bản ghi cấp xã của CSDL quốc gia, từng việc một", national, questions, False)
        texts = [
            "lam giay khai sinh cho con can gi",
            "mở quán ăn nhỏ có cần xin giấy phép không",
            "xin giay phep xay dung nha o",
        ]
        print(
            "\n| bản ghi | byte tới câu trả lời đầu (gzip) | Pagefind một mình | nạp (ms) | ms/phím | ms/phím, 95 % |\n"
            "|---|---|---|---|---|---|"
        )
        for count in map(int, options.sizes.split(",")):
            site = corpora.build(corpora.many(folder, count), folder / f"site-{count}")
            result = browser.measure(site, texts)
            print(
                f"| {count} | {result['first_answer']:,} | {result['pagefind_first']:,} "
                f"| {result['load']} | {result['mean']} | {result['p95']} |",
                flush=True,
            )
    return 0


def compare(title: str, site: Path, questions: Path, short: bool) -> None:
    """One table: engines in rows, slices in columns as recall@1 / recall@5 / MRR (outside: share refused)."""
    command = [
        "node",
        str(HERE / "engines.mjs"),
        str(site / "tim-kiem" / "muc-luc.json"),
        str(questions),
        *(["--short"] if short else []),
    ]
    report = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    times = report.pop("ms")
    print(f"\n### {title}: {report.pop('records')} thủ tục\n")
    present = [name for name in SLICES if name in report["own"]]
    counts = report["own"]
    print(
        "| | "
        + " | ".join(f"{name} ({counts[name]['count']})" for name in present)
        + " | ms/phím |\n|"
        + "---|" * (len(present) + 2)
    )
    for engine, slices in report.items():
        cells = [
            f"{part['refused']:.2f}"
            if name == "outside"
            else f"{part['first']:.3f} / {part['five']:.3f} / {part['mrr']:.3f}"
            for name in present
            for part in [slices[name]]
        ]
        print(f"| {engine} | " + " | ".join(cells) + f" | {times[engine]} |", flush=True)
    if not short:
        print(f"| pagefind | {pagefind(site, questions)} |" + " |" * (len(present)), flush=True)


def altered(title: str, site: Path, sets: list[Path]) -> None:
    """The same questions as asked and as people change them, both halves, with 95 % intervals (altered.mjs)."""
    halves = (("dev", "phần để chỉnh"), ("blind", "phần chỉ để đo"))
    for questions, (half, name) in itertools.product(sets, halves):
        command = ["node", str(HERE / "altered.mjs"), str(site / "tim-kiem" / "muc-luc.json"), str(questions)]
        done = subprocess.run([*command, "--half", half], check=True, capture_output=True, text=True)
        print(f"\n### {title}, {questions.stem}, câu hỏi và câu đã đổi, {name}\n\n{done.stdout}", end="", flush=True)


def pagefind(site: Path, questions: Path) -> str:
    """The scores of Pagefind alone over the same pages, for all questions that have an answer."""
    with questions.open(encoding="utf-8") as file:
        rows = [row for row in csv.DictReader(file, delimiter="\t") if row["behaviour"] != "oos"]
    first = five = mrr = 0.0
    for row, codes in zip(rows, browser.ask_pagefind(site, [row["query"] for row in rows]), strict=True):
        rank = next((place for place, code in enumerate(codes, 1) if code in row["acceptable_codes"].split("|")), 0)
        first, five, mrr = first + (rank == 1), five + (0 < rank <= 5), mrr + (1 / rank if rank else 0)
    return f"{first / len(rows):.3f} / {five / len(rows):.3f} / {mrr / len(rows):.3f}"


if __name__ == "__main__":
    raise SystemExit(main())
