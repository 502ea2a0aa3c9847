"""Every text of every record is an attack: the site is built all the same, and in Chromium, with no content security
policy to help, nothing of it runs."""

from __future__ import annotations

import itertools
import os
import re
from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser

from generator.audit.external_loads import RUNNING
from generator.audit.run import audit
from generator.audit.site import ParsedPage
from generator.loading.markdown import to_html
from generator.problem import Problem
from tests.conftest import tthc
from tests.hostile.attack import Attack, attacked, bare
from tests.support.every_kind import attack_every_text, whole
from tests.support.night import at_night
from tests.support.payloads import LINK_PAYLOADS, MARKDOWN_PAYLOADS, PAYLOADS
from tests.support.site_pages import pages as pages_of_each_kind

LISTENING = "window.ran = []; for (const name of ['alert', 'confirm', 'prompt', 'print']) window[name] = (...given) => { window.ran.push(name + given) }"  # noqa: E501


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
IN_BROWSER = ("every kind",)  # by day; the check without a browser sees the others anyway
CASES = {"every kind": (0, False, False), "what joins records": (61, True, False), "links": (0, False, True)}
# the same texts in other fields: by day “every kind” has all of them
CASES |= at_night(("other texts", (137, False, False)), ("other links", (41, False, True)))


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
        assert attack_every_text(content, lambda key: next(texts), markdown) > 2 * len(PAYLOADS), "each somewhere"
    else:
        content = attacked(folder, attack)
        assert attack.used > len(LINK_PAYLOADS if attack.links_only else PAYLOADS), "each somewhere"
    done = tthc("build", "--content", content, "--out", folder / "site", "--no-strict")
    assert done.returncode == 0, done.stderr[-2000:]
    assert sorted(path.name for path in folder.iterdir()) == ["content", "site"]
    (folder / "case").write_text(request.param)
    for place in EVERY_KIND if request.param == "every kind" else ():
        assert list((folder / "site").glob(f"{place}index.html")), place
    return folder / "site"


@pytest.fixture(scope="module")
def audited(site: Path) -> list[Problem]:
    return audit(site)


def test_no_page_has_a_script_of_an_editor(audited: list[Problem]) -> None:
    assert [problem for problem in audited if problem.id == "KT-003"] == []


def test_what_machines_read_stays_readable(site: Path, audited: list[Problem]) -> None:
    """Feeds, calendars, data: an editor's words break none of them, and add no line of their own to a calendar."""
    assert [problem for problem in audited if problem.id == "KT-011"] == []
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
    case, night = (site.parent / "case").read_text(), "TTHC_ALL" in os.environ
    if case not in IN_BROWSER and not night:
        pytest.skip("set TTHC_ALL=1 to have this case in the browser too")
    # the pages of stable names do nothing but lead to one of the others
    left = {"pagefind", "id"} | (set() if night else {"hien-nay"})
    shown = {path.relative_to(site) for path in pages_of_each_kind(site, each=1)}
    if not night:  # of a second edition, those that the first has not
        second = {folder.name for folder in site.iterdir() if (folder / "sw.js").is_file()}
        shown = {path for path in shown if path.parts[0] not in second or Path(*path.parts[1:]) not in shown}
    pages = sorted(path.as_posix() for path in shown if not left & set(path.parts))
    assert len(pages) > (40 if night else 70)  # at night cases whose site has fewer pages, too
    with bare(site) as address:
        # by day without the worker: it would fetch every page of the chosen commune beside those that are opened here
        context = browser.new_context(service_workers="allow" if night else "block")
        context.add_init_script(LISTENING)
        page = context.new_page()
        page.set_default_timeout(120_000)
        asked: list[str] = []
        page.on("request", lambda request: asked.append(request.url))
        queries = [
            f"tim-kiem/?q={quote(text)}" for text in ("script", *at_night("alert"), *PAYLOADS[:: 29 if night else 185])
        ]
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


def test_markdown_keeps_only_a_small_safe_set() -> None:
    for text in MARKDOWN_PAYLOADS:
        harmless(text)


def harmless(text: str) -> None:
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
        }, (text, tag)
        ours = {"table": {"class"}, "td": {"data-label"}}.get(tag.name, set())  # what the cards of a phone need
        assert set(tag.attributes) - ours <= {"href", "title", "id", "scope", "start"}, (text, tag)
        assert tag.attributes.get("class", "tthc-table") == "tthc-table", (text, tag)
        runs = ("javascript", "data", "vbscript")
        assert not tag.attributes.get("href", "").lower().strip().startswith(runs), (text, tag)
