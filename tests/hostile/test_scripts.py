"""Every text of every record is an attack: the site is built all the same, and in Chromium, with no content security
policy to help, nothing of it runs."""

from __future__ import annotations

import functools
import http.server
import itertools
import os
import re
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

from generator.audit.external_loads import RUNNING
from generator.audit.run import audit
from generator.audit.site import ParsedPage
from generator.loading.markdown import to_html
from tests.conftest import SMALL, tthc
from tests.support.every_kind import attack_every_text, whole
from tests.support.payloads import LINK_PAYLOADS, MARKDOWN_PAYLOADS, PAYLOADS

# what joins records, so that pages are made at all; what_joins=True attacks these too
JOINING = {
    "ma_thu_tuc",
    "don_vi",
    "thuoc",
    "linh_vuc",
    "slug",
    "so_ky_hieu",
    "van_ban",
    "thu_tuc",
    "co_quan",
    "gom",
    "nam",
    "ten_giay_to_mau",
}
LISTENING = "window.ran = []; for (const name of ['alert', 'confirm', 'prompt', 'print']) window[name] = (...given) => { window.ran.push(name + given) }"  # noqa: E501


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
        if (
            not isinstance(value, str)
            or (key in JOINING and not self.joining)
            or (self.links_only and not _is_link(value, key))
        ):
            return value
        self.used += 1
        return next(self.texts)


def _is_link(value: str, key: str) -> bool:
    return (
        "://" in value
        or "@" in value
        or key in {"trang_thong_tin", "he_thong", "dia_chi_trang", "dien_thoai", "thu_dien_tu", "tep", "so", "nguon"}
    )


def attacked(folder: Path, attack: Attack) -> Path:
    """The small site's content with its texts replaced."""
    content = Path(shutil.copytree(SMALL, folder / "content"))
    for file in sorted(content.rglob("*.yml")):
        file.write_text(
            yaml.safe_dump(
                attack.on(yaml.load(file.read_text("utf-8"), yaml.CBaseLoader)), allow_unicode=True, sort_keys=False
            ),
            "utf-8",
        )
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


EVERY_KIND = (
    *(
        f"ke-hoach/2023/{place}"
        for place in (
            "nhiem-vu/*/",
            "tap-huan/*/",
            "kiem-tra/*/",
            "van-ban/*/",
            "ra-soat/*/",
            "mot-cua/*/",
            "phan-anh/*/",
            "truc-tuyen/",
            "co-quan/*/",
            "tien-do/",
        )
    ),
    *(
        "quy-trinh/*/",
        "don-vi/an-thanh/",
        "so-tay/*/",
        "tin-tuc/*/",
        "huong-dan/*/",
        "van-ban/*/",
        "thu-tuc/1-001193/",
        "giai-thich/",
        "nhung/an-thanh/*/",
        "ngoai-mang/",
        "en/contacts/",
    ),
)
# the last two go to the browser only when TTHC_ALL is set: they cost time, and the check without a browser sees them
# anyway
CASES = {
    "every kind": (0, False, False),
    "what joins records": (61, True, False),
    "links": (0, False, True),
    "other texts": (137, False, False),
    "other links": (41, False, True),
}


