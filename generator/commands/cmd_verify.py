"""`tthc verify URL|DIR`: is what is there exactly what was published?"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

NAME = "verify"
HELP = "đối chiếu trang công khai (hoặc thư mục) với danh mục tệp đã ký"
SHOWN = 30


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("where", metavar="ĐỊA_CHỈ|THƯ_MỤC", help="địa chỉ trang, hoặc thư mục đã đăng")
    parser.add_argument(
        "--signers", type=Path, metavar="TỆP", help="danh sách khóa được phép ký (allowed_signers của ssh-keygen)"
    )
    parser.add_argument("--list", action="store_true", help="in danh sách các bản đã công khai")


def run(args: argparse.Namespace) -> int:
    from generator.publishing.error import PublishError
    from generator.publishing.verify import verify_address, verify_folder
    from generator.speed.progress import shown

    try:
        with shown("Đang đối chiếu") as told:
            proof = (
                verify_address(args.where, args.signers, told)
                if "://" in args.where
                else verify_folder(Path(args.where), args.signers)
            )
    except PublishError as refused:
        print(f"tthc verify: {refused}", file=sys.stderr)
        return 2 if refused.wrong_call else 1
    except OSError as error:
        print(
            f"tthc verify: không đọc được {error.filename or args.where}: {error.strerror or error}.", file=sys.stderr
        )
        return 2
    if args.list:
        for release in proof.releases:
            of = f" {release.of}" if release.of else ""
            print(
                f"{release.time}  {release.id}  {release.action}{of}{'  (đồng hồ chạy lùi)' if release.clock_back else ''}"
            )
    signed = f", chữ ký của {proof.signed_by}" if proof.signed_by else ", không có chữ ký"
    print(
        f"Bản {proof.manifest.id}, đăng {proof.time}, {len(proof.manifest.files)} tệp, {len(proof.manifest.records)} hồ sơ{signed}."
    )
    for line in proof.wrong[:SHOWN]:
        print(f"  {line}", file=sys.stderr)
    if len(proof.wrong) > SHOWN:
        print(f"  … và {len(proof.wrong) - SHOWN} chỗ nữa", file=sys.stderr)
    print("Không khớp." if proof.wrong else "Đúng như bản đã đăng.")
    return 1 if proof.wrong else 0
