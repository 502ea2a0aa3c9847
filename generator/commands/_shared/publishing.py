"""Shared by publish, rollback and host: the site's record, its publish targets, the workspace."""

from __future__ import annotations

import argparse
import os
import shutil
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from generator.command_parser import whole_number
from generator.io import git
from generator.limits import MIN_RELEASES
from generator.publishing.error import PublishError
from generator.publishing.ledger import ledger_name
from generator.publishing.release import KEEP, PublishResult, Settings
from generator.publishing.sign import Signers, objection, sign
from generator.publishing.untrusted import printable
from generator.schema.site import PublishingPlace, Site
from generator.text.suggestions import suggest

RECORDS = "publications"
MAX_SHOWN = 30
WORKSPACE = Path(".cache/publish")
COMPRESSED = Path(".cache/compressed")


@dataclass(frozen=True, slots=True)
class ResolvedTarget:
    """Where to publish. public: web address to verify, empty for none."""

    address: str
    public: str
    keep: int
    key: Path | None
    ledger: Path
    signers: Signers
    reason: str


def add_target(parser: argparse.ArgumentParser) -> None:
    """TARGET, and the options that override its settings in site.yml."""
    parser.add_argument(
        "target",
        metavar="NƠI_ĐĂNG",
        help="tên trong noi_dang của site.yml, hoặc /thư/mục, ssh://người@máy/thư/mục, sftp://người@máy/thư/mục",
    )
    parser.add_argument("--url", metavar="ĐỊA_CHỈ", help="địa chỉ công khai, để mở lại từng trang và so sau khi đăng")
    parser.add_argument("--keep", type=whole_number, metavar="SỐ", help=f"số bản giữ lại (mặc định: {KEEP})")
    parser.add_argument(
        "--key", type=Path, metavar="TỆP", help="khóa SSH để ký danh mục tệp (của người ký, nếu site.yml có nguoi_ky)"
    )
    add_ledger(parser)
    parser.add_argument(
        "--accept-host",
        default="",
        metavar="LÝ_DO",
        help="vẫn đăng khi máy chủ không khớp sổ đăng, hoặc mất sổ; lý do được ghi vào danh sách công khai",
    )
    parser.add_argument(
        "--ssh-config", type=Path, metavar="TỆP", help="tệp cấu hình của ssh (mặc định: của người dùng)"
    )


def add_ledger(parser: argparse.ArgumentParser) -> None:
    """The --record option."""
    parser.add_argument(
        "--record",
        type=Path,
        metavar="TỆP",
        help=f"sổ đăng: những gì mình đã đăng ở đó (mặc định: {RECORDS}/TÊN.jsonl cạnh thư mục nội dung; "
        "nên commit vào git)",
    )


def site_record(content: Path) -> Site:
    """The record of site.yml, an empty one when it is absent or unreadable."""
    from generator.loading.folder import read_file, site_file
    from generator.loading.store import Store
    from generator.schema.kinds import BY_NAME

    store = Store({"site": []})
    file = site_file(content)
    if file.is_file():
        read_file(file, file.name, BY_NAME["site"], store)
    entries = store.of("site")
    record = entries[0].record if entries else Site()
    assert isinstance(record, Site)
    return record


def resolve_target(args: argparse.Namespace, record: Site) -> ResolvedTarget:
    """The target named on the command line. Raises PublishError when site.yml has none of that name."""
    from generator.publishing.http_client import HttpClient

    named = _named_target(args.target, record)
    address = _address(args.target, named)
    keep = args.keep if args.keep is not None else (named.keep if named and named.keep is not None else KEEP)
    if keep < MIN_RELEASES:
        raise PublishError(f"Phải giữ ít nhất {MIN_RELEASES} bản thì mới quay lại được.", wrong_call=True)
    signers = signers_of(record)
    only_checks = getattr(args, "check_only", False)  # as in CI, which has no person's key
    key = _key_of(args.key, None if only_checks else named)
    if not only_checks:
        _require_signature(key, signers)
    public = args.url or (named.public if named and named.public else "")
    if public:
        HttpClient(public)  # an address that cannot be opened is refused before anything is sent
    ledger = args.record or ledger_file(args.content, record, address)
    return ResolvedTarget(address, public, keep, key, ledger, signers, reason_of(args.accept_host))


def _named_target(target: str, record: Site) -> PublishingPlace | None:
    """The target of that name in site.yml; None for an address. Raises PublishError for any other text."""
    from generator.publishing.target_url import is_address

    named = next((place for place in record.targets if place.name == target), None)
    if named is not None or is_address(target):
        return named
    names = [place.name for place in record.targets if place.name]
    raise PublishError(
        f"site.yml không có nơi đăng “{target}” (có: {', '.join(names) or 'chưa có nơi nào'}).",
        suggest(target, names)
        or "Thêm vào noi_dang, hoặc viết thẳng địa chỉ (/thư/mục, ./thư-mục, ssh://…, sftp://…).",
        wrong_call=True,
    )


def _address(target: str, named: PublishingPlace | None) -> str:
    from generator.publishing.target_url import is_address

    address = expanded((named.address or "") if named else target)
    if not is_address(address):
        raise PublishError(
            f"Nơi đăng “{target}” chưa có dia_chi.", "Thêm dia_chi vào noi_dang trong site.yml.", wrong_call=True
        )
    return address


