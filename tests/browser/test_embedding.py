"""The frame and the snippet inside pages of another origin."""

from __future__ import annotations

import functools
import http.server
import threading
from pathlib import Path

from generator.publishing.webservers.policy import ServerPolicy
from tests.outputs.embedded import HOSTILE, hostile, made
from tests.support.chromium import heard, until


def serve(folder: Path, policy: str = "", headers: dict[str, str] | None = None) -> http.server.ThreadingHTTPServer:
    """policy: of the portal; headers: what our own host sends, may be filled in later."""

    class Quiet(http.server.SimpleHTTPRequestHandler):
        def log_message(self, *words: object) -> None:
            pass

        def end_headers(self) -> None:
            if policy:
                self.send_header("Content-Security-Policy", policy)
            for name, value in (headers or {}).items():
                self.send_header(name, value)
            super().end_headers()

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=folder))
    threading.Thread(target=server.serve_forever, args=[0.02], daemon=True).start()
    return server


def put(folder: Path, found: dict[str, bytes]) -> Path:
    for name, data in found.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(data)
    return folder


def test_inside_a_portal_of_another_origin_with_a_strict_policy(browser, tmp_path: Path) -> None:
    headers: dict[str, str] = {}
    ours = serve(put(tmp_path / "ours", made()), headers=headers)
    host = f"http://127.0.0.1:{ours.server_port}"
    portal = tmp_path / "portal"
    frame = f'<iframe src="{host}/nhung/an-thanh/ho-tich/" data-tthc title="Thủ tục" width="100%" height="80"></iframe>'
    snippet = made()["nhung/an-thanh/ho-tich/doan-ma.txt"].decode()
    put(portal, {
        "vua.html": f'<!doctype html><body>{frame}<script src="{host}/nhung/nhung.js" defer></script>{snippet}</body>'.encode(),  # noqa: E501
        "khong-script.html": f"<!doctype html><body>{frame}{snippet}</body>".encode(),
    })  # fmt: skip
    theirs = serve(portal, f"default-src 'none'; frame-src {host}; script-src {host}")
    headers |= ServerPolicy(
        embedders=(f"http://localhost:{theirs.server_port}",)
    ).headers  # noi_nhung lists this portal  # noqa: E501
    page = browser.new_page()
    said: list[str] = []
    page.on(
        "console",
        lambda message: (
            said.append(message.text) if message.type == "error" and "favicon" not in message.text else None
        ),
    )
    page.on("pageerror", lambda error: said.append(str(error)))
    page.goto(f"http://localhost:{theirs.server_port}/vua.html")
    until(page, "document.querySelector('iframe').height > 300")
    inside = page.frames[1]
    whole = inside.evaluate("document.body.getBoundingClientRect().height")
    assert abs(page.evaluate("Number(document.querySelector('iframe').height)") - whole) <= 6, "no second scroll bar"
    whole_list, pasted = inside.locator("li[data-code]").count(), page.locator("section.tthc li").count()
    assert whole_list >= pasted > 5 and str(whole_list) in page.inner_text("section.tthc > p:last-child")
    page.evaluate("parent.postMessage({tthc: 'cao', height: 7777}, '*')")
    page.evaluate("new Promise((done) => setTimeout(() => setTimeout(done)))")  # the message was delivered before
    assert page.evaluate("Number(document.querySelector('iframe').height)") < 7777, (
        "a number from elsewhere is not taken"
    )
    page.goto(f"http://localhost:{theirs.server_port}/khong-script.html")
    page.frame_locator("iframe").locator("li[data-code]").first.wait_for()
    assert page.get_attribute("iframe", "height") == "80"
    assert said == []
    headers |= ServerPolicy(embedders=("https://cong-khac.gov.vn",)).headers
    page.goto(f"http://localhost:{theirs.server_port}/vua.html?2")
    heard(page, lambda: any("frame-ancestors" in text for text in said))
    assert any("frame-ancestors" in text for text in said), "a portal that is not listed shows no frame"
    assert page.frame_locator("iframe").locator("li[data-code]").count() == 0
    page.close()


def test_hostile_text_runs_nowhere(browser, tmp_path: Path) -> None:
    ours = serve(put(tmp_path / "ours", hostile()))
    page = browser.new_page()
    page.goto(f"http://127.0.0.1:{ours.server_port}/nhung/an-thanh/")
    assert page.evaluate("window.hit") is None
    assert page.locator("li[data-code] a").first.inner_text() == HOSTILE
    page.set_content(hostile()["nhung/an-thanh/doan-ma.txt"].decode())
    assert page.evaluate("window.hit") is None
    assert page.locator("section li a").first.inner_text() == HOSTILE
    page.close()
