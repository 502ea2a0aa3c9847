"""A web server that shows one thing to us and another to citizens: every form that browsers get is compared."""

from __future__ import annotations

import gzip
import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import brotli
import pytest

from generator.publishing import http_check as public
from generator.publishing.http_client import USER_AGENTS
from generator.publishing.release import Settings, publish
from generator.publishing.target_url import target_from_url
from generator.publishing.verify import verify_address
from tests.conftest import tthc
from tests.publishing.intruder import EVIL, point_back, replace
from tests.support.made_site import PAGES, prepared

Answer = tuple[bytes, str]  # bytes as sent, Content-Encoding


class Server:
    """Serves the current release with its smaller copies; `change` may give any other answer (path, headers, own
    answer)."""

    def __init__(self, root: Path) -> None:
        self.root, self.asked = root, []  # type: ignore[var-annotated]
        self.change: Callable[[str, dict[str, str], Answer | None], Answer | None] = lambda path, headers, own: own
        server = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"
            wbufsize = 1 << 16  # an answer in one piece: in two, the second waits until the first is acknowledged

            def do_GET(self) -> None:
                path = self.path.lstrip("/") + ("index.html" if self.path.endswith("/") else "")
                headers = {name.lower(): value for name, value in self.headers.items()}
                server.asked.append((path, headers))
                answer = server.change(path, headers, server.own(path, headers["accept-encoding"]))
                self.send_response(200 if answer else 404)
                data, encoding = answer or (b"", "")
                if encoding:
                    self.send_header("Content-Encoding", encoding)
                self.send_header("Content-Length", str(len(data)))
                self.end_headers()
                self.wfile.write(data)

            def log_message(self, *given: object) -> None:
                pass

        self.http = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.base = f"http://127.0.0.1:{self.http.server_address[1]}"
        threading.Thread(target=self.http.serve_forever, args=[0.02], daemon=True).start()

    def own(self, path: str, accepted: str) -> Answer | None:
        for encoding, suffix in (("br", ".br"), ("gzip", ".gz"), ("", "")):
            file = self.root / "current" / f"{path}{suffix}"
            if (not encoding or encoding in accepted) and file.is_file():
                return file.read_bytes(), encoding
        return None


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    publish(target_from_url(str(tmp_path / "www")), prepared(tmp_path, 1), Settings(ledger=tmp_path / "chinh.jsonl"))
    found = Server(tmp_path / "www")
    yield found
    found.http.shutdown()
    found.http.server_close()


def test_what_is_as_published_passes_and_how_much_was_seen_is_known(server: Server) -> None:
    proof = verify_address(server.base)
    assert proof.wrong == [] and proof.fetched is not None
    assert proof.fetched.forms == proof.fetched.all_forms == 4 * proof.fetched.files
    agents = {headers["user-agent"] for _, headers in server.asked}
    assert agents <= set(USER_AGENTS)
    assert all("accept" in headers and "accept-language" in headers for _, headers in server.asked)


PAGE = "thu-tuc/5/index.html"
Change = Callable[[str, dict[str, str], Answer | None], Answer | None]


@pytest.mark.parametrize(
    "change",
    [
        lambda path, headers, own: (EVIL, "") if headers["accept-encoding"] == "identity" else own,
        lambda path, headers, own: (gzip.compress(EVIL), "gzip") if headers["accept-encoding"] == "gzip" else own,
        lambda path, headers, own: (brotli.compress(EVIL), "br") if headers["accept-encoding"] == "br" else own,
        lambda path, headers, own: (EVIL, "") if "zstd" in headers["accept-encoding"] else own,
        lambda path, headers, own: (b"x", "zstd") if "zstd" in headers["accept-encoding"] else own,
        lambda path, headers, own: (b"x", "deflate") if "deflate" in headers["accept-encoding"] else own,
        lambda path, headers, own: None if "gzip" in headers["accept-encoding"] else own,
        lambda path, headers, own: (EVIL, "") if "Mozilla" in headers.get("user-agent", "") else own,
        lambda path, headers, own: (EVIL, "") if "text/html" in headers.get("accept", "") else own,
        lambda path, headers, own: (EVIL, "") if "vi" in headers.get("accept-language", "") else own,
        lambda path, headers, own: (EVIL, "") if headers.get("sec-fetch-mode") == "navigate" else own,
    ],
)
def test_a_page_that_only_some_get_is_found(server: Server, change: Change) -> None:
    server.change = lambda path, headers, own: change(path, headers, own) if path == PAGE else own
    wrong = verify_address(server.base).wrong
    assert wrong and all(line.startswith("thu-tuc/5/: ") for line in wrong)


