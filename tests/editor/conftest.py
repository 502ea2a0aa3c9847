"""A running editor on a copy of the small site, and a client that behaves as a browser does."""

from __future__ import annotations

import http.client
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import quote, urlencode

import pytest

from generator.editor.app import Editor
from generator.editor.security import TOKEN, Guard
from generator.editor.server import EditorServer

RECORD = "procedures/ho-tich/1.001193.yml"


@dataclass
class Answer:
    status: int
    headers: dict[str, str]
    text: str


@dataclass
class Client:
    """Sends the cookie and Origin that a browser sends; headers given replace them, None leaves one out."""

    server: EditorServer
    cookie: str = ""
    headers: dict[str, str] = field(default_factory=dict)

    @property
    def port(self) -> int:
        return self.server.server_port

    @property
    def editor(self) -> Editor:
        return self.server.editor

    def send(self, method: str, path: str, body: bytes | None = None, **headers: str | None) -> Answer:
        own: dict[str, str | None] = {"Host": f"127.0.0.1:{self.port}", "Cookie": self.cookie}
        if method == "POST":
            own |= {"Origin": f"http://127.0.0.1:{self.port}", "Content-Type": "application/x-www-form-urlencoded"}
        own |= {name.replace("_", "-"): value for name, value in headers.items()}
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        connection.request(method, path, body, {name: value for name, value in own.items() if value is not None})
        answer = connection.getresponse()
        text = answer.read().decode("utf-8", "replace")
        connection.close()
        return Answer(answer.status, dict(answer.headers), text)

    def get(self, path: str, **headers: str | None) -> Answer:
        return self.send("GET", path, **headers)

    def post(self, path: str, form: list[tuple[str, str]] | dict[str, str], **headers: str | None) -> Answer:
        return self.send(
            "POST", path, urlencode(list(form.items()) if isinstance(form, dict) else form).encode(), **headers
        )

    def enter(self) -> Client:
        answer = self.get(f"/?{TOKEN}={self.editor.guard.token}", Cookie=None)
        self.cookie = answer.headers["Set-Cookie"].partition(";")[0]
        return self

    def form(self, path: str = RECORD) -> list[tuple[str, str]]:
        """The pairs that a browser would send with the form of a record as it is shown."""
        from tests.editor.html_form import pairs

        return pairs(self.get(f"/sua/{quote(path)}").text)


@pytest.fixture
def client(content: Path) -> Iterator[Client]:
    with running(content) as client:
        yield client


def running(content: Path):
    from contextlib import contextmanager

    @contextmanager
    def serve() -> Iterator[Client]:
        editor = Editor(content, Guard.for_port(0), author="Nguyễn Văn A <a@example.vn>")
        editor.errors.run = list  # no process for each list that a test looks at
        server = EditorServer("127.0.0.1", 0, editor)
        editor.guard = Guard.for_port(server.server_port)
        thread = threading.Thread(target=server.serve_forever, args=[0.02], daemon=True)
        thread.start()
        try:
            yield Client(server).enter()
        finally:
            server.shutdown()
            server.server_close()

    return serve()


def changed(pairs: list[tuple[str, str]], **values: str) -> list[tuple[str, str]]:
    """The pairs with other values; `__` in a keyword stands for the dot of a name."""
    new = {name.replace("__", "."): value for name, value in values.items()}
    assert new.keys() <= {name for name, _ in pairs}, new.keys() - {name for name, _ in pairs}
    return [(name, new.get(name, value)) for name, value in pairs]
