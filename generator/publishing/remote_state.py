"""The state of a target, compared with the ledger. Nothing that differs from the ledger is built upon."""

from __future__ import annotations

from dataclasses import dataclass, field

from generator.publishing import release_log
from generator.publishing.error import PublishError
from generator.publishing.ledger import Ledger
from generator.publishing.manifest import Manifest, digest
from generator.publishing.release_paths import MANIFEST, RELEASE_ID, RELEASE_LIST, SIGNATURE, UNSERVED
from generator.publishing.sign import Signers, objection
from generator.publishing.target import CURRENT, RELEASES, PublishTarget
from generator.publishing.untrusted import printable, release_number

HOW_TO_GO_ON = (
    "Xem kỹ trang đang công khai và ai vào được máy chủ. Nếu máy khác đã đăng, lấy sổ đăng mới nhất "
    "(git pull, kho của CI) rồi "
    'chạy lại. Nếu vẫn phải đăng tiếp, thêm --accept-host "lý do": lý do được ghi vào danh sách công khai.'
)
MAX_RELEASES = 100_000  # a larger number from a host is not credible


@dataclass(slots=True)
class RemoteState:
    """active: where `current` points, according to the target; manifest: of the last release, as we published it, None
    for none or when no copy is left; listed: the log to continue; number: of the last release; damaged: files that
    differ from what we published; reason: why to publish although the target did not match the ledger; adopted: the log
    is the host's."""

    active: str | None = None
    manifest: Manifest | None = None
    listed: bytes = b""
    number: int = 0
    damaged: list[str] = field(default_factory=list)
    unswitched: str = ""
    reason: str = ""
    adopted: bool = False

    @property
    def folder(self) -> str | None:
        """The last release's folder on the target."""
        return f"{RELEASES}/{self.manifest.id}" if self.manifest else None


def read_remote_state(target: PublishTarget, ledger: Ledger, signers: Signers, reason: str = "") -> RemoteState:
    """Read the target's state. Raises PublishError when it does not match the ledger, unless `reason` is set: then the
    log continues from the ledger or, without one, from the host's log; nothing else of the host is used."""
    active = target.active()
    if active is None and not ledger.list and (ledger.pending or not releases(target)):
        return RemoteState(unswitched=ledger.unswitched)
    listed, data, signature = (
        (target.read(f"{CURRENT}/{name}") or b"" if active is not None else b"")
        for name in (RELEASE_LIST, MANIFEST, SIGNATURE)
    )
    if ledger.pending and listed == ledger.pending:
        ledger.commit()  # a run was interrupted after activation
    elif ledger.list and _continued_by_others(ledger, listed, data, signature, signers):
        ledger.take(listed, data, signature)  # another machine of ours published and signed
    wrong = _disagreement(target, ledger, active, listed) or _unsigned(target, signers, data, signature)
    if wrong and not reason:
        raise PublishError(wrong, HOW_TO_GO_ON)
    if wrong:
        return _gone_on(target, ledger, active, listed, reason)
    manifest = ledger.manifest()
    if manifest is None and digest(data) == ledger.last.manifest:
        manifest = Manifest.from_bytes(data)
    now = RemoteState(active, manifest, ledger.list, ledger.last.number, unswitched=ledger.unswitched)
    now.damaged = damage(target, now, ledger.signature if ledger.manifest_bytes else None)
    return now


def damage(target: PublishTarget, now: RemoteState, signature: bytes | None) -> list[str]:
    """Public files that differ from what we published: a line per file. signature: ours, None when it is not known."""
    if now.manifest is None:
        return [f"{MANIFEST}: đã bị sửa, và máy này không còn bản của nó"]
    expected = now.manifest.files | {
        MANIFEST: digest(now.manifest.to_bytes()),
        RELEASE_LIST: digest(now.listed),
        RELEASE_ID: digest(f"{now.manifest.id}\n".encode()),
    }
    if signature:
        expected[SIGNATURE] = digest(signature)
    differences = unequal(expected, target.hashes(CURRENT), {SIGNATURE} if signature is None else set())
    listed = ((folder, name) for folder in ("", f"{RELEASES}/") for name in target.listdir(folder or "."))
    above = [f"{folder}{name}" for folder, name in listed if name in UNSERVED]
    return differences + [f"{name}: nằm ngoài bản đã đăng nhưng máy chủ web có thể nghe theo" for name in above]


def unequal(expected: dict[str, str], stored: dict[str, str], may_be: set[str]) -> list[str]:
    """A line per file of `stored` that differs from `expected` (path → SHA-256). may_be: extra files allowed."""
    return (
        [f"{path}: thiếu" for path in sorted(set(expected) - set(stored))]
        + [
            f"{path}: nội dung khác bản đã đăng"
            for path in sorted(expected)
            if stored.get(path, expected[path]) != expected[path]
        ]
        + [f"{path}: không có trong danh mục" for path in sorted(set(stored) - set(expected) - may_be)]
    )


