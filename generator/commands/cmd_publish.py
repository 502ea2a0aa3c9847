"""`tthc publish TARGET`: check, build, audit, upload, verify, activate, check the public address."""

from __future__ import annotations

import argparse
import datetime as dt
import sys
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from generator.commands._shared.content import (
    add_content,
    check_content,
    config_file,
    published,
    read_content,
    report_missing_folder,
)
from generator.commands._shared.publishing import (
    COMPRESSED,
    add_target,
    git_source,
    resolve_target,
    settings_of,
    site_record,
    tell,
    tell_of,
    workspace,
)
from generator.io.causes import cause_of

if TYPE_CHECKING:
    from generator.commands._shared.publishing import ResolvedTarget
    from generator.loading.diff.snapshot import Snapshot
    from generator.publishing.prepare import PreparedRelease
    from generator.publishing.release import Settings
    from generator.publishing.target import PublishTarget

NAME = "publish"
HELP = "kiểm tra, dựng, đăng trang: hoặc đăng trọn, hoặc không đổi gì"


def arguments(parser: argparse.ArgumentParser) -> None:
    add_target(parser)
    add_content(parser)
    parser.add_argument("--site", type=Path, metavar="THƯ_MỤC", help="đăng trang đã dựng ở đây, thay vì dựng mới")
    parser.add_argument("--check-only", action="store_true", help="chỉ kiểm tra, dựng, rà trang; không gửi gì đi")
    parser.add_argument(
        "--rebuild-frozen", action="store_true", help="dựng lại cả các bản đóng băng (mặc định: giữ nguyên như đã đăng)"
    )


def run(args: argparse.Namespace) -> int:
    from generator.publishing.error import PublishError

    if report_missing_folder(args.content) or (args.site and report_missing_folder(args.site)):
        return 2
    try:
        return _publish(args)
    except PublishError as refused:
        tell(f"tthc publish: {refused}", error=True)
        return 2 if refused.wrong_call else 1
    except OSError as error:  # this machine's own disk: full, or not writable
        print(
            f"tthc publish: không đọc, ghi được {error.filename or 'tệp'}: {cause_of(error)}. "
            "Xem ổ đĩa của máy này rồi chạy lại.",
            file=sys.stderr,
        )
        return 1


def _publish(args: argparse.Namespace) -> int:
    from generator.publishing.ledger import Ledger
    from generator.publishing.target_url import target_from_url
    from generator.publishing.targets.local import LocalTarget

    target = resolve_target(args, site_record(args.content))
    Ledger(target.ledger, settle=False)  # one that cannot be read stops before anything is built or sent
    place = target_from_url(target.address, args.ssh_config)  # a wrong address fails before the build, not after
    if isinstance(place, LocalTarget) and not args.check_only:  # so does a folder that cannot take releases
        place.check([args.content, *([args.site] if args.site else [])])
    with closing(place), workspace() as work:
        frozen = frozen_there(args, place)
        return _released(args, target, place, _prepared(args, work, target.public, frozen))


def _released(
    args: argparse.Namespace, target: ResolvedTarget, place: PublishTarget, prepared: PreparedRelease | None
) -> int:
    from generator.publishing.release import publish

    if prepared is None:
        print("Chưa đăng gì: sửa các lỗi trên rồi chạy lại.", file=sys.stderr)
        return 1
    if args.check_only:
        print(f"Sẵn sàng: {len(prepared.files)} tệp. Chưa gửi gì đi.")
        return 0
    settings = settings_of(target)
    outcome = publish(place, prepared, settings)
    if not outcome.changed:
        tell(f"Không có gì mới: bản {outcome.manifest.id} đang công khai đã đúng như vậy.")
    else:
        tell(f"Đã chuyển sang bản {outcome.manifest.id}.")
        tell(outcome.note)
        tell_of(outcome, target.ledger)
    if not target.public:
        print(
            "Chưa so với trang công khai vì nơi đăng này chưa có địa chỉ "
            "(thêm --url, hoặc dia_chi_trang của nó trong noi_dang)."
        )
        return 0
    # a run interrupted after activation never checked: an unchanged release is checked too, but not rolled back
    return _look(
        target.public, outcome.manifest.files, place, settings, outcome.changed and outcome.manifest.number > 1
    )


def frozen_there(args: argparse.Namespace, place: PublishTarget) -> frozenset[dt.date]:
    """The days of the frozen editions that the target already has: they are carried over, not built again."""
    from generator.publishing.target import CURRENT

    stated = {one.day for one in site_record(args.content).editions if one.frozen and one.day}
    if not stated or args.rebuild_frozen or args.as_of or args.check_only:  # CI cannot log in to the host
        return frozenset()
    there = set(place.listdir(f"{CURRENT}/ban"))
    return frozenset(day for day in stated if str(day) in there)


