"""Who is refused: foreign pages, other names, other folders, whoever does not know the token, too much at once."""

from __future__ import annotations

import os
import socket
import struct
import threading
import time
from pathlib import Path

import pytest

from tests.editor.conftest import RECORD, Client

PAGES = ["/", "/sua/", f"/sua/{RECORD}", "/giai-thich/procedure", "/lien-he/", "/duyet/", "/gui/"]


@pytest.mark.parametrize("page", PAGES)
def test_nothing_is_shown_without_the_token(client: Client, page: str) -> None:
    assert client.get(page, Cookie=None).status == 403
    assert client.get(page, Cookie=f"{client.editor.guard.cookie}=x").status == 403
    assert client.get(f"{page}?ma=wrong", Cookie=None).status == 403


def test_the_token_becomes_a_cookie_that_scripts_and_other_sites_do_not_get(client: Client) -> None:
    answer = client.get(f"/sua/?tim=phi&ma={client.editor.guard.token}", Cookie=None)
    assert (answer.status, answer.headers["Location"]) == (303, "/sua/?tim=phi")
    assert "HttpOnly" in answer.headers["Set-Cookie"] and "SameSite=Strict" in answer.headers["Set-Cookie"]


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1", "127.0.0.1.evil.example:{port}", "", "localhost:1"])
def test_another_name_for_this_machine_is_refused(client: Client, host: str) -> None:
    assert client.get("/sua/", Host=host.format(port=client.port)).status == 403


ORIGINS = (None, "", "null", "https://evil.example", "http://127.0.0.1", "http://localhost:1")


def test_only_our_own_page_may_change_something(client: Client, content: Path) -> None:
    before = (content / RECORD).read_bytes()
    for origin in ORIGINS:
        for place in ("luu", "kiem", "sua", "bo-nhap"):
            assert client.post(f"/{place}/{RECORD}", {"_goc": "x"}, Origin=origin).status == 403, (origin, place)
    assert (content / RECORD).read_bytes() == before


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "OPTIONS"])
def test_other_methods_are_refused(client: Client, method: str) -> None:
    assert client.send(method, f"/sua/{RECORD}").status == 405


def test_other_content_types_are_refused(client: Client) -> None:
    assert client.send("POST", f"/luu/{RECORD}", b"{}", Content_Type="application/json").status == 415
    assert client.send("POST", f"/luu/{RECORD}", b"a", Content_Type="multipart/form-data; boundary=x").status == 415


def test_ten_megabytes_are_refused(client: Client) -> None:
    assert client.send("POST", f"/luu/{RECORD}", b"a=" + b"x" * 10_000_000).status == 413


def test_a_body_without_length_is_refused(client: Client) -> None:
    head = f"POST /luu/{RECORD} HTTP/1.1\r\nHost: 127.0.0.1:{client.port}\r\nCookie: {client.cookie}\r\nOrigin: http://127.0.0.1:{client.port}\r\n"  # noqa: E501
    with socket.create_connection(("127.0.0.1", client.port), timeout=20) as line:
        line.sendall(f"{head}Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n".encode())
        assert b" 411 " in line.recv(100)


TRAVERSAL = [
    "../secret.yml",
    "..%2fsecret.yml",
    "procedures/../../secret.yml",
    "procedures/%2e%2e/%2e%2e/secret.yml",
    "%2fetc%2fpasswd",
    "/etc/passwd",
    "procedures\\..\\..\\secret.yml",
    "procedures/ho-tich/x.txt",
    "procedures/.git/config",
    ".git/config",
    "forms/x.pdf",
    "procedures/ho-tich/1.001193.yml%00.yml",
    "procedures//1.001193.yml",
    "C:/x.yml",
    "procedures/ho-tich/",
    "laws/" + "a" * 300 + ".yml",
    "procedures/link/1.001193.yml",
    "laws/link.yml",
]


def test_only_records_inside_the_content_are_opened(client: Client, content: Path) -> None:
    (content.parent / "secret.yml").write_text("ten: x\n", "utf-8")
    try:
        os.symlink(content / "procedures" / "ho-tich", content / "procedures" / "link")
        os.symlink(content.parent / "secret.yml", content / "laws" / "link.yml")
    except OSError:  # Windows, without the right to make links
        pass
    for path in TRAVERSAL:
        assert client.get(f"/sua/{path}").status == 404, path
        for place in ("luu", "kiem", "bo-nhap", "xem"):
            assert client.post(f"/{place}/{path}", {"_goc": "new", "_van_ban": "ten: y\n"}).status == 404, (place, path)
    assert (content.parent / "secret.yml").read_text("utf-8") == "ten: x\n"
    assert not (content.parent / ".cache").exists() or not list((content.parent / ".cache").rglob("*.json"))


def test_every_answer_has_the_strict_policy(client: Client) -> None:
    for page in [*PAGES, "/tai-san/form.js", "/tai-san/../app.py", "/nothing"]:
        answer = client.get(page)
        policy = answer.headers["Content-Security-Policy"]
        assert "default-src 'none'" in policy and "unsafe" not in policy and "*" not in policy
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
        assert "<script>" not in answer.text and " style=" not in answer.text and " onclick" not in answer.text
    assert client.get("/tai-san/../app.py").status == 404


def test_a_title_cannot_become_markup(client: Client, content: Path) -> None:
    file = content / RECORD
    file.write_text(
        file.read_text("utf-8").replace("ten_thu_tuc: ", "ten_thu_tuc: <img src=x onerror=alert(1)> ", 1), "utf-8"
    )
    for page in ("/sua/", f"/sua/{RECORD}"):
        assert "<img src=x" not in client.get(page).text


def test_a_browser_that_hangs_up_leaves_no_traceback(client: Client, capsys: pytest.CaptureFixture[str]) -> None:
    before = set(threading.enumerate())
    for sent in (b"", b"GET / HT", b"GET / HTTP/1.1\r\nHost: a\r\n"):
        with socket.create_connection(("127.0.0.1", client.port), timeout=5) as browser:
            browser.sendall(sent)
            browser.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))  # closes with a reset
    for _ in range(500):
        if not set(threading.enumerate()) - before:
            break
        time.sleep(0.01)
    assert client.get("/sua/").status == 200
    assert capsys.readouterr().err == ""
