"""No word of an editor becomes an address that runs something or leads elsewhere than it says, whatever the field.

Every field that takes a text, and the body of every Markdown file, is filled with such an address; then all that the
build wrote is
searched for links: pages, frames, feeds, calendars, data, printed sheets. And no template links anything that did not
pass the filter.
"""

from __future__ import annotations

import itertools
import json
import os
import re
import zlib
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote

import pytest

from generator.schema.web_address import link_target, mail_address, web_address
from tests.conftest import PROJECT, tthc
from tests.support.every_kind import LEFT_OUT, attack_every_text, whole
from tests.support.night import at_night

BAD = (
    "javascript:alert(1)//evil",
    "//evil.example/x",
    " java\tscript:alert(1)//evil",
    "https://evil@evil.example\\evil",
    "data:text/html,evil",
    "vbscript:evil",
    "\x01javascript:evil",
    "JaVaScRiPt:evil",
    "https:evil.example",
    "https://evil.example/\u202eevil",
    "http://[evil",
    "https://evil.example:evil/",
    "mailto:evil?bcc=evil",
    "tel:evil",
    "blob:evil",
)
USUAL = BAD[:2]
MARKDOWN = "[a]({0}) <{0}> [b{1}]\n\n[b{1}]: {0}\n\n![c]({0})\n"
LINKING = {
    "href",
    "src",
    "action",
    "formaction",
    "data",
    "poster",
    "srcset",
    "xlink:href",
    "data-form",
    "cite",
    "background",
    "ping",
}


OWN = re.compile(r"https://tthc\.example\.vn/[\w./#-]*")  # a page of ours, whose name is made of the attack's letters


