"""A built site is good; each way of damaging it is found, where it is, and ends in exit code 1."""

from __future__ import annotations

import functools
import os
import random
import re
import shutil
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

import pytest

from generator.audit.run import AuditedFiles, FileMap, at_once, audit
from generator.audit.site import BuiltSite, ParsedPage
from generator.problem import ERROR, Problem
from tests.conftest import tthc

PROCEDURE, OTHER = "thu-tuc/1-001193/index.html", "thu-tuc/2-000815/index.html"
UNIT, PLAN = "don-vi/an-thanh/index.html", "ke-hoach/2023/index.html"
Edit = Callable[[str], str]


def instead(old: str, new: str) -> Edit:
    def edit(text: str) -> str:
        assert old in text
        return text.replace(old, new, 1)

    return edit


CANONICAL = r'(rel="canonical" href="[^"]*)'


def replaced(pattern: str, new: str) -> Edit:
    def edit(text: str) -> str:
        changed, count = re.subn(pattern, new, text, count=1)
        assert count
        return changed

    return edit


def without(begin: str, end: str) -> Edit:
    def edit(text: str) -> str:
        start = text.index(begin)
        return text[:start] + text[text.index(end, start) + len(end) :]

    return edit


def put_in(html: str) -> Edit:
    return instead("</main>", f"{html}</main>")


