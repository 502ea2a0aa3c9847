"""`tthc check`: read everything, run every rule, report all at once."""

from __future__ import annotations

import argparse

from generator.commands.content import add_content, as_of, missing

NAME = "check"
HELP = "kiểm tra nội dung, báo mọi lỗi một lần"


def arguments(parser: argparse.ArgumentParser) -> None:
    add_content(parser)
    parser.add_argument("--format", choices=("text", "json", "summary"), default="text", help="dạng kết quả")


def run(args: argparse.Namespace) -> int:
    if missing(args.content):
        return 2
    import importlib

    from generator.problem import ERROR
    from generator.reading.folder import read_folder
    from generator.rules.run import check

    store = read_folder(args.content)
    problems = check(store, as_of(store, args.as_of))
    print(importlib.import_module(f"generator.reporting.{args.format}").render(problems))
    return 1 if any(problem.severity == ERROR for problem in problems) else 0
