"""Signatures with SSH keys: `ssh-keygen -Y`, so that officers sign with the key they already have."""

from __future__ import annotations

import os
import subprocess
import tempfile
from pathlib import Path

from generator.publishing.error import PublishError

NAMESPACE = "tthc"  # a signature made for another purpose does not count here


def sign(data: bytes, key: Path) -> bytes:
    """The signature of `data` by an SSH private key (or a public one whose private half an agent holds)."""
    if not key.is_file():
        raise PublishError(f"Không có tệp khóa ký “{key}”.", wrong_call=True)
    return _run(["sign", "-q", "-f", str(key), "-n", NAMESPACE], data, "Không ký được").stdout


def signer(data: bytes, signature: bytes, allowed: Path | None) -> str:
    """Who signed. allowed: a file of allowed signers (ssh-keygen's form); without it the key's fingerprint is all that can
    be told. Raises PublishError when the signature does not fit, or is by nobody on the list."""
    with tempfile.TemporaryDirectory(prefix="tthc-sign-") as folder:
        file = Path(folder) / "sig"
        file.write_bytes(signature)
        if allowed is None:
            done = _run(["check-novalidate", "-n", NAMESPACE, "-s", str(file)], data, "Chữ ký không khớp")
            return done.stdout.decode("utf-8", "replace").strip().rpartition(" key ")[2]
        if not allowed.is_file():
            raise PublishError(f"Không có tệp “{allowed}”.", wrong_call=True)
        found = _run(
            ["find-principals", "-s", str(file), "-f", str(allowed)], b"", "Chữ ký không phải của người được phép ký"
        )
        name = found.stdout.decode().strip().splitlines()[0]
        _run(["verify", "-n", NAMESPACE, "-I", name, "-s", str(file), "-f", str(allowed)], data, "Chữ ký không khớp")
        return name


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
        said = done.stderr.decode("utf-8", "replace").strip().splitlines()
        raise PublishError(f"{wrong}: {said[-1] if said else 'ssh-keygen từ chối'}.")
    return done
