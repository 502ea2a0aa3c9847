"""`mkdocs serve`: a saved file is seen in the browser, content and theme alike; an error keeps the last good page."""

from __future__ import annotations

import os
import re
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.conftest import PROJECT, SMALL

pytestmark = pytest.mark.slow


@pytest.fixture
def served(tmp_path: Path) -> Iterator[tuple[str, Path]]:
    shutil.copytree(SMALL, tmp_path / "content")
    shutil.copytree(PROJECT / "theme", tmp_path / "theme")
    shutil.copy(PROJECT / "mkdocs.yml", tmp_path)
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    log = (tmp_path / "log.txt").open("w")
    browser = tmp_path / "browser"  # in place of the officer's: writes down the address that it is to open
    browser.write_text(
        f'#!/bin/sh\nprintf "%s" "$1" > "{tmp_path}/opened.new"\nmv "{tmp_path}/opened.new" "{tmp_path}/opened"\n'
    )
    browser.chmod(0o755)
    server = subprocess.Popen(
        [sys.executable, "-m", "mkdocs", "serve", "-a", f"127.0.0.1:{port}"],
        cwd=tmp_path,
        stdout=log,
        stderr=log,
        env=os.environ | {"BROWSER": str(browser)},
    )
    try:
        yield f"http://127.0.0.1:{port}/", tmp_path
    finally:
        server.terminate()
        server.wait(20)


def wait_for(what: Callable[[], bool], seconds: float = 60) -> None:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        try:
            if what():
                return
        except (urllib.error.URLError, ConnectionError):
            pass
        time.sleep(0.1)
    raise AssertionError("did not happen in time")


class NoRedirects(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *arguments: object) -> None:
        return None


def get(address: str, *, follow: bool = True) -> str:
    """The text at an address; with follow=False where it sends the reader."""
    if not follow:
        with pytest.raises(urllib.error.HTTPError) as raised:
            urllib.request.build_opener(NoRedirects()).open(address, timeout=30)
        return raised.value.headers["Location"]
    with urllib.request.urlopen(address, timeout=30) as answer:
        return answer.read().decode()


def change(file: Path, pattern: str, text: str) -> None:
    file.write_text(re.sub(pattern, text, file.read_text("utf-8"), count=1), "utf-8")


def test_saved_content_and_theme_are_shown_and_errors_are_survived(served: tuple[str, Path]) -> None:
    base, folder = served
    page = f"{base}thu-tuc/1-001193/"
    record = folder / "content/procedures/ho-tich/1.001193.yml"
    wait_for((folder / ".cache/templates").exists)  # the first build has read the content
    change(record, "ten_thu_tuc: .*", "ten_thu_tuc: Đăng ký khai sinh sớm")
    wait_for(lambda: "khai sinh sớm" in get(page))
    assert "pagefind.js" not in get(page)
    wait_for(lambda: "pagefind" in get(f"{base}pagefind/pagefind.js"))  # indexed beside other work, after the pages

    change(record, "ten_thu_tuc: .*", "ten_thu_tuc: Đăng ký khai sinh cho bé")
    wait_for(lambda: "khai sinh cho bé" in get(page))

    good = record.read_text("utf-8")
    record.write_text("ma_thu_tuc: [\n", "utf-8")
    wait_for(lambda: "TT-004" in (folder / "log.txt").read_text("utf-8"))
    wait_for(lambda: "TT-004" in get(base))  # on the page too
    record.write_text(good, "utf-8")
    wait_for(lambda: "khai sinh cho bé" in get(page) and "TT-004" not in get(page))

    shutil.copytree(folder / "content", folder / "other")  # as another branch, or an archive unpacked in its place
    change(folder / "other/procedures/ho-tich/1.001193.yml", "ten_thu_tuc: .*", "ten_thu_tuc: Khai sinh nhánh khác")
    (folder / "content").rename(folder / "before")
    (folder / "other").rename(folder / "content")
    wait_for(lambda: "Khai sinh nhánh khác" in get(page))
    change(record, "ten_thu_tuc: .*", "ten_thu_tuc: Khai sinh sau cùng")
    wait_for(lambda: "Khai sinh sau cùng" in get(page))

    change(folder / "theme/pages/procedure.html", '<p class="tthc-lead"', '<p data-moi="1" class="tthc-lead"')
    wait_for(lambda: 'data-moi="1"' in get(page))


def test_a_page_leads_to_its_record_in_the_editor(served: tuple[str, Path]) -> None:
    base, folder = served
    page = "thu-tuc/1-001193/"
    wait_for(lambda: "Sửa trang này" in get(base + page))
    assert "vừa mở" in get(f"{base}.sua/{page}")  # starts the editor; the browser gets the token, not the reader
    wait_for(lambda: (folder / "opened").exists())
    opened = (folder / "opened").read_text("utf-8")
    assert re.fullmatch(r"http://127\.0\.0\.1:\d+/sua/procedures/(.+/)?1\.001193\.yml\?ma=[\w-]+", opened)
    token = opened.partition("?")[2]
    assert token not in get(base + page) and token not in get(f"{base}.sua/{page}", follow=False)
    jar = urllib.request.build_opener(urllib.request.HTTPCookieProcessor())
    with jar.open(opened, timeout=30) as answer:
        assert 'data-key="ma_thu_tuc"' in answer.read().decode()
    assert get(f"{base}.sua/{page}", follow=False) == opened.partition("?")[0]