PAGES: dict[str, tuple[str, Edit, str]] = {
    "a section is gone": (PROCEDURE, without('<section id="phi"', "</section>"), "KT-004"),
    "two sections changed places": (PROCEDURE, lambda text: text.replace('id="phi"', 'id="x"').replace('id="ho-so"', 'id="phi"').replace('id="x"', 'id="ho-so"'), "KT-004"),  # noqa: E501
    "a section is empty": (OTHER, lambda text: text[: (at := text.index("</h2>", text.index('<section id="ket-qua"')) + 5)] + text[text.index("</section>", at) :], "KT-004"),  # noqa: E501
    "the whole procedure is gone": (OTHER, without("<article", "</article>"), "KT-004"),
    "a link to nothing": ("index.html", put_in('<a href="khong-co/">x</a>'), "KT-001"),
    "an anchor to nothing": ("index.html", put_in('<a href="thu-tuc/#khong-co">x</a>'), "KT-001"),
    "a link out of the site's folder": ("index.html", put_in('<a href="../../etc/passwd">x</a>'), "KT-001"),
    "a picture that is not there": ("index.html", put_in('<img src="x.png" srcset="y.png 2x" alt="">'), "KT-001"),
    "data for a script that are not there": ("index.html", lambda text: text.replace('data-places="./assets/', 'data-places="./khong-co/'), "KT-001"),  # noqa: E501
    "no language": ("index.html", instead('<html lang="vi">', "<html>"), "KT-002"),
    "another language": ("index.html", instead('lang="vi"', 'lang="en"'), "KT-002"),
    "a language that is a country": ("index.html", instead('lang="vi"', 'lang="vn"'), "KT-002"),
    "a foreign text called Vietnamese": ("en/index.html", instead('lang="en"', 'lang="vi"'), "KT-002"),
    "no title": ("index.html", without("<title>", "</title>"), "KT-002"),
    "an empty title": ("index.html", lambda text: text[: text.index("<title>") + 7] + text[text.index("</title>") :], "KT-002"),  # noqa: E501
    "no h1": ("index.html", without("<h1", "</h1>"), "KT-002"),
    "an empty h1": ("index.html", lambda text: text[: text.index("<h1>") + 4] + text[text.index("</h1>") :], "KT-002"),
    "two h1": ("index.html", put_in("<h1>Hai</h1>"), "KT-002"),
    "an id twice": ("index.html", put_in('<p id="q">x</p>'), "KT-002"),
    "a page cut off": ("index.html", lambda text: text[: len(text) * 2 // 3], "KT-002"),
    "an empty file": ("thu-tuc/index.html", lambda text: "", "KT-002"),
    "no viewport": ("index.html", without('<meta name="viewport"', ">"), "KT-002"),
    "text that may not be enlarged": ("index.html", instead("initial-scale=1", "initial-scale=1, user-scalable=no"), "KT-002"),  # noqa: E501
    "no charset": ("index.html", instead('<meta charset="utf-8">', ""), "KT-002"),
    "a script from outside": ("index.html", put_in('<script src="https://cdn.example.com/x.js"></script>'), "KT-003"),
    "a picture from outside": ("index.html", put_in('<img alt="" src="//example.com/x.png">'), "KT-003"),
    "a picture from outside for sharp screens": ("index.html", put_in('<img alt="" src="404.html" srcset="https://example.com/x.png 2x">'), "KT-003"),  # noqa: E501
    "a style from outside": ("index.html", instead("</head>", '<link rel="STYLESHEET" href="https://example.com/x.css"></head>'), "KT-003"),  # noqa: E501
    "a frame from outside": ("index.html", put_in('<iframe title="x" src="https://example.com/"></iframe>'), "KT-003"),
    "a drawing from outside": ("index.html", put_in('<svg><use href="https://example.com/x.svg#a"></use></svg>'), "KT-003"),  # noqa: E501
    "every link counted outside": ("index.html", put_in('<a ping="https://example.com/" href="404.html">x</a>'), "KT-003"),  # noqa: E501
    "readers sent elsewhere": ("index.html", instead("</head>", '<meta http-equiv="Refresh" content="0; url=https://example.com/"></head>'), "KT-003"),  # noqa: E501
    "another base": ("index.html", instead("</head>", '<base href="https://example.com/"></head>'), "KT-003"),
    "a script in the page": ("index.html", put_in("<script>alert(1)</script>"), "KT-003"),
    "a style in the page": ("index.html", put_in('<p style="color:#eee">x</p>'), "KT-003"),
    "a link that runs": ("index.html", put_in('<a href=" jAvascript:alert(1)">x</a>'), "KT-003"),
    "a link that runs, with a tab in its scheme": ("index.html", put_in('<a href="java\tscript:alert(1)">x</a>'), "KT-003"),  # noqa: E501
    "control characters": ("index.html", put_in("<p>\x07</p>"), "KT-016"),
    "text that runs backwards": ("index.html", put_in("<p>\u202etờ giấy</p>"), "KT-016"),
    "letters read in another encoding": ("index.html", put_in("<p>thủ tá»¥c hÃ nh chÃ­nh</p>"), "KT-016"),
    "a blank of a template": ("index.html", put_in("<p>Kính gửi {{ ten_don_vi }}</p>"), "KT-016"),
    "a loop of a template": ("index.html", put_in("<p>{% for phi in cac_phi %}</p>"), "KT-016"),
    "a form that is sent elsewhere": ("index.html", instead('role="search" action="', 'role="search" action="https://example.com/'), "KT-003"),  # noqa: E501
    "a button that sends elsewhere": ("index.html", put_in('<button formaction="//example.com/">Gửi</button>'), "KT-003"),  # noqa: E501
    "a link to this machine": ("index.html", put_in('<a href="http://localhost:8000/thu-tuc/">x</a>'), "KT-001"),
    "a link into the office": ("index.html", put_in('<a href="http://192.168.1.5/mau.docx">x</a>'), "KT-001"),
    "a link into a larger office": ("index.html", put_in('<a href="http://172.20.1.5:8080/mau.docx">x</a>'), "KT-001"),
    "a link to a name in the office": ("index.html", put_in('<a href="http://mot-cua.local/mau.docx">x</a>'), "KT-001"),
    "a link to a file of the editor": ("index.html", put_in('<a href="file:///C:/mau.docx">x</a>'), "KT-001"),
    "two canonical addresses": (OTHER, lambda text: text.replace("</head>", re.search('<link rel="canonical"[^>]*>', text)[0] + "</head>"), "KT-012"),  # noqa: E501
    "no canonical address": (OTHER, without('<link rel="canonical"', ">"), "KT-012"),
    "another host's canonical address": (OTHER, replaced('rel="canonical" href="https://[^/]*', 'rel="canonical" href="https://example.com'), "KT-012"),  # noqa: E501
    "search engines are asked to leave it out": (OTHER, instead("</head>", '<meta name="robots" content="noindex"></head>'), "KT-012"),  # noqa: E501
    "the main part is hidden": ("index.html", instead("<main", "<main hidden"), "KT-016"),
    "the main part is not read aloud": ("index.html", instead("<main", '<main aria-hidden="true"'), "KT-016"),
    "a page in a frame that runs": ("index.html", put_in('<iframe title="x" srcdoc="<b>x</b>"></iframe>'), "KT-003"),
    "a very long page": ("index.html", put_in("<p>Trang dài.</p>" * 80_000), "KT-005"),
    "a page that does not compress": ("index.html", lambda text: text.replace("</main>", f"<p>{random.Random(1).randbytes(300_000).hex()}</p></main>"), "KT-005"),  # noqa: E501
    "a heading level left out": (PLAN, put_in("<h2>Hai</h2><h4>Bốn</h4>"), "KT-007"),
    "an empty heading": (PLAN, put_in("<h2> </h2>"), "KT-007"),
    "a heading before the first": ("index.html", instead("<h1", "<h2>Trước</h2><h1"), "KT-007"),
    "a unit without its contacts": (UNIT, without('<section aria-labelledby="lien-he">', "</section>"), "KT-008"),
    "a unit that waits for nothing": (UNIT, lambda text: text.replace("Chưa có thông tin", ""), "KT-008"),
    "a number that cannot be called": (UNIT, put_in('<a href="tel:chưa có">gọi</a>'), "KT-008"),
    "a mailbox that is none": (UNIT, put_in('<a href="mailto:anthanh">viết</a>'), "KT-008"),
    "a day that is none": (PLAN, put_in('<time datetime="2023-02-30">x</time>'), "KT-009"),
    "a day that is none, in words": (PLAN, put_in("<p>Trước ngày 31/11/2023.</p>"), "KT-009"),
    "a picture without words": ("index.html", put_in('<img src="404.html">'), "KT-010"),
    "another page's canonical address": (OTHER, replaced(CANONICAL + "2-000815", r"\g<1>1-001193"), "KT-012"),
    "no skip link": ("index.html", without('<a class="tthc-skip-link"', "</a>"), "KT-013"),
    "no header": ("index.html", without("<header", "</header>"), "KT-013"),
    "no footer": ("index.html", without("<footer", "</footer>"), "KT-013"),
    "no help line": ("index.html", lambda text: text.replace('href="tel:18001096"', 'href="404.html"'), "KT-013"),
    "no way to complain": ("index.html", lambda text: text[: text.index("<footer")] + text[text.index("<footer") :].replace("phan-anh/", "404.html"), "KT-013"),  # noqa: E501
    "a field without its label": ("index.html", without('<label for="q">', "</label>"), "KT-014"),
    "a link without words": ("index.html", put_in('<a href="404.html"></a>'), "KT-014"),
    "a button without words": ("index.html", put_in("<button><svg></svg></button>"), "KT-014"),
    "a name from nowhere": ("index.html", put_in('<section aria-labelledby="khong-co">x</section>'), "KT-014"),
}  # fmt: skip


@functools.cache
def parsed(name: str, data: bytes) -> ParsedPage:
    page = ParsedPage(name, len(data))
    page.feed(data.decode("utf-8", "replace"))
    return page


class RememberedSite(BuiltSite):
    """Reads a page once for all tests, as long as it has the same bytes: reading is half of an audit."""

    def page(self, name: str) -> ParsedPage:
        return parsed(name, (self.folder / name).read_bytes())


@pytest.fixture
def site(small_site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The small site; files are links to the built ones, so whoever changes one writes a new file."""
    monkeypatch.setattr("generator.audit.run.BuiltSite", RememberedSite)
    return Path(shutil.copytree(small_site, tmp_path / "site", copy_function=os.link))


def changed(site: Path, name: str, edit: Edit) -> None:
    text = (site / name).read_text("utf-8")
    new = edit(text)
    assert new != text
    (site / name).unlink()
    (site / name).write_text(new, "utf-8")


def errors(site: Path, file_map: FileMap = at_once) -> list[Problem]:
    return [problem for problem in audit(site, file_map) if problem.severity == ERROR]


Audited = dict[str, AuditedFiles]


@pytest.fixture(scope="module")
def audited(small_site: Path) -> Audited:
    """What the checks say of each file of the small site, and note of it."""
    found: Audited = {}

    def each(work: Callable[[list[str]], AuditedFiles], files: Sequence[str]) -> Iterable[AuditedFiles]:
        found.update((name, work([name])) for name in files)
        return found.values()

    assert errors(small_site, each) == []
    return found


def changed_files(audited: Audited, before: Path, after: Path) -> FileMap:
    """Looks at the files that are no links to those of the site `before`; at all when one is gone, which any may name:
    what is said of a page depends on no other page's text but in what the checks of the whole make of the notes."""
    if not all((after / name).exists() for name in audited):
        return at_once
    known = {name for name in audited if (after / name).samefile(before / name)}
    return lambda work, files: [*(audited[name] for name in known), work(sorted({*files} - known))]


def test_the_built_site_is_good(small_site: Path, audited: Audited) -> None:
    assert audited, "without an error"
    assert tthc("audit", small_site).returncode == 0


@pytest.mark.parametrize("what", PAGES)
def test_damage_of_a_page_is_found(site: Path, small_site: Path, audited: Audited, what: str) -> None:
    name, edit, id = PAGES[what]
    changed(site, name, edit)
    files = changed_files(audited, small_site, site)
    found = [problem for problem in errors(site, files) if problem.path == f"site/{name}"]
    assert id in {problem.id for problem in found}
    assert all(problem.hint or problem.id == "KT-002" for problem in found)


def gone(pattern: str) -> Callable[[Path], object]:
    def remove(site: Path) -> None:
        found = sorted(site.glob(pattern))
        assert found
        shutil.rmtree(found[0]) if found[0].is_dir() else found[0].unlink()

    return remove


def spoilt(name: str, old: str, new: bytes) -> Callable[[Path], object]:
    def replace(site: Path) -> None:
        data = (site / name).read_bytes()
        assert old.encode() in data
        (site / name).unlink()
        (site / name).write_bytes(data.replace(old.encode(), new, 1))

    return replace


def cut(pattern: str) -> Callable[[Path], object]:
    def shorten(site: Path) -> None:
        file = sorted(site.glob(pattern))[0]
        data = file.read_bytes()
        file.unlink()
        file.write_bytes(data[: len(data) // 2])

    return shorten


def emptied(site: Path, name: str) -> None:
    assert (site / name).stat().st_size
    (site / name).unlink()
    (site / name).touch()


SITES: dict[str, tuple[Callable[[Path], object], str]] = {
    "no home page": (gone("index.html"), "KT-012"),
    "no page for unknown addresses": (gone("404.html"), "KT-012"),
    "no site map": (gone("sitemap.xml"), "KT-012"),
    "search engines are sent away": (spoilt("robots.txt", "Allow: /", b"Disallow: /"), "KT-012"),
    "bytes that are no UTF-8": (spoilt("index.html", "</main>", b"gi\xa4y</main>"), "KT-016"),
    "no robots.txt": (gone("robots.txt"), "KT-012"),
    "a procedure is gone": (gone("thu-tuc/1-001193"), "KT-001"),
    "the style is gone": (gone("assets/site.*.css"), "KT-001"),
    "a script is gone": (gone("assets/search-box.*.js"), "KT-011"),
    "data of a script are gone": (gone("assets/places.json"), "KT-001"),
    "the search is gone": (gone("pagefind"), "KT-011"),
    "part of the search is gone": (gone("pagefind/fragment/*"), "KT-011"),
    "the site's own index is gone": (gone("tim-kiem/muc-luc.json"), "KT-011"),
    "facts of the index are gone": (gone("tim-kiem/chi-tiet.*.json"), "KT-011"),
    "a script is cut off": (cut("assets/site.*.js"), "KT-011"),
    "a style is cut off": (cut("assets/site.*.css"), "KT-011"),
    "the index is cut off": (cut("tim-kiem/muc-luc.json"), "KT-011"),
    "a feed is cut off": (cut("atom.xml"), "KT-011"),
    "a calendar is cut off": (cut("ke-hoach/2023/lich.ics"), "KT-011"),
    "the site map is cut off": (cut("sitemap.xml"), "KT-011"),
    "a style loads from outside": (lambda site: (site / "them.css").write_text("@import url(https://example.com/x.css);"), "KT-003"),  # noqa: E501
    "a script loads from outside": (lambda site: (site / "them.js").write_text("fetch('https://example.com/x')"), "KT-003"),  # noqa: E501
    "a style names a file that is not there": (lambda site: (site / "them.css").write_text("a { background: url(x.png) }"), "KT-011"),  # noqa: E501
    "a drawing with a script": (lambda site: (site / "them.svg").write_text("<svg xmlns='http://www.w3.org/2000/svg' onload='x()'/>"), "KT-010"),  # noqa: E501
    "a page of another host in the site map": (lambda site: changed(site, "sitemap.xml", replaced("<loc>https://[^/]*", "<loc>https://example.com")), "KT-012"),  # noqa: E501
    "an empty service worker": (lambda site: emptied(site, "sw.js"), "KT-011"),
    "an empty search": (lambda site: emptied(site, "pagefind/pagefind.js"), "KT-011"),
    "passwords": (lambda site: (site / ".env").write_text("MAT_KHAU=1"), "KT-017"),
    "a repository": (lambda site: (site / "don-vi/.git").mkdir(), "KT-017"),
    "a program for the server": (lambda site: (site / "assets/x.PHP").write_text("<?php system($_GET[0]);"), "KT-017"),
    "a copy of an editor": (lambda site: (site / "index.html~").write_text("x"), "KT-017"),
    "a link out of the folder": (lambda site: (site / "them.txt").symlink_to("/etc/hostname"), "KT-017"),
    "a folder that leads out": (lambda site: (site / "them").symlink_to(site.parent), "KT-017"),
    "faint text": (lambda site: (site / "them.css").write_text(".x { color: #aaa; background: #fff }"), "KT-006"),
    "a page that the site map does not know": (lambda site: (site / "thu-tuc/moi").mkdir() or shutil.copy(site / OTHER, site / "thu-tuc/moi/index.html"), "KT-012"),  # noqa: E501
}  # fmt: skip


@pytest.mark.parametrize("what", SITES)
def test_damage_of_the_site_is_found(site: Path, small_site: Path, audited: Audited, what: str) -> None:
    spoil, id = SITES[what]
    spoil(site)
    assert id in {problem.id for problem in errors(site, changed_files(audited, small_site, site))}


def test_what_only_looks_like_damage(site: Path, small_site: Path, audited: Audited) -> None:
    text = "<p>‘XÃ’, XÃ”, XÃ\xa0TÂN AN, «khá»</p><p>Viết <code>{{ ten }}</code>, <code>{% if %}</code></p>"
    links = '<a href="https://localhost.example.vn/">x</a><a href="https://10.example.vn/">y</a>'
    links += '<a href="https://172.32.1.5/">x</a><a href="https://local.example.vn/x.local/">y</a>'
    changed(site, "index.html", put_in(text + links))
    assert errors(site, changed_files(audited, small_site, site)) == []


def test_an_empty_folder_is_no_site(tmp_path: Path) -> None:
    assert tthc("audit", tmp_path).returncode == 1


def test_damage_ends_in_exit_code_1_in_every_format(site: Path) -> None:
    changed(site, "index.html", put_in('<a href="khong-co/">x</a>'))
    for form in ("text", "json", "quality"):
        done = tthc("audit", site, "--format", form)
        assert done.returncode == 1 and "KT-001" in done.stdout, form


def test_a_site_below_a_path_is_good_too(content: Path, tmp_path: Path) -> None:
    file = content / "site.yml"
    file.write_text(file.read_text("utf-8").replace("haiduong.gov.vn/", "haiduong.gov.vn/tthc/", 1), "utf-8")
    done = tthc("build", "--content", content, "--out", tmp_path / "site")
    assert done.returncode == 0, done.stderr
    assert "/tthc/" in (tmp_path / "site/404.html").read_text("utf-8")
    assert errors(tmp_path / "site") == []
    changed(tmp_path / "site", "404.html", put_in('<a href="/thu-tuc/">ra ngoài</a>'))
    assert [problem.id for problem in errors(tmp_path / "site")] == ["KT-001"]
