"""`tthc schema`: JSON Schema, field reference and editor settings, all generated from the declared fields."""

from __future__ import annotations

import argparse
import json
import sys
from dataclasses import asdict
from pathlib import Path

NAME = "schema"
HELP = "in JSON Schema của một loại hồ sơ, hoặc ghi lại các tệp cho trình soạn thảo"


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "kind", nargs="?", metavar="LOẠI", help="loại hồ sơ: procedure, law, unit …; bỏ trống để xem danh sách"
    )
    parser.add_argument("--reference", action="store_true", help="in bảng tra cứu các khóa (JSON) thay cho JSON Schema")
    parser.add_argument(
        "--write", type=Path, metavar="THƯ_MỤC", help="ghi .vscode/settings.json và .vscode/schemas/ vào thư mục dự án"
    )


def run(args: argparse.Namespace) -> int:
    from generator.io.file import guard_file
    from generator.io.transaction import write_all
    from generator.schema.generated.editor import files, is_ours
    from generator.schema.generated.json_schema import json_schema
    from generator.schema.generated.reference import reference
    from generator.schema.kinds import BY_NAME, KINDS
    from generator.text.suggestions import suggest

    if args.write:
        if not args.write.is_dir():
            print(f"tthc: không có thư mục “{args.write}”.", file=sys.stderr)
            return 2
        for name in files():
            guard_file(args.write / name, is_ours)
        write_all(args.write / ".vscode", {args.write / name: text for name, text in files().items()})
        print("\n".join(files()))
        return 0
    if args.kind is not None and args.kind not in BY_NAME:
        print(
            f"tthc: không có loại hồ sơ “{args.kind}”. "
            f"{suggest(args.kind, list(BY_NAME)) or 'Có: ' + ', '.join(BY_NAME)}",
            file=sys.stderr,
        )
        return 2
    if args.reference:
        print(
            json.dumps(
                [asdict(kind) for kind in reference() if args.kind in (None, kind.name)], ensure_ascii=False, indent=1
            )
        )
    elif args.kind is None:
        for kind in KINDS:
            print(f"{kind.name:<10} {kind.label}")
    else:
        print(json.dumps(json_schema(BY_NAME[args.kind]), ensure_ascii=False, indent=1))
    return 0
