"""A host that answers without end or sense: one error each, little memory, no waiting."""

from __future__ import annotations

import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from generator.publishing import http_client
from generator.publishing.error import PublishError
from generator.publishing.release import Settings, publish
from generator.publishing.target_url import target_from_url
from generator.publishing.targets import local, sftp, ssh
from generator.publishing.verify import verify_address
from tests.publishing.intruder import harmless_on_a_terminal
from tests.support.made_site import prepared


@pytest.mark.parametrize("kind", ["local", "ssh", "sftp"])
def test_files_that_are_too_large_are_not_fetched(
    kind: str, tmp_path: Path, request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in (local, ssh, sftp):
        monkeypatch.setattr(module, "MAX_READ", 100_000)
        monkeypatch.setattr(module, "MAX_HASHED", 400_000)
    root, settings = tmp_path / "www", Settings(ledger=tmp_path / "chinh.jsonl")
    address = str(root) if kind == "local" else f"{kind}://may-chu{root}"
    place = target_from_url(address, None if kind == "local" else request.getfixturevalue(f"{kind}_server").config)
    try:
        publish(target_from_url(str(root)), prepared(tmp_path, 1), settings)
        with (root / "current/lon.bin").open("wb") as stream:
            stream.truncate(50_000_000_000)  # a sparse file, of no room at all
        if kind == "sftp":  # has to fetch what it checks
            with pytest.raises(PublishError):
                publish(place, prepared(tmp_path, 2), settings)
            (root / "current/lon.bin").unlink()
        else:
            assert publish(place, prepared(tmp_path, 2), settings).damaged == ["lon.bin: không có trong danh mục"]
        for name in ("manifest.json", "danh-sach.jsonl"):
            file = root / "current/cong-bo" / name
            kept = file.read_bytes()
            with file.open("wb") as stream:
                stream.truncate(50_000_000_000)
            with pytest.raises(PublishError, match="lớn quá"):
                publish(place, prepared(tmp_path / name, 3), settings)
            file.write_bytes(kept)
    finally:
        place.close()


def test_a_host_that_never_stops_talking_is_cut_off(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from generator.publishing.targets import connection

    line = connection.Connection(connection.Address("x", 0, "/"), ("cat",))
    monkeypatch.setattr(line, "open", lambda: None)
    with pytest.raises(PublishError, match="quá nhiều"):
        line.run(["sh", "-c", "exec yes"], max_bytes=1_000_000)
    with pytest.raises(PublishError, match="quá nhiều"):
        line.run(["sh", "-c", "exec yes >&2"], max_bytes=1_000_000)
    monkeypatch.setattr(connection, "MAX_SECONDS", 0.5)
    with pytest.raises(PublishError, match="quá lâu"):
        line.run(["sleep", "600"])
    assert line.run(["cat"], b"x" * 300_000).stdout == b"x" * 300_000
    line.close()


@contextmanager
def _talking(answer: Callable[[socket.socket], None]) -> Iterator[str]:
    """A web server that says what `answer` makes it say."""
    listening = socket.create_server(("127.0.0.1", 0))

    def serve() -> None:
        while True:
            try:
                caller, _ = listening.accept()
            except OSError:
                return
            threading.Thread(target=one, args=[caller], daemon=True).start()

    def one(caller: socket.socket) -> None:
        try:
            caller.recv(65536)
            answer(caller)
        except OSError:
            pass
        finally:
            caller.close()

    threading.Thread(target=serve, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{listening.getsockname()[1]}"
    finally:
        listening.shutdown(socket.SHUT_RDWR)
        listening.close()


def _endless(start: bytes, more: bytes, wait: float = 0.0) -> Callable[[socket.socket], None]:
    def answer(caller: socket.socket) -> None:
        caller.sendall(start)
        stop = threading.Event()
        while not stop.wait(wait):
            caller.sendall(more)

    return answer


OK = b"HTTP/1.1 200 OK\r\n"


@pytest.mark.parametrize(
    "answer",
    [
        _endless(OK + b"\r\n", b"x" * 65536),
        _endless(OK + b"Content-Length: 99999999999999\r\n\r\n", b"x" * 65536),
        _endless(OK + b"Transfer-Encoding: chunked\r\n\r\n", b"10000\r\n" + b"x" * 65536 + b"\r\n"),
        _endless(OK, b"X: " + b"x" * 1000 + b"\r\n"),
        _endless(OK + b"\r\n", b"x", 0.05),
        _endless(b"", b"x", 0.05),
        _endless(OK + b"X: ", b"x", 0.05),
        lambda caller: caller.sendall(OK + b"Content-Length: -5\r\n\r\nx"),
        lambda caller: caller.sendall(OK + b"Content-Length: 1" + b"0" * 10_000 + b"\r\n\r\nx"),
        lambda caller: caller.sendall(b"HTTP/1.1 \x1b[2J\r\n\r\n"),
        lambda caller: caller.sendall(b"HTTP/1.1 200 \x1b[2J\r\nTransfer-Encoding: chunked\r\n\r\n\x1b[2J\r\n"),
        lambda caller: caller.sendall(OK + b"\r\n" + b"[" * 200_000),
        lambda caller: caller.sendall(OK + b"\r\n1e999"),
    ],
    ids=range(13),
)
def test_answers_without_end_or_sense_are_one_error(
    answer: Callable[[socket.socket], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(http_client, "MAX_SECONDS", 0.5)
    monkeypatch.setattr(http_client, "MAX_RESPONSE_BYTES", 2_000_000)
    with _talking(answer) as base, pytest.raises(PublishError) as refused:
        verify_address(base)
    assert harmless_on_a_terminal(str(refused.value))


@pytest.mark.parametrize("encoding", ["gzip", "br"])
def test_what_unpacks_without_end_is_not_unpacked(encoding: str, monkeypatch: pytest.MonkeyPatch) -> None:
    import gzip

    import brotli

    monkeypatch.setattr(http_client, "MAX_RESPONSE_BYTES", 2_000_000)
    pack = gzip.compress if encoding == "gzip" else lambda data: brotli.compress(data, quality=1)
    assert http_client.unpacked(pack(b"x" * 1_500_000), encoding) == b"x" * 1_500_000
    assert http_client.unpacked(pack(bytes(9_000_000)), encoding) is None
    assert http_client.unpacked(pack(b"x" * 1000)[:-1], encoding) is None
    assert http_client.unpacked(b"x", encoding) is None and http_client.unpacked(b"x", "zstd") is None


@pytest.mark.parametrize("base", ["http://x:99999999/", "http://[/", "http://a\x1b[2J/", "ftp://a/", "http:///"])
def test_addresses_that_are_none(base: str) -> None:
    with pytest.raises(PublishError) as refused:
        verify_address(base)
    assert refused.value.wrong_call and harmless_on_a_terminal(str(refused.value))
