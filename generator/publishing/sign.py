"""Signatures with SSH keys: `ssh-keygen -Y`, so that officers sign with the key they already have.

Two kinds of keys are distinguished. A person's signature says that this officer answers for the release. The key of a
machine that publishes automatically only says that the release went through that machine: whoever obtains it can sign.
"""

from __future__ import annotations

import os
import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path

from generator.publishing.error import PublishError

NAMESPACE = "tthc"  # signatures made for another purpose are invalid here


@dataclass(frozen=True, slots=True)
class Signers:
    """Who may sign, according to site.yml: (name, public key) of people and of machines that publish automatically."""

    people: tuple[tuple[str, str], ...] = ()
    machines: tuple[tuple[str, str], ...] = ()

    def __bool__(self) -> bool:
        return bool(self.people or self.machines)

    def allowed(self) -> bytes:
        """ssh-keygen's allowed-signers file, with numbers for names."""
        rows = [f"nguoi-{at} {_plain(key)}" for at, (_, key) in enumerate(self.people)]
        rows += [f"may-{at} {_plain(key)}" for at, (_, key) in enumerate(self.machines)]
        return "".join(f"{row}\n" for row in rows).encode()


@dataclass(frozen=True, slots=True)
class Signed:
    """Who signed. name: empty for an unlisted key, of which only the fingerprint is known."""

    name: str = ""
    fingerprint: str = ""
    machine: bool = False

    def __str__(self) -> str:
        if self.machine:
            return f"máy đăng “{self.name}” (không phải chữ ký của người)"
        return self.name or self.fingerprint


def sign(data: bytes, key: Path) -> bytes:
    """The signature of `data` by an SSH private key (or a public one whose private half an agent holds)."""
    if not key.is_file():
        raise PublishError(f"Không có tệp khóa ký “{key}”.", wrong_call=True)
    return _run(["sign", "-q", "-f", str(key), "-n", NAMESPACE], data, "Không ký được").stdout


def signer(data: bytes, signature: bytes, allowed: Path | Signers | None) -> Signed:
    """Who signed. allowed: an allowed-signers file (ssh-keygen's format), or those of site.yml; without it only the
    key's fingerprint is known. Raises PublishError for an invalid signature or an unlisted signer."""
    with tempfile.TemporaryDirectory(prefix="tthc-sign-") as folder:
        file, listed = Path(folder) / "sig", Path(folder) / "allowed"
        file.write_bytes(signature)
        if not allowed:
            done = _run(["check-novalidate", "-n", NAMESPACE, "-s", str(file)], data, "Chữ ký không khớp")
            return Signed(fingerprint=done.stdout.decode("utf-8", "replace").strip().rpartition(" key ")[2])
        if isinstance(allowed, Path):
            if not allowed.is_file():
                raise PublishError(f"Không có tệp “{allowed}”.", wrong_call=True)
            listed.write_bytes(allowed.read_bytes())
        else:
            listed.write_bytes(allowed.allowed())
        found = _run(
            ["find-principals", "-s", str(file), "-f", str(listed)], b"", "Chữ ký không phải của người được phép ký"
        )
        name = (found.stdout.decode("utf-8", "replace").strip().splitlines() or [""])[0]
        _run(["verify", "-n", NAMESPACE, "-I", name, "-s", str(file), "-f", str(listed)], data, "Chữ ký không khớp")
    if isinstance(allowed, Path):
        return Signed(name)
    kind, _, at = name.partition("-")
    return Signed((allowed.people if kind == "nguoi" else allowed.machines)[int(at)][0], machine=kind == "may")


def objection(data: bytes, signature: bytes, signers: Signers) -> str:
    """Why the signature is not sufficient, empty when it is: if site.yml names people, one of them must have signed; if
    it names publishing machines only, one of those."""
    if not signers:
        return ""
    if not signature:
        return "chưa được ký"
    try:
        signed = signer(data, signature, signers)
    except PublishError as refused:
        return str(refused)
    return "chỉ có chữ ký của máy đăng, chưa có chữ ký của người ký" if signed.machine and signers.people else ""


def _plain(key: str) -> str:
    """A public key's type and data, without its comment."""
    return " ".join(key.split()[:2])


def _run(words: list[str], data: bytes, wrong: str) -> subprocess.CompletedProcess[bytes]:
    try:
        done = subprocess.run(
            ["ssh-keygen", "-Y", *words],
            input=data,
            capture_output=True,
            check=False,
            env=os.environ | {"LC_ALL": "C", "SSH_ASKPASS_REQUIRE": "never"},
        )
    except FileNotFoundError:
        raise PublishError("Máy này chưa có ssh-keygen.", "Cài gói openssh-client.", wrong_call=True) from None
    if done.returncode:
        lines = done.stderr.decode("utf-8", "replace").strip().splitlines()
        raise PublishError(f"{wrong}: {lines[-1] if lines else 'ssh-keygen từ chối'}.")
    return done