@pytest.fixture(scope="module", params=CASES)
def site(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The attacked site, built; nothing may appear beside it."""
    folder = tmp_path_factory.mktemp("attacked")
    attack = Attack(*CASES[request.param])
    if request.param == "every kind":
        texts = (
            text for text in attack.texts if text.replace("\r", "").replace("\n", "").isprintable()
        )  # others: the whole file is refused
        markdown = "\n\n".join(itertools.islice((text for text in MARKDOWN_PAYLOADS if text.isprintable()), 80))
        content = whole(folder)
        assert attack_every_text(content, lambda key: next(texts), markdown) > 500
    else:
        content = attacked(folder, attack)
        assert attack.used > (15 if attack.links_only else 150)
    done = tthc("build", "--content", content, "--out", folder / "site", "--no-strict")
    assert done.returncode == 0, done.stderr[-2000:]
    assert sorted(path.name for path in folder.iterdir()) == ["content", "site"]
    (folder / "case").write_text(request.param)
    for place in EVERY_KIND if request.param == "every kind" else ():
        assert list((folder / "site").glob(f"{place}index.html")), place
    return folder / "site"


def test_no_page_has_a_script_of_an_editor(site: Path) -> None:
    found = [problem for problem in audit(site) if problem.id == "KT-003"]
    assert found == []


def test_what_machines_read_stays_readable(site: Path) -> None:
    """Feeds, calendars, data: an editor's words break none of them, and add no line of their own to a calendar."""
    assert [problem for problem in audit(site) if problem.id == "KT-011"] == []
    calendars = sorted(site.rglob("*.ics"))
    assert calendars
    for file in calendars:
        text = file.read_bytes().decode("utf-8")
        assert not set("\r\n") & set(text.replace("\r\n", ""))
        lines = text.replace("\r\n ", "").split("\r\n")
        for line in lines:
            assert re.match(
                r"(BEGIN|END|VERSION|PRODID|CALSCALE|X-WR-[A-Z]+|TZ[A-Z]+|UID|DTSTAMP|DTSTART(;VALUE=DATE)?|DTEND;VALUE=DATE|SUMMARY|DESCRIPTION|CATEGORIES|URL|TRANSP):|$",
                line,
            ), line
        assert lines.count("BEGIN:VEVENT") == text.count("BEGIN:VEVENT\r\n") == text.count("\r\nUID:")


def test_what_other_sites_paste_is_harmless(site: Path) -> None:
    snippets = sorted(site.glob("nhung/**/*.txt"))
    assert snippets or (site.parent / "case").read_text() != "every kind"
    for file in snippets:
        facts = ParsedPage(file.name, 0)
        facts.feed(file.read_text("utf-8"))
        for tag in facts.tags:
            assert tag.name in {"section", "h3", "ul", "li", "a", "p", "iframe", "small", "strong"}, (file, tag)
            assert set(tag.attributes) <= {
                "href",
                "lang",
                "class",
                "src",
                "title",
                "loading",
                "width",
                "height",
                "sandbox",
                "referrerpolicy",
                "data-edition",
            }, (file, tag)
            for key in ("href", "src"):
                assert not RUNNING.match(tag.attributes.get(key, "")), (file, tag)


@pytest.mark.browser
def test_nothing_runs_in_chromium(browser: Browser, site: Path) -> None:
    if (site.parent / "case").read_text().startswith("other") and "TTHC_ALL" not in os.environ:
        pytest.skip("set TTHC_ALL=1 to have this case in the browser too")
    # the pages of stable names do nothing but lead to one of the others
    left = {"pagefind", "id"}
    pages = sorted(path.relative_to(site).as_posix() for path in site.rglob("*.html") if not left & set(path.parts))
    assert len(pages) > 20
    with bare(site) as address:
        context = browser.new_context()
        context.add_init_script(LISTENING)
        page = context.new_page()
        page.set_default_timeout(120_000)
        asked: list[str] = []
        page.on("request", lambda request: asked.append(request.url))
        queries = [f"tim-kiem/?q={quote(text)}" for text in ("script", "alert", *PAYLOADS[::29])]
        for text in map(
            quote,
            ("javascript:alert(1)", '"><img src=x onerror=alert(1)>', "//example.test/x", "<svg onload=alert(1)>"),
        ):
            queries += [
                f"phan-anh/gop-y/?trang={text}&ban={text}&tep={text}&diem={text}",
                f"thu-tuc/?xa={text}&linh-vuc={text}#{text}",
                f"{pages[-1]}?xa={text}#{text}",
            ]
        for name in [*pages, *queries]:
            page.goto(address + name, wait_until="load")
            if name.startswith("tim-kiem/?"):
                page.wait_for_selector(
                    "[data-results]:not([data-state=loading]):not([data-state=idle])", timeout=120_000
                )
            assert page.evaluate("window.ran") == [], name
            assert page.url.split("?")[0].startswith(address), f"{name} went to {page.url}"
            odd = "[...document.querySelectorAll('*')].filter(e => [...e.attributes].some(a => /^on/i.test(a.name) || /^\\s*(javascript|vbscript|data):/i.test(a.value) && /^(href|src|action|formaction|data)$/i.test(a.name))).map(e => e.outerHTML.slice(0, 200))"  # noqa: E501
            assert page.evaluate(odd) == [], name
        assert [url for url in asked if not url.startswith((address, "data:"))] == []
        context.close()


@pytest.mark.parametrize("text", MARKDOWN_PAYLOADS)
def test_markdown_keeps_only_a_small_safe_set(text: str) -> None:
    facts = ParsedPage("x", 0)
    facts.feed(to_html(text))
    for tag in facts.tags:
        assert tag.name in {
            "p",
            "br",
            "strong",
            "em",
            "ul",
            "ol",
            "li",
            "a",
            "h2",
            "h3",
            "h4",
            "blockquote",
            "code",
            "pre",
            "table",
            "thead",
            "tbody",
            "tr",
            "th",
            "td",
            "hr",
            "dl",
            "dt",
            "dd",
            "kbd",
        }
        assert set(tag.attributes) <= {"href", "title", "id", "scope", "start"}
        assert not tag.attributes.get("href", "").lower().strip().startswith(("javascript", "data", "vbscript"))


ODD_NAMES = (
    "..%2f..%2fra-ngoai",
    "<img src=x onerror=alert(1)>",
    'x" onfocus=alert(1) autofocus x="',
    "a b",
    "a#b",
    "a?b",
    "a%b",
    "..",
    "...",
    "con",
    "x" * 180,
    "ẩn\u202egnp",
    "-rf",
    "a\nb",
    "javascript:alert(1)",
)
ODD_CODES = (
    "../../../ra-ngoai",
    "/etc/ra-ngoai",
    "1.001193/../../x",
    "..",
    "<script>alert(1)</script>",
    "a\\..\\b",
    "%2e%2e/x",
    "x" * 300,
)


def built(content: Path, out: Path) -> list[str]:
    """What the build made beside `content`; it may refuse, but not crash, and no script of an editor may be in it."""
    done = tthc("build", "--content", content, "--out", out, "--no-strict")
    assert "Traceback" not in done.stderr, done.stderr[-1000:]
    assert [problem for problem in audit(out) if problem.id == "KT-003"] == []
    return sorted(path.name for path in out.parent.iterdir())


def test_the_sites_own_address_runs_nothing(tmp_path: Path) -> None:
    content = Path(shutil.copytree(SMALL, tmp_path / "content"))
    file = content / "site.yml"
    file.write_text(
        re.sub(r"(?m)^dia_chi_trang: .*", 'dia_chi_trang: "javascript:alert(1)//x"', file.read_text("utf-8")), "utf-8"
    )
    assert built(content, tmp_path / "site") == ["content", "site"]
    texts = {path: path.read_bytes() for path in (tmp_path / "site").rglob("*") if path.is_file()}
    assert [path for path, data in texts.items() if b"javascript:" in data and path.suffix != ".js"] == []


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
        (content / f"procedures/ho-tich/{number}.yml").write_text(
            yaml.safe_dump(data | {"ma_thu_tuc": code}, allow_unicode=True), "utf-8"
        )
    assert built(content, tmp_path / "site") == ["content", "site"]
