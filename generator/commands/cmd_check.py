"""`tthc check`: reads everything, runs every rule, reports all findings at once."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from generator.commands._shared.content import (
    add_content,
    all_below,
    read_checked,
    report_missing_folder,
)
from generator.io.regular_file import read_regular
from generator.limits import MAX_FILE
from generator.reporting.context import FORMATS, format_from, from_environment
from generator.reporting.repository_paths import in_repository

if TYPE_CHECKING:
    from generator.commands._shared.baseline_state import Earlier
    from generator.problem import Problem

NAME = "check"
HELP = "kiểm tra nội dung: mọi lỗi một lần, điều mới trước, lời nhắc cũ đếm theo mã"
COMPARED = {"text", "summary", "github"}  # the other formats list all findings, for programs


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
    parser.add_argument(
        "--all", action="store_true", help="in từng lời nhắc, kể cả những lời đã có từ trước (không so với bản trước)"
    )
    compared = parser.add_mutually_exclusive_group()
    compared.add_argument(
        "--since",
        default="",
        metavar="PHIÊN_BẢN",
        help="điều gì mới so với phiên bản git này (mặc định: lần ghi gần nhất; không có git thì so với "
        "check-baseline.json bên cạnh thư mục nội dung, nếu có tệp ấy)",
    )
    compared.add_argument(
        "--baseline",
        type=Path,
        default=None,
        metavar="TỆP",
        help="điều gì mới so với tệp này, do “tthc check --format json” viết ra",
    )


def run(args: argparse.Namespace) -> int:
    if report_missing_folder(args.content):
        return 2
    if args.content.name in ("", ".."):  # messages and links contain the folder's name
        args.content = args.content.resolve()
    import importlib

    from generator.problem import ERROR

    if args.files:
        inside = all_below(args.content, args.files)
        if inside is None:
            return 2
        problems = read_checked(args.content, args.as_of).check_files(inside)
        judged = None
    else:
        from generator.checks._engine.withholding import verdict

        read = read_checked(args.content, args.as_of)
        problems = read.check()
        judged = verdict(read.store, problems)
    name = args.format or format_from(os.environ)
    source = sources(args.content)
    new, since = None, ""
    if name in COMPARED and not args.all and (not args.files or args.since or args.baseline):
        from generator.commands._shared.baseline_state import newer
        from generator.reporting.baseline import UnusableBaseline

        try:
            before = _compared_with(args, problems)
        except UnusableBaseline as wrong:
            print(f"tthc check: không so với bản trước được: {wrong}.", file=sys.stderr)
            return 2
        if before:
            new, since = newer(problems, before, source, args.content), before.name
    rules: tuple[object, ...] = ()
    if name in {"github", "sarif"} or new is not None:
        from generator.checks._engine.documentation import documentation

        rules = documentation()
    place = in_repository(args.content)
    context = from_environment(sys.stdout.isatty(), source=source, rules=rules, new=new, since=since, place=place)
    print(importlib.import_module(f"generator.reporting.{name}").render(problems, context))
    if judged and name in COMPARED:
        from generator.reporting.withheld import withheld_list

        if said := withheld_list(judged):
            print(said)
    errors = any(problem.severity == ERROR for problem in problems)
    return 1 if errors and not (judged and judged.publishable) else 0


def _compared_with(args: argparse.Namespace, problems: list[Problem]) -> Earlier | None:
    """The state of the content to compare `problems` with. Raises UnusableBaseline."""
    from generator.commands._shared.baseline_state import automatic_revision, earlier

    def check(content: Path) -> list[Problem]:
        return read_checked(content, args.as_of).check()

    return earlier(
        args.content,
        problems,
        check,
        str(args.as_of),
        baseline=args.baseline,
        since=args.since,
        automatic=automatic_revision(os.environ),
        partial=bool(args.files),
        say=lambda reason: print(f"tthc check: {reason}.", file=sys.stderr),
    )


def sources(content: Path) -> Callable[[str], str | None]:
    """Returns the text of a file by the path printed in messages; each file is read once, whatever its bytes are."""
    texts: dict[str, str | None] = {}

    def text(display_path: str) -> str | None:
        if display_path not in texts:
            file = content / display_path.partition("/")[2]
            try:
                raw = read_regular(file, MAX_FILE, follow=False)[0]
                texts[display_path] = raw.decode("utf-8", "replace").removeprefix("\ufeff")
            except (OSError, ValueError):
                texts[display_path] = None
        return texts[display_path]

    return text