def release_manifest(target: PublishTarget, now: RemoteState, name: str, signers: Signers) -> Manifest:
    """The manifest of an earlier release, if it has the hash in the ledger. Raises PublishError when it is missing or
    was changed, or when the ledger entry itself was taken from the host."""
    entries = release_log.parse_log(now.listed)
    places = [at for at, line in enumerate(entries) if line.id == name]
    if not places:
        raise PublishError(f"Sổ đăng không có bản {name}.", "Quay lại một bản có trong sổ.")
    data = target.read(f"{RELEASES}/{name}/{MANIFEST}")
    if data is None or digest(data) != entries[places[-1]].manifest:
        raise PublishError(
            f"Bản {name} ở {target.label} đã hỏng hoặc bị sửa: danh mục tệp của nó khác sổ đăng.",
            "Trang đang công khai vẫn như cũ; quay lại một bản khác, hoặc dựng lại bản ấy từ git rồi đăng.",
        )
    hearsay = now.adopted or any(line.adopted for line in entries[places[-1] + 1 :])
    if hearsay:  # the log up to there came from the host: only a signature makes it trustworthy
        signature = target.read(f"{RELEASES}/{name}/{SIGNATURE}") or b""
        if not signers or objection(data, signature, signers):
            raise PublishError(
                f"Bản {name} có từ trước khi bắt đầu giữ sổ đăng: không biết máy chủ có sửa nó không.",
                "Dựng lại bản ấy từ git rồi đăng.",
            )
    return Manifest.from_bytes(data)


def releases(target: PublishTarget) -> list[str]:
    """Ids of the complete releases on the target, by number. Folders without a valid id are ignored."""
    return sorted((name for name in target.listdir(RELEASES) if release_number(name) is not None), key=_number)


def _number(name: str) -> int:
    return release_number(name) or 0


def _continued_by_others(ledger: Ledger, listed: bytes, data: bytes, signature: bytes, signers: Signers) -> bool:
    """True when the host's log continues ours and is covered by the signature of somebody named in site.yml."""
    if not signers or len(listed) <= len(ledger.list) or not listed.startswith(ledger.list):
        return False
    if objection(data, signature, signers):
        return False
    try:
        return release_log.verify_tail(listed, Manifest.from_bytes(data))
    except PublishError:
        return False


def _unsigned(target: PublishTarget, signers: Signers, data: bytes, signature: bytes) -> str:
    why = objection(data, signature, signers)
    return f"Bản đang công khai ở {target.label} không dùng làm nền được: {why.rstrip('.')}." if why else ""


def _disagreement(target: PublishTarget, ledger: Ledger, active: str | None, listed: bytes) -> str:
    """How the target differs from the ledger, empty when it does not."""
    if not ledger.list:
        return (
            f"{target.label} đã có bản công bố mà máy này không có sổ đăng ({ledger.file}): "
            "không biết những gì ở đó có phải do mình đăng không."
        )
    ours, theirs = (data.splitlines(keepends=True) for data in (ledger.list, listed))
    last = ledger.last.id
    if active is None:
        return f"{target.label} không còn bản nào công khai, mà sổ đăng ghi bản cuối là {last}."
    if theirs and len(theirs) < len(ours) and ours[: len(theirs)] == theirs:
        back = release_log.parse_log(listed)[-1].id
        return (
            f"{target.label} đang công khai bản cũ {back}, mà sổ đăng ghi bản cuối là {last}: có ai đã đổi “current”."
        )
    if theirs != ours:
        at = next((at for at, row in enumerate(ours) if theirs[at : at + 1] != [row]), len(ours))
        got = printable(theirs[at].decode("utf-8", "replace").strip(), 90) if at < len(theirs) else "không có"
        return (
            f"Danh sách bản công bố ở {target.label} không khớp với sổ đăng {ledger.file} từ dòng {at + 1}; "
            f"dòng ấy trên máy chủ: {got}."
        )
    if active != f"{RELEASES}/{last}":
        return (
            f"“current” ở {target.label} dẫn tới {printable(active, 100)}, không phải {RELEASES}/{last} mà sổ đăng ghi."
        )
    return ""


def _gone_on(target: PublishTarget, ledger: Ledger, active: str | None, listed: bytes, reason: str) -> RemoteState:
    """The state to publish from, although the target does not match the ledger."""
    adopted = not ledger.list
    log = ledger.list
    if adopted:
        try:
            log = listed if all(line.number < MAX_RELEASES for line in release_log.parse_log(listed)) else b""
        except PublishError:
            log = b""
    number = release_log.parse_log(log)[-1].number if log else 0
    number = max(
        [number, *(at for at in map(_number, releases(target)) if at < number + MAX_RELEASES)]
    )  # no duplicate ids
    manifest = None if adopted else ledger.manifest()
    return RemoteState(active, manifest, log, number, [], ledger.unswitched, reason, adopted and bool(log))
