"""Links to other sites, tried against a server on this machine."""

from __future__ import annotations

import http.server
import threading
from pathlib import Path

from generator.audit.external_links import dead_links, external_links, fetch_status
from generator.audit.site import BuiltSite

PAGE = '<html lang="vi"><body><a href="https://a.vn/x#y">1</a><a href="https://a.vn/x">2</a><a href="../b/">3</a><link href="https://c.vn/"><a href="tel:1">4</a><a href="http://b.vn/">5</a></body></html>'  # noqa: E501


def test_each_address_is_asked_once(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text(PAGE)
    (tmp_path / "z.html").write_text(PAGE)
    links = external_links(BuiltSite(tmp_path))
    assert links == {"https://a.vn/x": "index.html", "http://b.vn/": "index.html"}
    asked: list[str] = []

    def answer(link: str) -> str:
        asked.append(link)
        return "trả lời 404" if "b.vn" in link else ""

    assert dead_links(links, answer, pause=0) == [("http://b.vn/", "index.html", "trả lời 404")]
    assert asked == ["http://b.vn/", "https://a.vn/x"]


class Host(http.server.BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        self.send_response(int(self.path[1:]))
        self.end_headers()

    def log_message(self, *given: object) -> None:
        """Stay silent."""


def test_what_a_host_answers() -> None:
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Host)
    threading.Thread(target=server.serve_forever, args=[0.02], daemon=True).start()
    base = f"http://127.0.0.1:{server.server_port}"
    assert [fetch_status(f"{base}/{code}") for code in (200, 404, 500, 403, 429)] == [
        "",
        "trả lời 404",
        "trả lời 500",
        "",
        "",
    ]  # noqa: E501
    server.shutdown()
    server.server_close()
    assert fetch_status(base + "/200").startswith("không mở được")