@pytest.mark.parametrize(
    "name", [PAGE, "cong-bo/ma.txt", "cong-bo/manifest.json", "cong-bo/danh-sach.jsonl", "giu-nguyen.txt"]
)
@pytest.mark.parametrize("suffix", [".br", ".gz"])
def test_a_smaller_copy_that_was_changed_or_added(server: Server, name: str, suffix: str) -> None:
    pack = brotli.compress if suffix == ".br" else gzip.compress
    replace(server.root / f"current/{name}{suffix}", pack(EVIL))
    assert [line for line in verify_address(server.base).wrong if line.startswith(public.address(name))]


def test_a_server_that_compresses_by_itself_is_no_difference(server: Server) -> None:
    server.change = lambda path, headers, own: (
        (gzip.compress(server.own(path, "")[0], 1), "gzip") if "gzip" in headers["accept-encoding"] and own else own  # type: ignore[index]
    )
    assert verify_address(server.base).wrong == []


def test_the_sample_is_another_every_time_and_all_means_all(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(public, "SAMPLE", 12)
    samples = set()
    for _ in range(4):
        server.asked.clear()
        seen = verify_address(server.base).fetched
        assert seen and seen.files >= PAGES and seen.forms == seen.files + 12 < seen.all_forms
        samples.add(frozenset((path, headers["accept-encoding"]) for path, headers in server.asked))
    assert len(samples) > 1  # four equal ones of some 10^14: not in the life of this project
    server.asked.clear()
    seen = verify_address(server.base, everything=True).fetched
    assert seen and seen.forms == seen.all_forms
    assert len({(path, headers["accept-encoding"]) for path, headers in server.asked}) >= seen.all_forms


def test_a_page_that_was_added_is_found_where_something_leads_to_it(server: Server) -> None:
    replace(server.root / "current/assets/them.html", EVIL)
    assert verify_address(server.base).wrong == []  # nobody can know
    replace(server.root / "current/robots-khac/index.html", EVIL)
    page = server.root / "current" / PAGE
    replace(
        page,
        page.read_bytes()
        + b'<a href="../../assets/them.html?x#y">x</a><a href="/robots-khac/">x</a><a href="//la.vn/">',
    )
    extra = [line for line in verify_address(server.base).wrong if "không có trong danh mục" in line]
    assert [line.split(":")[0] for line in extra] == ["assets/them.html", "robots-khac/"]


def test_the_name_of_the_release_is_compared(server: Server) -> None:
    replace(server.root / "current/cong-bo/ma.txt", b"00099-ffffffffffff\n")
    assert verify_address(server.base).wrong == ["cong-bo/ma.txt: nội dung khác bản đã đăng"]


def test_an_old_release_is_told_from_the_last_one_by_our_record(server: Server, tmp_path: Path, content: Path) -> None:
    first = (server.root / "current").resolve().name
    publish(target_from_url(str(server.root)), prepared(tmp_path, 2), Settings(ledger=tmp_path / "chinh.jsonl"))
    point_back(server.root, first)
    unknowing = tthc("verify", server.base, "--content", content)
    assert unknowing.returncode == 0 and "không biết đây có phải bản mới nhất" in unknowing.stdout
    done = tthc("verify", server.base, "--content", content, "--record", tmp_path / "chinh.jsonl", "--all")
    assert done.returncode == 1 and f"đang công khai bản cũ {first}" in done.stderr
    assert "tthc verify THƯ_MỤC" in done.stdout
