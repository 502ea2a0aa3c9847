"""`tthc sync --from FOLDER`: follows the national database, keeps what editors wrote, proposes the rest."""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from generator.commands._shared.content import add_content, read_content, report_missing_folder, warn_of_unread

if TYPE_CHECKING:
    from generator.importing.draft_record import DraftRecord
    from generator.loading.store import Store

NAME = "sync"
HELP = "theo kịp CSDL quốc gia: phần chưa sửa theo nguồn, phần đã sửa giữ nguyên và nêu ra"


def arguments(parser: argparse.ArgumentParser) -> None:
    from generator.importing.registry import sources

    add_content(parser)
    parser.add_argument("--from", dest="source", type=Path, metavar="NGUỒN", help="tệp hoặc thư mục dữ liệu của nguồn")
    parser.add_argument(
        "--fetch",
        metavar="LỆNH",
        help="lệnh của đơn vị để lấy dữ liệu, ghi vào thư mục $TTHC_NHAN (công cụ không tự nối mạng)",
    )
    parser.add_argument("--kind", choices=tuple(sources()), default="", help="loại nguồn (mặc định: tự nhận theo tệp)")
    parser.add_argument("--partial", action="store_true", help="nguồn chỉ là một phần: thủ tục vắng mặt không tính")
    parser.add_argument(
        "--level",
        action="append",
        default=[],
        choices=("cấp xã", "cấp huyện", "cấp tỉnh", "cấp bộ", "ngành dọc"),
        help="chỉ xét thủ tục mới của cấp này (dùng được nhiều lần)",
    )
    parser.add_argument(
        "--for",
        dest="unit",
        default="",
        metavar="ĐƠN_VỊ",
        help="chỉ nêu thủ tục mới mà đơn vị này nhận (như tthc import --for)",
    )
    parser.add_argument(
        "--dated",
        action="store_true",
        help="quyết định công bố mới thì phần đổi thành bản theo ngày (MÃ@NGÀY.yml), bản trước giữ nguyên",
    )
    parser.add_argument("--dry-run", action="store_true", help="chỉ xem, không ghi gì")
    parser.add_argument(
        "--proposal", type=Path, metavar="TỆP", help="ghi lời đề nghị (Markdown) vào tệp, khi có gì đổi"
    )
    parser.add_argument("--format", choices=("text", "markdown", "json"), default="text", help="dạng kết quả")
    parser.add_argument(
        "--commit", action="store_true", help="ghi thành một commit của git, lời là điều đổi với người dân"
    )


def run(args: argparse.Namespace) -> int:
    from generator.importing.draft_record import ImportRefused
    from generator.io.git import GitError

    if report_missing_folder(args.content):
        return 2
    if bool(args.source) == bool(args.fetch):
        print("tthc sync: cần đúng một trong hai: --from NGUỒN hoặc --fetch LỆNH.", file=sys.stderr)
        return 2
    try:
        with tempfile.TemporaryDirectory(prefix="tthc-sync-") as folder:
            return _sync(args, Path(folder))
    except (ImportRefused, GitError) as refused:
        print(f"tthc sync: {refused}", file=sys.stderr)
        return 2


def _sync(args: argparse.Namespace, folder: Path) -> int:
    from generator.importing.destination import ContentFolder
    from generator.importing.receiving import receiver
    from generator.importing.sync import fetching, proposal
    from generator.importing.sync.plan import SyncOptions, plan_sync
    from generator.io.file import guard_file
    from generator.io.transaction import writing

    if args.proposal:
        guard_file(args.proposal, lambda file: file.read_text("utf-8", "replace").startswith(proposal.TITLE))
    if args.fetch:
        fetching.run_command(args.fetch, folder)
    store = read_content(args.content)
    warn_of_unread(store, "sync", str(args.content), "đề nghị dưới đây")
    source = _read_source(fetching.files_of(folder if args.fetch else args.source), args.kind, store)
    target = ContentFolder.at(args.content)
    day = store.effective_date(args.as_of)
    refuses = receiver(target.root, args.unit).refuses if args.unit else None
    options = SyncOptions(not args.partial, frozenset(args.level), refuses, args.dated)
    plan = plan_sync(store, source.records, source.kind, target, day, options)
    plan.warnings = [*source.warnings, *plan.warnings]
    beside = {args.proposal: f"{proposal.as_markdown(plan)}\n"} if args.proposal and plan.moved() else {}
    if not args.dry_run and (plan.texts or beside):
        commit = bool(args.commit and plan.texts)
        with writing(target.root, plan.texts, beside=beside, commit=commit):
            if commit:
                _commit(target.root, [*plan.texts], proposal.as_text(plan))
    show = {"text": proposal.as_text, "markdown": proposal.as_markdown, "json": proposal.as_json}[args.format]
    print(show(plan))
    return 1 if any(record.refused for record in plan.records) else 0


class _Source(NamedTuple):
    """What was read of the source."""

    records: list[DraftRecord]
    kind: str
    warnings: list[str]


def _read_source(files: Iterable[Path], kind: str, store: Store) -> _Source:
    """Read all files of the source. kind: of every file, "" to recognise it. Raises ImportRefused."""
    from generator.importing.draft_record import ImportRefused, Options
    from generator.importing.drift.comparison import kind_of_file, load_source
    from generator.importing.name_match import known_names

    options = Options(known=known_names(store.of("procedure")))
    records: list[DraftRecord] = []
    warnings: list[str] = []
    kinds: set[str] = set()
    for file in files:
        kinds.add(file_kind := kind or kind_of_file(file))
        found, said = load_source(file, file_kind, options)
        records += found
        warnings += [f"{file.name}: {line}" for line in said]
    if len(kinds) > 1:
        raise ImportRefused(f"nguồn có tệp của nhiều loại ({', '.join(sorted(kinds))}): tách ra, mỗi lần một loại.")
    if not records:
        raise ImportRefused("nguồn không có bản ghi nào.")
    return _Source(records, kinds.pop(), warnings)


def _commit(root: Path, files: list[Path], message: str) -> None:
    from generator.io import git

    names = [str(file) for file in files]
    git.ask(root, "add", "--", *names)
    git.ask(root, "commit", "-q", "-m", f"content: theo CSDL quốc gia\n\n{message}", "--", *names)
