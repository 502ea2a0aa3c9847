"""`tthc rollback TARGET`: make an earlier release public again."""

from __future__ import annotations

import argparse

from generator.commands._shared.content import add_content
from generator.commands._shared.publishing import add_target, resolve_target, settings_of, site_record, tell, tell_of

NAME = "rollback"
HELP = "quay lại bản đã đăng trước đó"


def arguments(parser: argparse.ArgumentParser) -> None:
    add_target(parser)
    add_content(parser)
    parser.add_argument(
        "--to", default="", metavar="BẢN", help="mã hoặc số của bản muốn quay lại (mặc định: bản ngay trước)"
    )


def run(args: argparse.Namespace) -> int:
    from generator.publishing.error import PublishError
    from generator.publishing.http_check import compare_with_manifest
    from generator.publishing.rollback import rollback
    from generator.publishing.target_url import target_from_url

    try:
        target = resolve_target(args, site_record(args.content))
        place = target_from_url(target.address, args.ssh_config)
        try:
            outcome = rollback(place, settings_of(target), args.to)
        finally:
            place.close()
        tell(f"Đã chuyển sang bản {outcome.manifest.id}, nội dung như bản cũ.")
        tell_of(outcome, target.ledger)
        wrong = compare_with_manifest(target.public, outcome.manifest.files) if target.public else []
    except PublishError as refused:
        tell(f"tthc rollback: {refused}", error=True)
        return 2 if refused.wrong_call else 1
    if wrong:
        tell("tthc rollback: trang công khai không giống bản này:", error=True)
    for line in wrong[:10]:
        tell(f"  {line}", error=True)
    return 1 if wrong else 0
