"""`tthc audit SITE`: check a built site."""

from __future__ import annotations

import argparse
from pathlib import Path

NAME = "audit"
HELP = "kiểm tra trang đã dựng: liên kết, phần bắt buộc, độ nặng"


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("site", type=Path, metavar="THƯ_MỤC", help="thư mục trang đã dựng, ví dụ site")
    parser.add_argument(
        "--format",
        choices=("text", "json", "quality"),
        default="text",
        help="dạng kết quả; quality: số liệu cho trang công khai",
    )


def run(args: argparse.Namespace) -> int:
    import importlib

    from generator.audit.run import audit
    from generator.build.pool import parallel_map
    from generator.build.progress import progress
    from generator.commands._shared.content import report_missing_folder
    from generator.problem import ERROR

    if report_missing_folder(args.site):
        return 2
    with progress("Đang đọc trang") as on_progress:
        problems = audit(args.site.resolve(), lambda work, files: parallel_map(work, files, on_progress))
    if args.format == "quality":
        from generator.audit.quality import quality
        from generator.audit.site import BuiltSite

        print(quality(BuiltSite(args.site.resolve()), problems).decode(), end="")
    else:
        print(importlib.import_module(f"generator.reporting.{args.format}").render(problems))
    return 1 if any(problem.severity == ERROR for problem in problems) else 0