class Links(HTMLParser):
    """The addresses of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found += [value or "" for name, value in attrs if name in LINKING]
        refresh = dict(attrs).get("http-equiv", "") == "refresh"
        self.found += [value or "" for name, value in attrs if refresh and name == "content"]

    handle_startendtag = handle_starttag


def links(file: Path) -> Iterator[str]:
    """Every address that a file makes somebody follow."""
    raw = file.read_bytes()
    if file.suffix in (".html", ".txt", ".xml", ".svg"):
        reader = Links()
        reader.feed(raw.decode("utf-8"))
        yield from reader.found
        if file.suffix == ".xml":
            yield from re.findall(r"<(?:loc|uri)>([^<]*)", raw.decode("utf-8"))
    elif file.suffix == ".ics":
        lines = raw.decode("utf-8").replace("\r\n ", "").split("\r\n")
        yield from (line.partition(":")[2] for line in lines if line.startswith(("URL", "ATTACH")))
    elif file.suffix in (".json", ".webmanifest"):
        yield from _json(json.loads(raw), "")
    elif file.suffix == ".pdf":
        parts = [raw, *(_inflated(part) for part in re.findall(rb"stream\r?\n(.*?)endstream", raw, re.DOTALL))]
        for part in parts:
            yield from (found.decode("latin-1") for found in re.findall(rb"/URI\s*\((.*?)\)", part, re.DOTALL))


def _inflated(raw: bytes) -> bytes:
    try:
        return zlib.decompress(raw)
    except zlib.error:
        return b""


def _json(value: object, key: str) -> Iterator[str]:
    if isinstance(value, dict):
        for name, item in value.items():
            yield from _json(item, name)
    elif isinstance(value, list):
        for item in value:
            yield from _json(item, key)
    elif isinstance(value, str) and key in {"url", "link", "form", "href", "src", "feedbackMail", "start_url"}:
        yield value


def built(tmp_path: Path, texts: tuple[str, ...], editions: bool = True, **site: str) -> Path:
    content, turn = whole(tmp_path, editions), itertools.cycle(texts)
    body = "\n".join(MARKDOWN.format(text, number) for number, text in enumerate(texts))
    attack_every_text(content, lambda key: next(turn), body)
    file = content / "site.yml"
    lines = [line for line in file.read_text("utf-8").split("\n") if not line.startswith(("dia_chi_trang:", "ban_in:"))]
    file.write_text(
        "\n".join([*lines, "ban_in: 50", *(f"{key}: {value}" for key, value in site.items())]) + "\n", "utf-8"
    )
    done = tthc("build", "--content", content, "--out", tmp_path / "site", "--no-strict")
    assert done.returncode == 0 and "Traceback" not in done.stderr, done.stderr[-2000:]
    return tmp_path / "site"


@pytest.mark.slow
@pytest.mark.parametrize("texts", [(text,) for text in BAD] if "TTHC_FUZZ" in os.environ else [USUAL])
def test_no_field_becomes_such_a_link(tmp_path: Path, texts: tuple[str, ...]) -> None:
    """Usually the texts take turns; at night each fills every field, in two editions."""
    site = built(tmp_path, texts, "TTHC_FUZZ" in os.environ, dia_chi_trang="https://tthc.example.vn/")
    files = [file for file in site.rglob("*") if file.is_file() and "pagefind" not in file.parts]
    assert {".html", ".xml", ".ics", ".json", ".txt", ".pdf"} <= {file.suffix for file in files}
    wrong = [
        (file.relative_to(site).as_posix(), link)
        for file in files
        for link in links(file)
        if re.match(
            r"[\s\x00-\x20]*(?:(?!https?:|mailto:|tel:)[a-z][a-z0-9+.\s-]*:|//|\\|https?:(?!//))", unquote(link), re.I
        )
        or (re.match(r"\s*https?:|\s*mailto:", link, re.I) and "evil" in link and not OWN.fullmatch(link))
    ]
    assert wrong == []


@pytest.mark.parametrize(
    "text",
    ["javascript:alert(1)//", "http://[evil", *at_night("//evil.example", "https://a.vn/?x=1", "https://a\tb.vn")],
)
def test_the_site_s_own_address(tmp_path: Path, text: str) -> None:
    site = built(tmp_path, ("chữ",), "TTHC_ALL" in os.environ, dia_chi_trang=json.dumps(text))
    for file in site.rglob("*"):
        if (
            file.is_file()
            and file.suffix in (".html", ".xml", ".ics", ".txt", ".json")
            and "pagefind" not in file.parts
        ):
            assert text not in file.read_text("utf-8"), file


def test_fields_that_are_filled() -> None:
    """What is left out of the attack joins records; nothing of it is an address."""
    assert not LEFT_OUT & {
        "cong_quoc_gia",
        "he_thong_phan_anh",
        "lien_ket",
        "tep",
        "he_thong",
        "bieu_mau_gop_y",
        "dia_chi",
    }


@pytest.mark.parametrize("text", BAD)
def test_the_filter_refuses(text: str) -> None:
    assert web_address(text) == "" and mail_address(text) == "" and link_target(text) == ""


@pytest.mark.parametrize(
    "text",
    [
        "https://dichvucong.gov.vn",
        "http://a.vn:8080/x?y=z&t=(1)#đ",
        "https://bieu-mau.vn/f?trang={trang}&ban={ban}",
        "HTTPS://TUKY.haiduong.gov.vn/",
        "https://xn--a.vn/%20",
    ],
)
def test_the_filter_lets_pass(text: str) -> None:
    assert web_address(text) == text == web_address(f" {text} ") == link_target(text)


@pytest.mark.parametrize(
    "text",
    [
        "#phan",
        "../thu-tuc/1/",
        "/tin-tuc/",
        "tep.pdf?x=1:2",
        "?q=a",
        "mailto:a@b.vn",
        "mailto:a@b.vn?subject=H%E1%BB%8Fi",
        "tel:1900 1000",
    ],
)
def test_markdown_may_also_link_here(text: str) -> None:
    assert link_target(text) == text


OURS = re.compile(  # what an address in a template may begin with: our own pages and files, or the filter
    r"\{\{ ?(?:root|asset\(|slot\.address|site_url|formatting\.safe_url\(|national\b|'#|district\b|"
    r"unit_now\(root, )|#|tel:|\{% "
)
MADE = {  # made by the code named here out of our own addresses, with the filter where one is an editor's
    ("breadcrumbs.html", "{{ url }}"),  # PageRenderer._crumbs: the root and the page's own way
    ("doubt.html", "{{ address }}"),  # formatting.safe_url in the same macro
    ("doubt.html", "{{ page }}#hoi-lai"),  # a procedure's own page
    ("summary.html", "{{ link }}"),  # contact_rows: phone_number, mail_address, web_address
    ("picture.html", "{{ src }}"),  # urls.handbook_picture below the root
    ("facts.html", "{{ fact.link }}"),  # procedure_content: a place of the same page
    ("facts.html", "{{ fact.more }}"),
    ("edition.html", "{{ address }}"),  # edition_band: the other editions, and national_search with the filter
    ("procedure-replaced.html", "{{ address }}"),  # fate.what_became: national_search with the filter
    ("404.html", "{{ link.href(root) }}"),  # catalogue.edition: the root and the edition's folder
    ("404.html", "{{ link.href(root, urls.CATALOGUE) }}"),
    ("404.html", "{{ link.href(root, urls.SEARCH) }}"),
}


def test_templates_link_only_what_passed_the_filter() -> None:
    files = sorted((PROJECT / "theme").rglob("*.html"))
    assert len(files) > 100
    linking = re.compile(r'(?<![\w-])(?:href|src|action|formaction)="([^"]*\{\{[^"]*)"')
    found = [(file.name, value) for file in files for value in linking.findall(file.read_text("utf-8"))]
    assert [link for link in found if not OURS.match(link[1]) and link not in MADE] == []
