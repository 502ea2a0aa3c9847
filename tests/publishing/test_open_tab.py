"""A tab that is open during a publication goes on working: it searches with the files of the release it came from."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from generator.publishing.prepare import PreparedRelease, prepare
from generator.publishing.release import Settings, publish
from generator.publishing.target_url import target_from_url
from generator.publishing.webservers import nginx as nginx_config
from generator.publishing.webservers.policy import ServerPolicy
from tests.conftest import SMALL, tthc
from tests.support.servers import free_port, nginx

SEARCH = """async word => {
  const pagefind = window.opened ??= await import(new URL('pagefind/pagefind.js', location.origin + '/').href)
  const found = await pagefind.search(word)
  return await Promise.all(found.results.map(async result => (await result.data()).url))
}"""


def release(site: Path, folder: Path) -> PreparedRelease:
    return PreparedRelease(folder, prepare(site, folder))


@pytest.mark.browser
def test_an_open_tab_still_searches_after_the_switch(browser: Browser, small_site: Path, open_folder: Path) -> None:
    content = Path(shutil.copytree(SMALL, open_folder / "content"))
    for file in content.rglob("*.yml"):  # every page with the word changes, so every search file does
        file.write_text(file.read_text("utf-8").replace("khai sinh.", "khai sinh nhé."), "utf-8")
    done = tthc("build", "--content", content, "--out", open_folder / "new", "--no-strict")
    assert done.returncode == 0, done.stderr
    root, port = open_folder / "www", free_port()
    place = target_from_url(str(root))
    publish(place, release(small_site, open_folder / "release-1"), Settings())
    config = nginx_config.render(
        ServerPolicy(root=str(root), listen=f"127.0.0.1:{port}"),
        any(Path("/usr/lib/nginx/modules").glob("*brotli_static*")),  # noqa: E501
    )
    with nginx(open_folder / "nginx", config, port) as address:
        page = browser.new_page()
        complaints: list[str] = []
        failed: list[str] = []
        page.on(
            "console",
            lambda message: complaints.append(message.text) if "Content Security Policy" in message.text else None,
        )
        page.on("response", lambda answer: failed.append(answer.url) if answer.status >= 400 else None)
        page.goto(address + "/tim-kiem/")
        before = page.evaluate(SEARCH, "khai sinh")
        assert before
        old = {path.name for path in (root / "current/pagefind/fragment").iterdir()}
        facts = [
            path.relative_to(root / "current").as_posix()
            for path in (root / "current/tim-kiem").glob("*.??????????.json")
        ]
        assert len(facts) > 1  # what the site's own search loads in parts
        publish(place, release(open_folder / "new", open_folder / "release-2"), Settings())
        assert {path.name for path in (root / "current/pagefind/fragment").iterdir()} - old  # there is something new
        assert page.evaluate(SEARCH, "sao từ bản chính")  # not asked before: fetched now, by the old names
        assert sorted(page.evaluate(SEARCH, "khai sinh")) == sorted(before)
        assert [page.evaluate("async name => (await fetch('/' + name)).status", name) for name in facts] == [200] * len(
            facts
        )
        page.reload()
        assert page.evaluate(SEARCH, "khai sinh")
        assert (complaints, failed) == ([], [])
        page.close()
