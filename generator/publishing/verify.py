"""Verifies that a folder, or what a web address delivers, is exactly what was published."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from generator.progress import ProgressCallback, no_progress
from generator.publishing import release_log
from generator.publishing.error import PublishError
from generator.publishing.http_check import SiteComparison, compare
from generator.publishing.http_client import HttpClient
from generator.publishing.ledger import FALLBACK, Ledger, ledger_name
from generator.publishing.manifest import Manifest, digest
from generator.publishing.release_paths import MANIFEST, RELEASE_ID, RELEASE_LIST, SIGNATURE, UNSERVED
from generator.publishing.remote_state import unequal
from generator.publishing.sign import Signed, Signers, objection, signer
from generator.publishing.target import CURRENT, MAX_READ, RELEASES
from generator.publishing.targets.local import file_hashes, read_small
from generator.publishing.untrusted import printable, time_text

Allowed = Path | Signers | None


@dataclass(slots=True)
class Proof:
    """Result of a verification. wrong: a line per difference, empty when all is as published; signed_by: empty without
    a signature; by_machine: not a person's signature; seen: how much was fetched, None for a folder, which is read
    completely; recorded: True when it is the last release in our ledger."""

    manifest: Manifest
    wrong: list[str] = field(default_factory=list)
    signed_by: str = ""
    by_machine: bool = False
    releases: list[release_log.ReleaseLogEntry] = field(default_factory=list)
    fetched: SiteComparison | None = None
    recorded: bool = False

    @property
    def time(self) -> str:
        return time_text(self.manifest.time)


def verify_folder(folder: Path, allowed: Allowed = None, ledger: Path | None = None) -> Proof:
    """Verify a release folder, or the active release of a target's root. allowed: who may have signed; ledger: the file
    of our own record of the target."""
    file = ledger or FALLBACK / ledger_name(str(folder.absolute()))
    above: list[str] = []
    if (folder / CURRENT).is_symlink():
        above = [name for name in (*UNSERVED, *(f"{RELEASES}/{name}" for name in UNSERVED)) if (folder / name).exists()]
        folder = folder / CURRENT
    folder = folder.resolve()
    documents = {name: _small(folder / name) for name in (MANIFEST, SIGNATURE, RELEASE_LIST)}
    proof = _documents(documents, str(folder), allowed, file)
    control = {
        name: digest(data)
        for name, data in documents.items()
        if data is not None and name != SIGNATURE  # the signature was verified above
    }
    wanted = proof.manifest.files | control | {RELEASE_ID: digest(f"{proof.manifest.id}\n".encode())}
    proof.wrong += unequal(wanted, file_hashes(folder), set() if documents[SIGNATURE] is None else {SIGNATURE})
    proof.wrong += [f"{name}: nằm ngoài bản đã đăng nhưng máy chủ web có thể nghe theo" for name in above]
    return proof


def verify_address(
    base: str,
    allowed: Allowed = None,
    on_progress: ProgressCallback = no_progress,
    everything: bool = False,
    ledger: Path | None = None,
) -> Proof:
    """Fetch every file of the release from `base` and compare it: plain, and a sample or all of the encoded variants
    that browsers request. on_progress gets the number of responses."""
    client = HttpClient(base)

    def read(name: str) -> bytes | None:
        status, data, _ = client.get(name)
        return data if status == 200 and len(data) <= MAX_READ else None

    documents = {name: read(name) for name in (MANIFEST, SIGNATURE, RELEASE_LIST)}
    proof = _documents(documents, base, allowed, ledger)
    client.close()
    control = {name: digest(data) for name, data in documents.items() if data is not None}
    control[RELEASE_ID] = digest(f"{proof.manifest.id}\n".encode())
    proof.fetched = compare(base, proof.manifest.files | control, everything, on_progress)
    proof.wrong += proof.fetched.wrong
    return proof


def _small(file: Path) -> bytes | None:
    data = read_small(file)
    if data is not None and len(data) > MAX_READ:
        raise PublishError(f"{file} lớn quá: không phải tệp do công cụ này ghi.")
    return data


def _documents(documents: dict[str, bytes | None], label: str, allowed: Allowed, ledger: Path | None) -> Proof:
    """Parse the release metadata and compare it with the ledger and the signers. Raises PublishError."""
    manifest, signature, listed = documents[MANIFEST], documents[SIGNATURE], documents[RELEASE_LIST] or b""
    if manifest is None:
        raise PublishError(
            f"{label} không có {MANIFEST}.", "Chỉ kiểm được trang do “tthc publish” đăng.", wrong_call=True
        )
    proof = Proof(Manifest.from_bytes(manifest))
    proof.releases = release_log.parse_log(listed)
    if not release_log.verify_tail(listed, proof.manifest) or proof.manifest.to_bytes() != manifest:
        proof.wrong.append(f"{RELEASE_LIST}: không khớp với danh mục của bản này")
    if signature is not None:
        signed: Signed = signer(manifest, signature, allowed)
        proof.signed_by, proof.by_machine = str(signed), signed.machine
    if isinstance(allowed, Signers):
        why = objection(manifest, signature or b"", allowed)
        proof.wrong += [why] if why else []
    elif allowed and signature is None:
        proof.wrong.append("chưa được ký")
    _against(proof, listed, ledger)
    return proof


def _against(proof: Proof, listed: bytes, file: Path | None) -> None:
    """Record whether this is the last release in our ledger."""
    if file is None or not file.is_file():
        return
    ledger = Ledger(file, settle=False)
    if listed in (ledger.list, ledger.pending):
        proof.recorded = True
        return
    last = ledger.last.id if ledger.list else "không có"
    if ledger.list.startswith(listed):
        proof.wrong.append(f"đang công khai bản cũ {proof.manifest.id}: sổ đăng {file} ghi bản cuối là {last}")
    elif listed.startswith(ledger.list):
        proof.wrong.append(
            f"{RELEASE_LIST}: có bản không có trong sổ đăng {file} (lấy sổ mới nhất, hoặc không phải do mình đăng)"
        )
    else:
        proof.wrong.append(
            f"{RELEASE_LIST}: {printable(f'không nối tiếp sổ đăng {file}, bản cuối trong sổ là {last}')}"
        )
