"""`tthc verify URL|DIR`: checks that what is there is exactly what was published."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from generator.commands._shared.publishing import MAX_SHOWN, add_ledger, ledger_file, signers_of, site_record, tell
from generator.io.causes import cause_of

if TYPE_CHECKING:
    from generator.publishing.release_log import ReleaseLogEntry
    from generator.publishing.verify import Proof
    from generator.schema.site import Site

NAME = "verify"
HELP = "đối chiếu trang công khai (hoặc thư mục) với danh mục tệp đã ký và với sổ đăng"


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("where", metavar="ĐỊA_CHỈ|THƯ_MỤC", help="địa chỉ trang, hoặc thư mục đã đăng")
    parser.add_argument(
        "--signers",
        type=Path,
        metavar="TỆP",
        help="danh sách khóa được phép ký (allowed_signers của ssh-keygen; mặc định: nguoi_ky trong site.yml)",
    )
    parser.add_argument("--all", action="store_true", help="mở mọi tệp ở mọi dạng nén, không lấy mẫu")
    parser.add_argument("--list", action="store_true", help="in danh sách các bản đã công khai")
    add_ledger(parser)
    parser.add_argument(
        "--content", type=Path, default=Path("content"), metavar="THƯ_MỤC", help="thư mục nội dung (mặc định: content)"
    )


def run(args: argparse.Namespace) -> int:
    from generator.build.progress import progress
    from generator.publishing.error import PublishError
    from generator.publishing.verify import verify_address, verify_folder

    record = site_record(args.content)
    allowed = args.signers or signers_of(record) or None
    ledger = args.record or _ledger(args, record)
    try:
        with progress("Đang đối chiếu") as on_progress:
            proof = (
                verify_address(args.where, allowed, on_progress, args.all, ledger)
                if "://" in args.where
                else verify_folder(Path(args.where), allowed, ledger)
            )
    except PublishError as refused:
        tell(f"tthc verify: {refused}", error=True)
        return 2 if refused.wrong_call else 1
    except OSError as error:
        tell(f"tthc verify: không đọc được {error.filename or args.where}: {cause_of(error)}.", error=True)
        return 2
    if args.list:
        for release in proof.releases:
            tell(_line(release))
    _tell_of(proof)
    return 1 if proof.wrong else 0


def _ledger(args: argparse.Namespace, record: Site) -> Path | None:
    """Our ledger of the target behind an address or a folder, if site.yml tells."""
    if "://" not in args.where:
        return ledger_file(args.content, record, str(Path(args.where).absolute()))
    wanted = args.where.rstrip("/")
    places = [place for place in record.targets if place.address]
    named = [place for place in places if (place.public or "").rstrip("/") == wanted]
    if not named and len(places) == 1 and (record.url or "").rstrip("/") == wanted:
        named = places
    return ledger_file(args.content, record, named[0].address or "") if named else None


def _line(release: ReleaseLogEntry) -> str:
    more = [f" {release.of}"] if release.of else []
    more += ["  (đồng hồ chạy lùi)"] if release.clock_back else []
    more += [f"  (máy chủ không khớp sổ đăng, vẫn đăng vì: {release.reason})"] if release.reason else []
    more += ["  (những dòng trước lấy lại từ máy chủ)"] if release.adopted else []
    return f"{release.time}  {release.id}  {release.action}{''.join(more)}"


def _tell_of(proof: Proof) -> None:
    signed = f", chữ ký của {proof.signed_by}" if proof.signed_by else ", không có chữ ký"
    if proof.signed_by.startswith("SHA256:"):
        signed += " (chưa rõ là khóa của ai: thêm --signers, hoặc nguoi_ky trong site.yml)"
    tell(
        f"Bản {proof.manifest.id}, đăng {proof.time}, {len(proof.manifest.files)} tệp, "
        f"{len(proof.manifest.records)} hồ sơ{signed}."
    )
    fetched = proof.fetched
    if fetched:
        tell(
            f"Đã mở {fetched.files} tệp như trình duyệt, "
            f"{fetched.forms} trong {fetched.all_forms} dạng (thường, gzip, br)"
            f"{'' if fetched.forms == fetched.all_forms else ', chọn ngẫu nhiên; --all mở hết'}. "
            f"Tệp lạ: chỉ thấy được tệp mà trang hay sơ đồ trang dẫn tới (đã thử {fetched.tried}), "
            "không thấy được .htaccess, "
            "web.config; để thấy hết, chạy tthc verify THƯ_MỤC trên máy chủ."
        )
    if not proof.recorded and not proof.wrong:
        tell("Không có sổ đăng của nơi này ở đây: không biết đây có phải bản mới nhất mình đăng (thêm --record).")
    for line in proof.wrong[:MAX_SHOWN]:
        tell(f"  {line}", error=True)
    if len(proof.wrong) > MAX_SHOWN:
        tell(f"  … và {len(proof.wrong) - MAX_SHOWN} chỗ nữa", error=True)
    tell("Không khớp." if proof.wrong else "Đúng như bản đã đăng.")
