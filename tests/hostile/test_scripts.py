"""Every text of every record is an attack: the site is built all the same, and in Chromium, with no content security
policy to help, nothing of it runs."""

from __future__ import annotations

import functools
import http.server
import itertools
import os
import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
import yaml
from playwright.sync_api import Browser

from generator.audit.run import audit
from generator.site.markdown import to_html
from tests.conftest import SMALL, tthc
from tests.hostile.payloads import LINK_PAYLOADS, MARKDOWN_PAYLOADS, PAYLOADS

# what joins records, so that pages are made at all; what_joins=True attacks these too
JOINING = {"ma_thu_tuc", "don_vi", "thuoc", "linh_vuc", "slug", "so_ky_hieu", "van_ban", "thu_tuc", "co_quan", "gom", "nam", "ten_giay_to_mau"}
LISTENING = "window.ran = []; for (const name of ['alert', 'confirm', 'prompt', 'print']) window[name] = (...given) => { window.ran.push(name + given) }"


class Attack:
    """Turns texts into payloads, the next one each time."""

    def __init__(self, start: int, joining: bool, links_only: bool) -> None:
        self.texts = itertools.islice(itertools.cycle(LINK_PAYLOADS if links_only else PAYLOADS), start, None)
        self.joining, self.links_only, self.used = joining, links_only, 0

    def on(self, value: Any, key: str = "") -> Any:
        if isinstance(value, dict):
            return {name: self.on(item, name) for name, item in value.items()}
        if isinstance(value, list):
            return [self.on(item, key) for item in value]
        if not isinstance(value, str) or (key in JOINING and not self.joining) or (self.links_only and not _is_link(value, key)):
            return value
        self.used += 1
        return next(self.texts)


def _is_link(value: str, key: str) -> bool:
    return "://" in value or "@" in value or key in {"trang_thong_tin", "he_thong", "dia_chi_trang", "dien_thoai", "thu_dien_tu", "tep", "so", "nguon"}


def attacked(folder: Path, attack: Attack) -> Path:
    """The small site's content with its texts replaced."""
    content = Path(shutil.copytree(SMALL, folder / "content"))
    for file in sorted(content.rglob("*.yml")):
        file.write_text(yaml.safe_dump(attack.on(yaml.load(file.read_text("utf-8"), yaml.CBaseLoader)), allow_unicode=True, sort_keys=False), "utf-8")
    texts = iter(MARKDOWN_PAYLOADS)
    for file in sorted(content.rglob("*.md")):
        _, front, _ = file.read_text("utf-8").split("---\n", 2)
        front = yaml.safe_dump(attack.on(yaml.load(front, yaml.CBaseLoader)), allow_unicode=True, sort_keys=False)
        file.write_text(f"---\n{front}---\n" + "\n\n".join(itertools.islice(texts, 80)), "utf-8")
    return content


@contextmanager
def bare(folder: Path) -> Iterator[str]:
    """`folder` on a local port, with no security headers at all."""

    class Quiet(http.server.SimpleHTTPRequestHandler):
        def log_message(self, *given: object) -> None:
            """Stay silent."""

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()


# the last two go to the browser only when TTHC_ALL is set: they cost time, and the check without a browser sees them anyway
CASES = {"texts": (0, False, False), "what joins records": (61, True, False), "links": (0, False, True), "other texts": (137, False, False), "other links": (41, False, True)}


