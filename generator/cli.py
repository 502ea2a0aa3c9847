"""`tthc`: parses arguments, nothing else. Each command is a module in generator/commands, see `Command` there."""

from __future__ import annotations

import argparse
import importlib
import re
import sys
from pathlib import Path

from generator import __version__
from generator.build import garbage
from generator.command_parser import CommandParser
from generator.io import streams

FOLDER = Path(__file__).parent / "commands"


def main(argv: list[str] | None = None) -> int:
    """Run one command. Returns the exit code: 0 fine, 1 content has errors, 2 wrong call. Without argv, the arguments
    come from sys.argv and the standard streams are set up."""
    if argv is not None:
        return _run(argv)
    streams.prepare()
    try:
        garbage.collect_rarely()
        code = _run(sys.argv[1:])
    except SystemExit as end:  # argparse: help, or a wrong call
        code = end.code if isinstance(end.code, int) else 2 if end.code else 0
    return streams.outcome(code)


def _run(argv: list[str]) -> int:
    parser = _parser(argv)
    if wrong := _unusable(argv):
        print(f"tthc: {wrong}", file=sys.stderr)
        return 2
    args, rest = parser.parse_known_args(argv)
    if rest:
        getattr(args, "parser", parser).refuse_rest(rest)
    if not hasattr(args, "run"):
        parser.print_help()
        return 2
    from generator.io.guard import OutputRefused

    if wrong := _other_version(args):
        print(f"tthc: {wrong}", file=sys.stderr)
        return 2
    try:
        code: int = args.run(args)
        return code
    except OutputRefused as refused:
        print(f"tthc: {refused}", file=sys.stderr)
        return 2
    except BrokenPipeError:
        raise
    except OSError as error:  # a full or read-only disk, no permission: wherever it struck
        from generator.io.causes import failure

        print(f"tthc {argv[0]}: không đọc, ghi được tệp: {failure(error)}.", file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        print("Đã dừng.", file=sys.stderr)
        return 130


def _unusable(argv: list[str]) -> str:
    """The message if an argument is empty, as a shell variable without a value leaves it (an empty path would mean
    this folder, an empty --unit the whole site), or has a NUL, which no path, process or text can have."""
    if cut := next((word for word in argv if "\0" in word), ""):
        return f"tham số “{cut.replace(chr(0), '␀')}” có ký tự NUL; ghi lại không có ký tự đó."
    for before, word in zip(argv, argv[1:], strict=False):
        option, equals, value = word.partition("=")
        if "--since" in (before, option):  # CI has no revision to compare with at the first push
            continue
        if not word.strip() or option.startswith("--") and equals and not value.strip():
            return f"tham số {f'sau “{before}”' if not equals else f'“{option}”'} để trống; ghi giá trị hoặc bỏ hẳn nó."
    return ""


def _other_version(args: argparse.Namespace) -> str:
    """The message if the site whose content folder the command is given was made with another version of this tool."""
    from pathlib import Path

    options = [getattr(args, name, None) for name in ("content", "to")]
    folders = [path.parent if path.name == "procedures" else path for path in options if isinstance(path, Path)]
    if not folders:
        return ""
    from generator.loading.tool_version import mismatch

    return next(filter(None, map(mismatch, folders)), "")


def _parser(argv: list[str]) -> CommandParser:
    parser = CommandParser(
        prog="tthc", description="Trang công khai thủ tục hành chính: kiểm tra, dựng trang, nhập dữ liệu."
    )
    parser.add_argument("--version", action="version", version=f"tthc {__version__}", help="bản đang dùng")
    commands = parser.add_subparsers(title="lệnh", metavar="LỆNH")
    files = {file.stem.removeprefix("cmd_").replace("_", "-"): file for file in sorted(FOLDER.glob("cmd_*.py"))}
    if argv and argv[0] in files:  # only the called command is imported, so that `check` starts fast
        from generator.commands import Command
        from generator.plugins import require

        module = importlib.import_module(f"generator.commands.{files[argv[0]].stem}")
        require(module, Command)
        command = commands.add_parser(module.NAME, help=module.HELP, description=module.HELP)
        module.arguments(command)
        command.set_defaults(run=module.run, parser=command)
        return parser
    for file in files.values():
        commands.add_parser(stated(file, "NAME"), help=stated(file, "HELP"))
    return parser


def stated(file: Path, name: str) -> str:
    """The text that a command's file gives `name`, on one line: the list of all commands imports none of them. Raises
    ValueError."""
    found = re.search(rf'(?m)^{name} = "([^"\\\\]+)"$', file.read_text("utf-8"))
    if not found:
        raise ValueError(f'{file.name} has no line {name} = "…"')
    return found[1]


if __name__ == "__main__":
    raise SystemExit(main())
