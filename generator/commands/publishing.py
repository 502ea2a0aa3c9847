"""What publish, rollback and host share: the site's record, the targets it names, where work is done."""

from __future__ import annotations

import argparse
import os
import shutil
import sys
from dataclasses import dataclass
from pathlib import Path

from generator import git
from generator.model.site import Site
from generator.problem import suggest
from generator.publishing.error import PublishError
from generator.publishing.release import KEEP

WORK = Path(".cache/publish")
COMPRESSED = Path(".cache/compressed")


@dataclass(frozen=True, slots=True)
class Chosen:
    """Where to publish. public: address to fetch from and compare, empty for none."""

    address: str
    public: str
    keep: int
    key: Path | None


def add_target(parser: argparse.ArgumentParser) -> None:
    """TARGET and the options that override what site.yml says of it."""
    parser.add_argument(
        "target",
        metavar="NƠI_ĐĂNG",
        help="tên trong noi_dang của site.yml, hoặc /thư/mục, ssh://người@máy/thư/mục, sftp://người@máy/thư/mục",
    )
    parser.add_argument("--url", metavar="ĐỊA_CHỈ", help="địa chỉ công khai, để mở lại từng trang và so sau khi đăng")
    parser.add_argument("--keep", type=int, metavar="SỐ", help=f"số bản giữ lại (mặc định: {KEEP})")
    parser.add_argument("--key", type=Path, metavar="TỆP", help="khóa SSH để ký danh mục tệp")
    parser.add_argument(
        "--ssh-config", type=Path, metavar="TỆP", help="tệp cấu hình của ssh (mặc định: của người dùng)"
    )


def site_record(content: Path) -> Site:
    """site.yml's record, an empty one when it is absent or unreadable."""
    from generator.model.kinds import BY_NAME
    from generator.reading.folder import read_file, site_file
    from generator.reading.store import Store

    store = Store({"site": []})
    file = site_file(content)
    if file.is_file():
        read_file(file, file.name, BY_NAME["site"], store)
    entries = store.of("site")
    record = entries[0].record if entries else Site()
    assert isinstance(record, Site)
    return record


def chosen(args: argparse.Namespace, record: Site) -> Chosen:
    """The target meant by the command line. Raises PublishError when site.yml has none of that name."""
    from generator.publishing.addressing import is_address

    named = next((place for place in record.targets if place.name == args.target), None)
    if named is None and not is_address(args.target):
        known = [place.name for place in record.targets if place.name]
        hint = (
            suggest(args.target, known)
            or "Thêm vào noi_dang, hoặc viết thẳng địa chỉ (/thư/mục, ./thư-mục, ssh://…, sftp://…)."
        )
        raise PublishError(
            f"site.yml không có nơi đăng “{args.target}” (có: {', '.join(known) or 'chưa có nơi nào'}).",
            hint,
            wrong_call=True,
        )
    address = named.address or "" if named else args.target
    if not is_address(address):
        raise PublishError(
            f"Nơi đăng “{args.target}” chưa có dia_chi.", "Thêm dia_chi vào noi_dang trong site.yml.", wrong_call=True
        )
    keep = args.keep if args.keep is not None else (named.keep if named and named.keep else KEEP)
    if keep < 2:
        raise PublishError("Phải giữ ít nhất 2 bản thì mới quay lại được.", wrong_call=True)
    key = args.key or (Path(named.key) if named and named.key else None)
    key = key.expanduser() if key else None
    if key and not key.is_file():  # told before the work, not after
        raise PublishError(
            f"Không có tệp khóa ký “{key}”.", "Xem lại --key, hoặc khoa_ky trong site.yml.", wrong_call=True
        )
    return Chosen(address, args.url or (named.public if named and named.public else ""), keep, key)


def work_folder() -> Path:
    """A folder of this process's own; those of killed ones go."""
    WORK.mkdir(parents=True, exist_ok=True)
    for old in WORK.iterdir():
        if old.name.isdigit() and not old.is_symlink() and not Path("/proc", old.name).exists():
            shutil.rmtree(old, ignore_errors=True)
    folder = (WORK / str(os.getpid())).absolute()
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    return folder


def git_source(content: Path) -> str:
    """The commit that the content is at, with + when files differ from it. Empty, with a message, when git does not say."""
    try:
        commit = git.ask(content, "rev-parse", "--verify", "HEAD").decode().strip()
        return commit + ("+" if git.ask(content, "status", "--porcelain", "--", ".").strip() else "")
    except git.GitError as why:
        print(f"tthc publish: bản đăng sẽ không ghi nó từ phiên bản git nào ra: {why}.", file=sys.stderr)
        return ""