@pytest.fixture(scope="module", params=CASES)
def site(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The attacked site, built; nothing may appear beside it."""
    folder = tmp_path_factory.mktemp("attacked")
    attack = Attack(*CASES[request.param])
    content = attacked(folder, attack)
    assert attack.used > (15 if attack.links_only else 150)
    done = tthc("build", "--content", content, "--out", folder / "site", "--no-strict")
    assert done.returncode == 0, done.stderr[-2000:]
    assert sorted(path.name for path in folder.iterdir()) == ["content", "site"]
    (folder / "case").write_text(request.param)
    return folder / "site"


def test_no_page_has_a_script_of_an_editor(site: Path) -> None:
    found = [problem for problem in audit(site) if problem.id == "KT-003"]
    assert found == []


@pytest.mark.browser
def test_nothing_runs_in_chromium(browser: Browser, site: Path) -> None:
    if (site.parent / "case").read_text().startswith("other") and "TTHC_ALL" not in os.environ:
        pytest.skip("set TTHC_ALL=1 to have this case in the browser too")
    pages = sorted(path.relative_to(site).as_posix() for path in site.rglob("*.html") if "pagefind" not in path.parts)
    assert len(pages) > 20
    with bare(site) as address:
        context = browser.new_context()
        context.add_init_script(LISTENING)
        page = context.new_page()
        asked: list[str] = []
        page.on("request", lambda request: asked.append(request.url))
        queries = [f"tim-kiem/?q={quote(text)}" for text in ("script", "alert", *PAYLOADS[::29])]
        for name in [*pages, *queries]:
            page.goto(address + name, wait_until="load")
            if name.startswith("tim-kiem/?"):
                page.wait_for_selector("[data-results]:not([data-state=loading]):not([data-state=idle])", timeout=10_000)
            assert page.evaluate("window.ran") == [], name
            assert page.url.split("?")[0].startswith(address), f"{name} went to {page.url}"
            odd = "[...document.querySelectorAll('*')].filter(e => [...e.attributes].some(a => /^on/i.test(a.name) || /^\\s*(javascript|vbscript|data):/i.test(a.value) && /^(href|src|action|formaction|data)$/i.test(a.name))).map(e => e.outerHTML.slice(0, 200))"
            assert page.evaluate(odd) == [], name
        assert [url for url in asked if not url.startswith((address, "data:"))] == []
        context.close()


@pytest.mark.parametrize("text", MARKDOWN_PAYLOADS)
def test_markdown_keeps_only_a_small_safe_set(text: str) -> None:
    from generator.audit.site import PageFacts

    facts = PageFacts("x", 0)
    facts.feed(to_html(text))
    for tag in facts.tags:
        assert tag.name in {"p", "br", "strong", "em", "ul", "ol", "li", "a", "h2", "h3", "h4", "blockquote", "code", "pre", "table", "thead", "tbody", "tr", "th", "td", "hr", "dl", "dt", "dd", "kbd"}
        assert set(tag.attributes) <= {"href", "title", "id", "scope", "start"}
        assert not tag.attributes.get("href", "").lower().strip().startswith(("javascript", "data", "vbscript"))


ODD_NAMES = ("..%2f..%2fra-ngoai", "<img src=x onerror=alert(1)>", 'x" onfocus=alert(1) autofocus x="', "a b", "a#b", "a?b", "a%b", "..", "...", "con", "x" * 180, "ẩn\u202egnp", "-rf", "a\nb", "javascript:alert(1)")
ODD_CODES = ("../../../ra-ngoai", "/etc/ra-ngoai", "1.001193/../../x", "..", "<script>alert(1)</script>", "a\\..\\b", "%2e%2e/x", "x" * 300)


def built(content: Path, out: Path) -> list[str]:
    """What the build made beside `content`; it may refuse, but not crash, and no script of an editor may be in it."""
    done = tthc("build", "--content", content, "--out", out, "--no-strict")
    assert "Traceback" not in done.stderr, done.stderr[-1000:]
    assert [problem for problem in audit(out) if problem.id == "KT-003"] == []
    return sorted(path.name for path in out.parent.iterdir())


def test_names_of_files_lead_nowhere_else(tmp_path: Path) -> None:
    content = Path(shutil.copytree(SMALL, tmp_path / "content"))
    for folder in ("units", "laws", "guides", "notices"):
        model = next(path for path in sorted((content / folder).iterdir()) if path.is_file())
        for name in ODD_NAMES:
            (content / folder / f"{name}{model.suffix}").write_bytes(model.read_bytes())
    assert built(content, tmp_path / "site") == ["content", "site"]


def test_codes_of_procedures_lead_nowhere_else(tmp_path: Path) -> None:
    content = Path(shutil.copytree(SMALL, tmp_path / "content"))
    data = yaml.load((content / "procedures/ho-tich/1.001193.yml").read_text("utf-8"), yaml.CBaseLoader)
    for number, code in enumerate(ODD_CODES):
        (content / f"procedures/ho-tich/{number}.yml").write_text(yaml.safe_dump(data | {"ma_thu_tuc": code}, allow_unicode=True), "utf-8")
    assert built(content, tmp_path / "site") == ["content", "site"]
