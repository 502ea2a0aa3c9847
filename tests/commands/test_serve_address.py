"""`tthc serve` where it cannot serve: one sentence with what to do, exit code 2, no traceback."""

from __future__ import annotations

import argparse
import errno
import re
import socket

import pytest

from generator.commands import cmd_serve
from tests.conftest import SMALL, tthc


def refused(*words: object) -> str:
    done = tthc("serve", "--content", SMALL, *words)
    assert done.returncode == 2 and "Traceback" not in done.stderr, done.stderr
    return done.stderr


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "::1"])
def test_a_busy_port_names_a_free_one(host: str) -> None:
    with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET) as other:
        try:
            other.bind((host, 0))
        except OSError:
            pytest.skip("no such address here")
        other.listen()
        port = other.getsockname()[1]
        said = refused("--address", cmd_serve.host_and_port(host, port))
        assert f"cổng {port} đang có chương trình khác dùng" in said and said.count("\n") == 1
        found = re.search(r"--address (\S+)", said)
        assert found is None or cmd_serve.hindrance(*cmd_serve.address_of(found[1])) == ""
        assert found or port > 65515


@pytest.mark.parametrize(
    "text", ["abc", "", ":", "127.0.0.1:", "127.0.0.1:0", "127.0.0.1:99999", "127.0.0.1:-1", "127.0.0.1:tám", "127.0.0.1:²", "::1:8000", "[::1]", "[127.0.0.1]:80", "khong-co.example:8000", "256.0.0.1:80", "127.0.0.1:" + "9" * 5000],  # noqa: E501
)  # fmt: skip
def test_what_is_no_address(text: str) -> None:
    with pytest.raises(argparse.ArgumentTypeError, match="không phải địa chỉ"):
        cmd_serve.address_of(text)


def test_a_wrong_address_on_the_command_line() -> None:
    assert "không phải địa chỉ" in refused("--address", "127.0.0.1:99999")


@pytest.mark.parametrize(
    ("text", "address"),
    [("127.0.0.1:80", ("127.0.0.1", 80)), ("8001", ("127.0.0.1", 8001)), ("[::1]:8000", ("::1", 8000)), ("localhost:8000", ("localhost", 8000))],  # noqa: E501
)  # fmt: skip
def test_what_is_one(text: str, address: tuple[str, int]) -> None:
    assert cmd_serve.address_of(text) == address
    assert cmd_serve.address_of(cmd_serve.host_and_port(*address)) == address


def test_an_address_of_another_machine() -> None:
    said = refused("--address", "192.0.2.1:8000")
    assert "máy này không có địa chỉ “192.0.2.1”" in said and "--address 127.0.0.1:" in said


def test_a_port_of_the_administrator(monkeypatch: pytest.MonkeyPatch) -> None:
    def error(host: str, port: int) -> OSError | None:
        return PermissionError(errno.EACCES, "Permission denied") if port < 1024 else None

    monkeypatch.setattr(cmd_serve, "_error", error)
    assert cmd_serve.hindrance("127.0.0.1", 80).endswith(
        "dành cho người quản trị máy. Thử: tthc serve --address 127.0.0.1:8000"
    )
