"""A built site whose pages tell the server what goes wrong in them: the same way for every engine."""

from __future__ import annotations

import functools
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from tests.support.http_server import ForgetfulHandler, Server

SCRIPT = "/-/listen.js"
LISTEN = """let leaving = false; // then what is under way is broken off
addEventListener("beforeunload", () => { leaving = true; });
const tell = (words) => leaving || navigator.sendBeacon("/-/told", words);
addEventListener("error", (event) => tell(event.message ?? `not loaded: ${event.target.src ?? event.target.href}`), true);
addEventListener("unhandledrejection", (event) => tell(`rejected: ${event.reason}`));
addEventListener("securitypolicyviolation", (event) => tell(`policy: ${event.violatedDirective} ${event.blockedURI} ${event.sourceFile}`));
"""  # noqa: E501


@dataclass
class Site:
    """A site on a port of its own, which is a visitor of its own: browsers keep what they keep by host and port."""

    server: Server
    told: list[str] = field(default_factory=list)

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.server.server_port}/"

    def stop(self) -> None:
        """From now on there is no network."""
        self.server.stop()


class Listening(ForgetfulHandler):
    """Puts a script before all others of a page, and hears what it tells."""

    site: Site

    def do_GET(self) -> None:  # noqa: N802 (the library's name)
        path = Path(self.translate_path(self.path))
        file = path / "index.html" if path.is_dir() and self.path.partition("?")[0].endswith("/") else path
        if self.path == SCRIPT:
            self._answer(LISTEN.encode(), "text/javascript")
        elif file.is_file() and file.suffix == ".html":
            tag = f'<head><script src="{SCRIPT}"></script>'
            self._answer(file.read_text("utf-8").replace("<head>", tag, 1).encode(), "text/html; charset=utf-8")
        else:
            super().do_GET()

    def do_POST(self) -> None:  # noqa: N802
        self.site.told.append(self.rfile.read(int(self.headers["Content-Length"])).decode("utf-8", "replace"))
        self._answer(b"", "text/plain")

    def _answer(self, data: bytes, kind: str) -> None:
        self.send_response(200)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)


@contextmanager
def listening(folder: Path) -> Iterator[Site]:
    """`folder`, served while the block runs or until the test stops it."""
    handler = type("ListeningHere", (Listening,), {})
    server = Server(("127.0.0.1", 0), functools.partial(handler, directory=str(folder)))
    site = handler.site = Site(server)
    threading.Thread(target=server.serve_forever, args=[0.02], daemon=True).start()
    try:
        yield site
    finally:
        site.stop()