def _key_of(option: Path | None, named: PublishingPlace | None) -> Path | None:
    """The file of the signing key: that of the command line, else that of the target."""
    stated = option or (Path(named.key) if named and named.key else None)
    if stated is None:
        return None
    key = Path(expanded(str(stated)))
    if not key.is_file():  # fail before the build, not after
        raise PublishError(
            f"Không có tệp khóa ký “{key}”.", "Xem lại --key, hoặc khoa_ky trong site.yml.", wrong_call=True
        )
    return key


def _require_signature(key: Path | None, signers: Signers) -> None:
    """Fail before the build if the release will not have a signature that the site accepts."""
    if signers.people and not key:
        raise PublishError(
            "site.yml có nêu người ký (nguoi_ky) nên mọi bản phải có chữ ký của một người trong đó.",
            "Thêm --key TỆP (khóa của người ký), hoặc khoa_ky cho nơi đăng; máy tự động không ký thay người được.",
            wrong_call=True,
        )
    if not key or not signers:
        return
    trial = b"tthc"
    why = objection(trial, sign(trial, key), signers)
    if why:
        raise PublishError(
            f"Không ký được bằng khóa {key}: {why.rstrip('.')}.",
            "Dùng khóa của một người trong nguoi_ky (hoặc khoa_may, khi không nêu người ký) của site.yml.",
            wrong_call=True,
        )


def settings_of(target: ResolvedTarget) -> Settings:
    """The settings for publishing and rolling back."""
    return Settings(
        target.keep, target.key, notify=tell, ledger=target.ledger, signers=target.signers, reason=target.reason
    )


def ledger_file(content: Path, record: Site, address: str) -> Path:
    """Default path of the ledger of a target: beside the content, so that it is committed to git with it. A target has
    one ledger, whether it is called by name or address."""
    shown, place = address if "://" in address else os.path.abspath(address), _place(address)
    name = next((one.name for one in record.targets if one.name and _place(expanded(one.address or "")) == place), "")
    return content.absolute().parent / RECORDS / ledger_name(name or shown)


def expanded(path: str) -> str:
    """`path` with the home folder for `~`, as shells write it; settings are read by no shell."""
    return os.path.expanduser(path) if path.startswith("~") else path


def _place(address: str) -> str:
    return address if "://" in address else os.path.realpath(address)


def signers_of(record: Site) -> Signers:
    """Who may sign, according to site.yml."""
    return Signers(
        tuple((signer.name or "", signer.key) for signer in record.signers if signer.key),
        tuple((place.name or "", place.machine_key) for place in record.targets if place.machine_key),
    )


def reason_of(option: str) -> str:
    """The reason for continuing, as one line. Raises PublishError when it is too short or too long."""
    reason = " ".join(option.split())
    if option and not 5 <= len(reason) <= 300:
        raise PublishError("Lý do của --accept-host phải là một câu, dài không quá 300 chữ cái.", wrong_call=True)
    return printable(reason)


def tell(text: str, error: bool = False) -> None:
    """Print text that may come from a host: only printable characters reach the terminal."""
    for line in text.split("\n"):
        print(printable(line, 4000), file=sys.stderr if error else sys.stdout, flush=True)


def _tell_some(lines: Sequence[str], noun: str) -> None:
    """The first of `lines`, and how many more there are."""
    for line in lines[:MAX_SHOWN]:
        tell(f"  {line}", error=True)
    if len(lines) > MAX_SHOWN:
        tell(f"  … và {len(lines) - MAX_SHOWN} {noun} nữa", error=True)


def tell_of(outcome: PublishResult, ledger: Path) -> None:
    """Report identifiers that no longer resolve, earlier damage on the target, and that our ledger has grown."""
    if outcome.reason:
        tell(f"Máy chủ không khớp sổ đăng; vẫn đăng vì: {outcome.reason}", error=True)
    if outcome.unanswered:
        tell(
            f"CẢNH BÁO: {len(outcome.unanswered)} tên cố định của bản trước nay không dẫn tới đâu; người đang dùng "
            "dữ liệu sẽ gặp trang lỗi. Ghi từng bản ghi đã gỡ vào content/removed.yml (bộ dữ liệu, mã, ngày, lý do) "
            "rồi đăng lại:",
            error=True,
        )
        _tell_some(outcome.unanswered, "tên")
    if outcome.damaged:
        tell(
            f"CẢNH BÁO: bản đang công khai trước đó không còn đúng như đã đăng ({len(outcome.damaged)} chỗ), "
            "nay đã thay bằng bản mới. Xem lại ai vào được máy chủ:",
            error=True,
        )
        _tell_some(outcome.damaged, "chỗ")
    tell(f"Sổ đăng: {ledger} (commit vào git, hoặc lưu lại, để lần sau và máy khác biết đã đăng gì).")


@contextmanager
def workspace() -> Iterator[Path]:
    """A temporary folder of this process; removes those of dead processes."""
    WORKSPACE.mkdir(parents=True, exist_ok=True)
    for old in WORKSPACE.iterdir():
        if old.name.isdigit() and not old.is_symlink() and not Path("/proc", old.name).exists():
            shutil.rmtree(old, ignore_errors=True)
    folder = (WORKSPACE / str(os.getpid())).absolute()
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def git_source(content: Path) -> str:
    """The commit of the content, with + when files differ from it. Empty, after a message, when git fails."""
    try:
        commit = git.ask(content, "rev-parse", "--verify", "HEAD").decode().strip()
        return commit + ("+" if git.ask(content, "status", "--porcelain", "--", ".").strip() else "")
    except git.GitError as why:
        print(f"tthc publish: bản đăng sẽ không ghi nó từ phiên bản git nào ra: {why}.", file=sys.stderr)
        return ""
