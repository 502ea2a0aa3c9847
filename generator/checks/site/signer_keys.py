"""Khóa của người ký, của máy đăng không dùng được.

`tthc publish` và `tthc verify` đối chiếu chữ ký với những khóa này: khóa chép thiếu thì mọi bản đăng đều bị coi là
không ký. Khóa phải là cả dòng của tệp `.pub` (ssh-ed25519, ecdsa-sha2-…, sk-… hoặc ssh-rsa), mỗi người một khóa. Khóa
riêng không bao giờ được nằm ở đây; `khoa_ky` là đường dẫn tới tệp của nó trên máy người đăng. Khóa của máy đăng tự
động (`khoa_may`) không được là khóa của người: ai vào được máy ấy sẽ ký thay người.

Sai: `khoa: ~/.ssh/id_ed25519.pub`
Đúng: `khoa: ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIDLnW2Gs5kBtNBAUVA1rkvMJIeAB8kxwBaEbKcRzv1H0`
"""

import base64
import binascii
import re
from collections.abc import Iterator

from generator.checks._engine.context import ValidationContext
from generator.checks._engine.rule import Finding
from generator.loading.entry import Entry
from generator.problem import ERROR

ID = "TT-175"
SEVERITY = ERROR
KINDS = ("site",)
KIND = re.compile(
    r"ssh-ed25519|ssh-rsa|ecdsa-sha2-nistp(256|384|521)|sk-(ssh-ed25519|ecdsa-sha2-nistp256)@openssh\.com"
)
HINT = "Chép cả dòng trong tệp .pub, bắt đầu bằng ssh-ed25519 hoặc tương tự."


def check(entry: Entry, context: ValidationContext) -> Iterator[Finding]:
    """Every key is valid, public and assigned to one person or machine."""
    site = entry.record
    people = [(("nguoi_ky", at, "khoa"), signer.key) for at, signer in enumerate(site.signers)]
    machines = [(("noi_dang", at, "khoa_may"), place.machine_key) for at, place in enumerate(site.targets)]
    bodies: set[str] = set()
    for path, key in people:
        if not key:
            continue
        reason = _key_fault(key)
        if reason:
            yield Finding(path, reason, HINT)
        elif _body(key) in bodies:
            yield Finding(path, "khóa này đã là của một người ký ở trên", "Mỗi người một khóa riêng.")
        bodies.add(_body(key))
    names = [" ".join((signer.name or "").casefold().split()) for signer in site.signers]
    for at, name in enumerate(names):
        if name and name in names[:at]:
            yield Finding(
                ("nguoi_ky", at, "ten"), f"đã có người ký “{site.signers[at].name}” ở trên", "Mỗi người một tên riêng."
            )
    for at, place in enumerate(site.targets):
        written = place.key or ""
        if written.endswith(".pub") or KIND.match(written) or "PRIVATE KEY" in written:
            hint = "Ghi đường dẫn tới tệp khóa riêng trên máy người đăng, ví dụ ~/.ssh/id_ed25519."
            yield Finding(("noi_dang", at, "khoa_ky"), "đây không phải tệp khóa để ký", hint)
    for path, key in machines:
        if not key:
            continue
        reason = _key_fault(key)
        if reason:
            yield Finding(path, reason, HINT)
        elif _body(key) in bodies:
            yield Finding(
                path, "khóa của máy đăng lại là khóa của một người ký", "Tạo cho máy đăng một khóa riêng (ssh-keygen)."
            )


def _body(key: str) -> str:
    return " ".join(key.split()[1:2])


def _key_fault(key: str) -> str:
    """Why this is not a public key, empty if it is one."""
    if "PRIVATE KEY" in key:
        return "đây là khóa riêng: ai thấy nó cũng ký được; bỏ ngay khỏi đây và tạo khóa khác"
    words = key.split()
    if len(words) < 2 or not KIND.fullmatch(words[0]):
        return "đây không phải khóa công khai SSH"
    try:
        body = base64.b64decode(words[1], validate=True)
    except (binascii.Error, ValueError):
        return "khóa công khai chép thiếu hoặc sai"
    name = words[0].encode()
    if not body.startswith(len(name).to_bytes(4, "big") + name) or not _is_complete(body):
        return "khóa công khai chép thiếu hoặc sai"
    return ""


def _is_complete(body: bytes) -> bool:
    """True if the blob is a complete sequence of length-prefixed parts."""
    at = parts = 0
    while at + 4 <= len(body):
        at += 4 + int.from_bytes(body[at : at + 4], "big")
        parts += 1
    return at == len(body) and parts >= 2
