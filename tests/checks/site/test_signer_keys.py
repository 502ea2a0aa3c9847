"""TT-175: keys of signers and of publishing machines are public keys, whole, and each somebody's own."""

from __future__ import annotations

import base64

import pytest

from tests.support.rule_samples import SITE, fails, passes


def key(number: int) -> str:
    """A made-up public key of the form that ssh-keygen writes."""
    kind = b"ssh-ed25519"
    body = len(kind).to_bytes(4, "big") + kind + (32).to_bytes(4, "big") + bytes([number]) * 32
    return f"ssh-ed25519 {base64.b64encode(body).decode()} can-bo@may"


LAST = SITE.splitlines(keepends=True)[-1]


def after(text: str) -> dict[str, str]:
    """The change that adds `text` at the end of site.yml."""
    return {LAST: LAST + text}


def signers(*keys: str) -> str:
    return "nguoi_ky:\n" + "".join(f"  - ten: Người {at}\n    khoa: {text}\n" for at, text in enumerate(keys))


def place(machine: str) -> str:
    return f"noi_dang:\n  - ten: chinh\n    dia_chi: /srv/tthc\n    khoa_may: {machine}\n"


@pytest.mark.parametrize(
    "wrong",
    [
        "~/.ssh/id_ed25519.pub",
        "SHA256:aauwVEkdmHagDbXc4rW8jarVdtl+4JESNVrVAUv2wOA",
        key(1)[:60],
        key(1).replace("ssh-ed25519 ", "ssh-rsa "),
        "ssh-ed25519 không-phải-khóa",
        "restrict " + key(1),
    ],
)
def test_what_is_no_public_key(wrong: str) -> None:
    fails("TT-175", SITE, after(signers("▶" + wrong)))
    fails("TT-175", SITE, after(place("▶" + wrong)))


def test_a_private_key() -> None:
    said = fails("TT-175", SITE, after(signers("▶-----BEGIN OPENSSH PRIVATE KEY----- b3BlbnNz")))
    assert "khóa riêng" in said


def test_one_key_of_two_people() -> None:
    fails("TT-175", SITE, after(signers(key(1), "▶" + key(1).replace("can-bo@may", "nguoi-khac"))))


def test_a_machine_with_the_key_of_a_person() -> None:
    assert "máy đăng" in fails("TT-175", SITE, after(signers(key(1)) + place("▶" + key(1))))


def test_keys_that_are_each_somebodys_own() -> None:
    passes("TT-175", SITE, after(signers(key(1), key(2)) + place(key(3))))


def test_two_signers_of_one_name() -> None:
    text = signers(key(1), key(2)).replace("Người 1", "▶người 0")
    fails("TT-175", SITE, after(text))


@pytest.mark.parametrize("written", ["~/.ssh/id_ed25519.pub", key(1)])
def test_a_public_key_to_sign_with(written: str) -> None:
    text = place(key(3)).replace("khoa_may", f"khoa_ky: ▶{written}\n    khoa_may")
    fails("TT-175", SITE, after(text))
    passes("TT-175", SITE, after(place(key(3)).replace("khoa_may", "khoa_ky: ~/.ssh/id_ed25519\n    khoa_may")))