def _prepared(args: argparse.Namespace, work: Path, public: str, frozen: frozenset[dt.date]) -> PreparedRelease | None:
    """Check, build, audit, assemble the release; None, after messages, when something is wrong."""
    from urllib.parse import urlsplit

    from generator.audit.quality import quality, with_quality
    from generator.audit.run import audit
    from generator.audit.site import BuiltSite
    from generator.build.pool import parallel_map
    from generator.catalogue.edition import edition_folders
    from generator.checks._engine.withholding import verdict, without
    from generator.loading.diff.snapshot import snapshot, to_bytes, versions
    from generator.problem import ERROR
    from generator.publishing.prepare import PreparedRelease, prepare
    from generator.publishing.release_paths import QUALITY, QUALITY_PAGE, SNAPSHOT
    from generator.publishing.webservers.policy import ServerPolicy
    from generator.reporting.text import render
    from generator.reporting.withheld import refusal
    from generator.schema.site import frozen_folder

    store = read_content(args.content)
    judged = verdict(store, check_content(store, *published(store, args.as_of)))
    if not judged.publishable:
        print(refusal(judged, "Nội dung có lỗi nên không đăng."), file=sys.stderr)
        return None
    site = args.site or _built(args, work / "site", frozen)
    if site is None:
        return None
    found = audit(site.resolve(), parallel_map)
    errors = [problem for problem in found if problem.severity == ERROR]
    if errors:
        print(render(errors), file=sys.stderr)
        return None
    now = snapshot(without(store, [], judged.faults)[0], args.as_of)
    record = site_record(args.content)
    base = "/" + urlsplit(public or record.url or "").path.strip("/") + "/"
    kept = {frozen_folder(day) for day in frozen}
    folders = tuple(one for one in edition_folders(record) if one in kept or (site / one / "404.html").is_file())
    host = ServerPolicy(base.replace("//", "/"), embedders=tuple(record.embedders), editions=folders)
    documents = {SNAPSHOT: to_bytes(now), QUALITY: quality(BuiltSite(site), found)}
    if (site / QUALITY_PAGE).is_file():
        documents[QUALITY_PAGE] = with_quality((site / QUALITY_PAGE).read_text("utf-8"), documents[QUALITY]).encode()
    files = prepare(site, work / "release", documents, COMPRESSED, host)
    carried = tuple(frozen_folder(day) for day in sorted(frozen) if not (site / frozen_folder(day)).is_dir())
    return PreparedRelease(
        work / "release",
        files,
        versions(now),
        record.url or "",
        git_source(args.content),
        lambda before: _described(before, now),
        carried,
    )


def _built(args: argparse.Namespace, site: Path, frozen: frozenset[dt.date]) -> Path | None:
    """The site, built into `site`; None, after messages, when that failed."""
    from generator.commands._shared.build_site import build
    from generator.commands._shared.build_steps import BuildOptions

    options = BuildOptions(args.content, site, args.as_of, True, config_file(), carried=frozen)
    return None if build(options) else site


def _described(before: bytes | None, now: Snapshot) -> str:
    """What changed since the release that wrote the snapshot `before`, in Markdown."""
    from generator.loading.diff.compare import compare
    from generator.loading.diff.render import render
    from generator.loading.diff.snapshot import from_bytes

    try:
        old = from_bytes(before) if before else None
    except ValueError:
        old = None
    if old == {}:  # written while content with versions was published without its records
        return "Không nêu được điều gì thay đổi: bản trước không ghi lại hồ sơ.\n"
    return render(compare(old, now), "markdown") + "\n" if old is not None else "Bản công bố đầu tiên.\n"


def _look(address: str, files: dict[str, str], place: PublishTarget, settings: Settings, can_return: bool) -> int:
    """Fetch everything as a reader would. Wrong content causes a rollback; no response at all is only reported."""
    from generator.publishing.http_check import Unreachable, compare
    from generator.publishing.rollback import rollback

    try:
        result = compare(address, files)
    except Unreachable as unreachable:
        tell(
            f"tthc publish: {unreachable} Bản mới đã được chuyển; khi có mạng, chạy: tthc verify {address}", error=True
        )
        return 1
    if not result.wrong:
        tell(f"Đã mở lại {address}: mọi trang đúng như bản đăng ({result.forms}/{result.all_forms} dạng đã xem).")
        return 0
    more = f" … và {len(result.wrong) - 10} chỗ nữa" if len(result.wrong) > 10 else ""
    tell("tthc publish: trang công khai không giống bản đăng:", error=True)
    for line in result.wrong[:10]:
        tell(f"  {line}", error=True)
    if more:
        tell(more, error=True)
    if can_return:
        tell(f"Đã quay lại bản trước ({rollback(place, settings).manifest.id}).", error=True)
    return 1
