"""Proof of posting: every change to a published release is found, and who signed it is known."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.publishing.error import PublishError
from generator.publishing.manifest import Manifest
from generator.publishing.release import Settings, publish
from generator.publishing.target_url import target_from_url
from generator.publishing.verify import verify_address, verify_folder
from generator.publishing.webservers import nginx as nginx_config
from generator.publishing.webservers.policy import ServerPolicy
from tests.conftest import tthc
from tests.support.made_site import prepared
from tests.support.servers import free_port, nginx, program


@pytest.fixture
def key(tmp_path: Path) -> Path:
    subprocess.run(
        [program("ssh-keygen"), "-q", "-t", "ed25519", "-N", "", "-C", "", "-f", str(tmp_path / "key")], check=True
    )
    return tmp_path / "key"


@pytest.fixture
def root(tmp_path: Path, key: Path) -> Path:
    """A place with two releases, signed."""
    for version in (1, 2):
        publish(target_from_url(str(tmp_path / "www")), prepared(tmp_path, version), Settings(key=key))
    return tmp_path / "www"


@pytest.fixture
def signers(tmp_path: Path, key: Path) -> Path:
    file = tmp_path / "signers"
    file.write_text(f"van-phong@tu-ky {key.with_suffix('.pub').read_text()}")
    return file


def test_a_signed_release_names_its_signer(root: Path, signers: Path) -> None:
    proof = verify_folder(root, signers)
    assert (proof.wrong, proof.signed_by) == ([], "van-phong@tu-ky")
    assert verify_folder(root).signed_by.startswith("SHA256:")  # without a list of signers: the key alone


def test_a_stranger_signature_is_refused(root: Path, tmp_path: Path) -> None:
    subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", str(tmp_path / "other")], check=True)
    (tmp_path / "others").write_text(f"ai-do {(tmp_path / 'other.pub').read_text()}")
    with pytest.raises(PublishError, match="không phải của người được phép ký"):
        verify_folder(root, tmp_path / "others")


def test_an_unsigned_release_does_not_pass_for_a_signed_one(root: Path, signers: Path) -> None:
    (root / "current/cong-bo/manifest.json.sig").unlink()
    assert verify_folder(root, signers).wrong == ["chưa được ký"]


def edited_manifest(folder: Path) -> None:
    file = folder / "cong-bo/manifest.json"
    data = json.loads(file.read_text("utf-8"))
    data["luc"] = "2023-01-01T00:00:00+07:00"
    file.write_bytes((json.dumps(data, ensure_ascii=False, indent=1) + "\n").encode())


@pytest.mark.parametrize(
    ("spoil", "found"),
    [
        (lambda folder: (folder / "index.html").write_text("x"), "index.html: nội dung khác bản đã đăng"),
        (lambda folder: (folder / "thu-tuc/1/index.html").unlink(), "thu-tuc/1/index.html: thiếu"),
        (lambda folder: (folder / "thêm.html").write_text("x"), "thêm.html: không có trong danh mục"),
        (
            lambda folder: (folder / "cong-bo/danh-sach.jsonl").write_text(""),
            "cong-bo/danh-sach.jsonl: không khớp với danh mục của bản này",
        ),
    ],
)
def test_every_change_is_found(root: Path, spoil: Callable[[Path], object], found: str) -> None:
    spoil(root / "current")
    assert found in verify_folder(root).wrong


def test_a_changed_time_of_posting_breaks_the_signature(root: Path, signers: Path) -> None:
    edited_manifest(root / "current")
    with pytest.raises(PublishError, match="Chữ ký không khớp"):
        verify_folder(root, signers)


def test_a_changed_time_of_posting_breaks_the_list_even_unsigned(root: Path) -> None:
    edited_manifest(root / "current")
    (root / "current/cong-bo/manifest.json.sig").unlink()
    assert verify_folder(root).wrong == ["cong-bo/danh-sach.jsonl: không khớp với danh mục của bản này"]


@pytest.mark.parametrize("number", [0, 1])
def test_no_line_of_the_list_can_be_changed(root: Path, number: int) -> None:
    file = root / "current/cong-bo/danh-sach.jsonl"
    rows = file.read_text("utf-8").splitlines(keepends=True)
    rows[number] = rows[number].replace('"viec":"đăng"', '"viec":"khác"')
    file.write_text("".join(rows), "utf-8")
    try:
        assert verify_folder(root).wrong
    except PublishError as refused:
        assert "bị sửa" in str(refused)


@pytest.mark.parametrize("path", ["../etc/passwd", "/etc/passwd", "a/../../b", "a//b", "a\\b", "", ".", "a\nb"])
def test_a_manifest_cannot_name_files_outside(root: Path, path: str) -> None:
    data = json.loads((root / "current/cong-bo/manifest.json").read_text("utf-8"))
    data["tep"][path] = "0" * 64
    with pytest.raises(PublishError):
        Manifest.from_bytes(json.dumps(data).encode())


def test_what_a_web_server_gives_is_compared(root: Path, tmp_path: Path, open_folder: Path) -> None:
    publish(target_from_url(str(open_folder / "www")), prepared(tmp_path / "more", 3), Settings())
    port = free_port()
    config = nginx_config.render(
        ServerPolicy(root=str(open_folder / "www"), listen=f"127.0.0.1:{port}"),
        brotli=any(Path("/usr/lib/nginx/modules").glob("*brotli_static*")),
    )
    with nginx(open_folder / "nginx", config, port) as base:
        assert verify_address(base).wrong == []
        (open_folder / "www/current/thu-tuc/3/index.html").write_text("x")
        (open_folder / "www/current/thu-tuc/4/index.html").unlink()
        assert verify_address(base).wrong == [
            "thu-tuc/3/: nội dung khác bản đã đăng",
            "thu-tuc/4/: máy chủ trả lời 404",
        ] or any("thu-tuc/4/" in line for line in verify_address(base).wrong)
    with pytest.raises(PublishError, match="Không mở được"):
        verify_address(f"http://127.0.0.1:{port}")


def test_the_command_says_when_and_by_whom(root: Path, signers: Path) -> None:
    done = tthc("verify", root, "--signers", signers, "--list")
    assert done.returncode == 0, done.stderr
    assert "chữ ký của van-phong@tu-ky" in done.stdout and "Đúng như bản đã đăng." in done.stdout
    assert done.stdout.count("đăng") >= 2
    (root / "current/index.html").write_text("x")
    spoiled = tthc("verify", root)
    assert spoiled.returncode == 1 and "index.html: nội dung khác bản đã đăng" in spoiled.stderr
    assert tthc("verify", root / "parts").returncode == 2
