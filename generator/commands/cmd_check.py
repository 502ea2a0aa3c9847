"""`tthc check`: read everything, run every rule, report all at once."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable
from pathlib import Path

from generator.commands.content import add_content, checked, missing, read
from generator.model.limits import MAX_FILE
from generator.regular_file import read_regular
from generator.reporting.context import FORMATS, format_from, from_environment

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

        inside = [below(args.content, file) for file in args.files]
        if None in inside:
            print(
                f"tthc: không có tệp “{args.files[inside.index(None)]}” trong thư mục “{args.content}”.",
                file=sys.stderr,
            )
            return 2
        known = listed(args.content)
        problems = sorted(
            {problem for file in inside if file for problem in check_file(args.content, file, args.as_of, known)}
        )
    else:
        store = read(args.content)
        problems = checked(store, store.day(args.as_of))
    name = args.format or format_from(os.environ)
    rules: tuple = ()
    if name in {"github", "sarif"}:
        from generator.rules.documentation import documentation

        rules = documentation()
    context = from_environment(sys.stdout.isatty(), source=sources(args.content), rules=rules)
    print(importlib.import_module(f"generator.reporting.{name}").render(problems, context))
    return 1 if any(problem.severity == ERROR for problem in problems) else 0


def below(content: Path, file: Path) -> str | None:
    """The posix path of `file` below `content`, None when it is no file there."""
    try:
        return file.resolve().relative_to(content.resolve()).as_posix() if file.is_file() else None
    except (OSError, ValueError):
        return None


def sources(content: Path) -> Callable[[str], str | None]:
    """The text of a file by the path printed in messages; each file is read once, whatever its bytes are."""
    found: dict[str, str | None] = {}

    def text(shown: str) -> str | None:
        if shown not in found:
            file = content / shown.partition("/")[2]
            try:
                raw = read_regular(file, MAX_FILE, follow=False)[0]
                found[shown] = raw.decode("utf-8", "replace").removeprefix("\ufeff")
            except (OSError, ValueError):
                found[shown] = None
        return found[shown]

    return text
