"""“Sửa trang này” on the pages of `serve`: for this computer's own reader only, and without the token."""

from __future__ import annotations

import pytest

from generator.reporting.edit_link import PATH, with_edit_link

PAGE = b"<!doctype html><html><body><main>a</main></body></html>"
HERE = {"REMOTE_ADDR": "127.0.0.1"}


class Process:
    """An editor that starts, or does not."""

    def __init__(self, starts: bool = True) -> None:
        self.starts, self.at, self.opened = starts, "", []

    def address(self) -> str:
        return self.at

    def start(self, path: str) -> bool:
        self.opened.append(path)
        self.at = "http://127.0.0.1:8001/" if self.starts else ""
        return self.starts


def ask(path: str, editor: Process, **environ: str) -> tuple[str, dict[str, str], str]:
    answer: list = []

    def app(environ, start_response):
        start_response("200 OK", [("Content-Type", "text/html"), ("Content-Length", str(len(PAGE)))])
        return [PAGE]

    sources = {"thu-tuc/1-001193/": "procedures/ho-tich/1.001193.yml", "xa/đ/": "units/đ.yml"}
    served = with_edit_link(app, lambda: sources, editor)
    raw = path.encode().decode("latin-1")
    body = b"".join(served({"PATH_INFO": raw} | HERE | environ, lambda *given: answer.extend(given)))
    headers = dict(answer[1])
    assert headers["Content-Length"] == str(len(body if answer[0] != "303 See Other" else b"")), "as long as it says"
    return answer[0], headers, body.decode()


def test_a_page_has_the_link() -> None:
    assert f'<a href="{PATH}thu-tuc/1-001193/">Sửa trang này</a>' in ask("/thu-tuc/1-001193/", Process())[2]
    assert f'href="{PATH}thu-tuc/"' in ask("/thu-tuc/index.html", Process())[2]
    assert 'href="/.sua/a%22%3E%3Cb/"' in ask('/a"><b/', Process())[2]


def test_the_first_time_the_editor_is_started_then_the_reader_is_sent_there() -> None:
    editor = Process()
    status, _, body = ask("/.sua/thu-tuc/1-001193/", editor)
    assert status == "200 OK" and editor.opened == ["sua/procedures/ho-tich/1.001193.yml"]
    assert 'href="/thu-tuc/1-001193/"' in body
    status, headers, _ = ask("/.sua/xa/đ/", editor)
    assert status == "303 See Other" and headers["Location"] == "http://127.0.0.1:8001/sua/units/%C4%91.yml"
    assert ask("/.sua/danh-muc/", editor)[1]["Location"] == "http://127.0.0.1:8001/"  # a page without a record
    assert len(editor.opened) == 1


def test_an_editor_that_cannot_start_is_said_so() -> None:
    status, _, body = ask("/.sua/thu-tuc/1-001193/", Process(starts=False))
    assert status == "503 Service Unavailable" and "cửa sổ lệnh" in body


@pytest.mark.parametrize(
    "environ",
    [{"REMOTE_ADDR": "192.168.1.7"}, {"REMOTE_ADDR": ""}, {"HTTP_SEC_FETCH_SITE": "cross-site"}],
)
def test_nobody_else_gets_or_starts_anything(environ: dict[str, str]) -> None:
    editor = Process()
    assert ask("/thu-tuc/1-001193/", editor, **environ)[2] == PAGE.decode()
    assert ask("/.sua/thu-tuc/1-001193/", editor, **environ)[2] == PAGE.decode()
    assert editor.opened == []
