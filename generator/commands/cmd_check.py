"""`tthc check`: read everything, run every rule, report all at once."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable
from pathlib import Path

from generator.commands.content import add_content, all_below, checked, missing, read
from generator.reporting.context import FORMATS, format_from, from_environment
from generator.reporting.places import in_repository

NAME = "check"
HELP = "kiểm tra nội dung, báo mọi lỗi một lần"


def arguments(parser: argparse.ArgumentParser) -> None:
    add_content(parser)
    parser.add_argument(
        "files",
        nargs="*",
        type=Path,
        metavar="TỆP",
        help="chỉ kiểm tra các tệp này (mặc định: mọi tệp trong thư mục nội dung)",
    )
    parser.add_argument(
        "--format", choices=FORMATS, default=None, help="dạng kết quả (mặc định: text; trong GitHub Actions: github)"
    )


def run(args: argparse.Namespace) -> int:
    if missing(args.content):
        return 2
    import importlib

    from generator.problem import ERROR

    if args.files:
        from generator.speed.one import check_file
        from generator.speed.sketches import listed

        inside = all_below(args.content, args.files)
        if inside is None:
            return 2
        known = listed(args.content)
        problems = sorted({problem for file in inside for problem in check_file(args.content, file, args.as_of, known)})
    else:
        store = read(args.content)
        problems = checked(store, store.day(args.as_of))
    name = args.format or format_from(os.environ)
    rules: tuple = ()
    if name in {"github", "sarif"}:
        from generator.rules.documentation import documentation

        rules = documentation()
    place = in_repository(args.content)
    context = from_environment(sys.stdout.isatty(), source=sources(args.content), rules=rules, place=place)
    print(importlib.import_module(f"generator.reporting.{name}").render(problems, context))
    return 1 if any(problem.severity == ERROR for problem in problems) else 0


def sources(content: Path) -> Callable[[str], str | None]:
    """The text of a file by the path printed in messages; each file is read once, whatever its bytes are."""
    found: dict[str, str | None] = {}

    def text(shown: str) -> str | None:
        if shown not in found:
            file = content / shown.partition("/")[2]
            try:
                found[shown] = (
                    None
                    if file.is_symlink() or not file.is_file() or file.stat().st_size > 1_000_000
                    else file.read_bytes().decode("utf-8", "replace").removeprefix("\ufeff")
                )
            except (OSError, ValueError):
                found[shown] = None
        return found[shown]

    return text
