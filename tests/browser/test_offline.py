"""Without network: the pages of the chosen commune, the search, a line that says the copy is old; and what the worker
does when its store fails, when answers are no answers, and when another of our sites is on the same host.

The district's site shows that hundreds of pages are kept, the small one everything that does not depend on how many
there are: a commune's pages of the district cost the browser seconds of processor time each time they are kept."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.support.chromium import until
from tests.support.http_server import ForgetfulHandler, serving
from tests.support.night import at_night

pytestmark = pytest.mark.browser
KEPT = "document.documentElement.dataset.kept"
CONTROLLED = "Boolean(navigator.serviceWorker.controller)"
CACHED = (
    "(async () => { const all = {}; for (const name of await caches.keys()) all[name] = (await (await caches.open(name)).keys())"  # noqa: E501
    ".map(({ url }) => new URL(url).pathname).sort(); return all; })()"
)
# every link, style and script of the page that is open, asked of this host: none may lead nowhere
DEAD = (
    "[...document.querySelectorAll('a[href], link[rel=stylesheet], link[rel=icon], script[src], form[action]')]"
    ".map((one) => one.href || one.src || one.action).filter((url) => url.startsWith(location.origin) && !url.startsWith(location.href.replace(/#.*/, '') + '#'))"  # noqa: E501
)


@pytest.fixture(scope="module")
def host(real_site: Path) -> Iterator[str]:
    with serving(real_site, ForgetfulHandler) as address:  # under the policy of the real host
        yield address


@pytest.fixture(scope="module")
def small_host(small_site: Path) -> Iterator[str]:
    with serving(small_site, ForgetfulHandler) as address:
        yield address


def choose(page: Page, site: str, slug: str) -> None:
    """Tap a commune on its page and wait until its pages are kept."""
    page.goto(f"{site}don-vi/{slug}/")
    page.click(f"button[data-choose={slug}]")
    until(page, KEPT)
    until(page, CONTROLLED)


def test_the_pages_of_my_commune_without_network(browser, host: str) -> None:
    context = browser.new_context()
    page = context.new_page()
    choose(page, host, "an-thanh")
    assert int(page.evaluate(KEPT)) > 100
    assert page.locator("[data-old-copy]").count() == 0, "with network nothing is old"
    context.set_offline(True)
    page.goto(f"{host}thu-tuc/1-001193/")
    assert page.locator("h1").inner_text() == "Làm giấy khai sinh"
    assert "Không có mạng: đây là bản lưu lúc" in page.inner_text("[data-old-copy]")
    until(page, "document.querySelector('[data-mine-name]').textContent.includes('An Thanh')")
    page.goto(f"{host}thu-tuc/1-001193")
    assert page.url.endswith("/thu-tuc/1-001193/"), "without its last stroke links of the page would lead elsewhere"
    page.goto(f"{host}tim-kiem/?q=lam+giay+khai+sinh")
    page.wait_for_selector('[data-results][data-state="done"]')
    assert page.locator("[data-results] [data-code]").first.get_attribute("data-code") == "1.001193"
    page.goto(f"{host}van-ban/")
    assert "Không có mạng" in page.inner_text("h1"), "a page that was not kept says so"
    context.set_offline(False)
    page.goto(f"{host}thu-tuc/1-001193/")
    assert page.locator("[data-old-copy]").count() == 0
    context.close()


def test_the_offline_page_is_whole_under_any_address(browser, small_host: str, small_site: Path) -> None:
    context = browser.new_context(viewport={"width": 390, "height": 844})
    page = context.new_page()
    page.goto(f"{small_host}don-vi/an-thanh/")
    page.click("button[data-choose=an-thanh]")
    until(page, CONTROLLED)
    context.set_offline(True)
    bar = "getComputedStyle(document.querySelector('.tthc-header__bar')).backgroundColor"
    for path in ("van-ban/", "van-ban/khong-co/", "thu-tuc/khong/co/", "ke-hoach/2023/nhiem-vu/99/", "so-tay/a/b/c/d"):
        page.goto(f"{small_host}{path}")
        assert "Không có mạng" in page.inner_text("h1")
        assert page.evaluate(bar) == "rgb(143, 29, 29)"
        until(page, "!document.querySelector('[data-look]').hidden")  # its script runs too
        links = page.evaluate(DEAD)
        assert len(links) > 20
        for link in links:
            file = small_site / link.removeprefix(small_host).partition("#")[0].partition("?")[0]
            assert (file / "index.html").is_file() if link.endswith("/") else file.exists(), link
    context.close()


def test_an_address_with_another_commune_leaves_the_kept_one(browser, small_host: str) -> None:
    context = browser.new_context()
    page = context.new_page()
    choose(page, small_host, "an-thanh")
    before = page.evaluate(CACHED)
    page.evaluate("for (const key of Object.keys(localStorage)) if (key.includes('luu:')) localStorage.removeItem(key)")
    page.goto(f"{small_host}thu-tuc/1-001193/?xa=thi-tran-tu-ky")
    until(page, "document.querySelector('[data-mine-name]').textContent.includes('Thị trấn Tứ Kỳ')")
    until(page, KEPT)  # a day has passed, so to speak: what is kept is fetched again
    after = page.evaluate(CACHED)
    assert after == before
    assert any("/don-vi/an-thanh/" in urls for urls in after.values())
    page.get_by_text("Chọn một lần").or_(page.locator("[data-mine] > summary")).first.click()
    page.get_by_role("button", name="Luôn dùng Thị trấn Tứ Kỳ trên máy này").click()
    until(
        page, "Object.entries(localStorage).some(([key, value]) => key.endsWith('/xa') && value === 'thi-tran-tu-ky')"
    )
    context.close()


@pytest.fixture(scope="module")
def two(small_site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The same site at /a/ and /b/ of one host, and once more at its root."""
    www = tmp_path_factory.mktemp("www") / "www"
    shutil.copytree(small_site, www, copy_function=os.link)
    for name in ("a", "b"):
        shutil.copytree(small_site, www / name, copy_function=os.link)
    with serving(www, ForgetfulHandler) as address:
        yield address


@pytest.mark.parametrize(("first", "second"), [("", "b/"), *at_night(("a/", "b/"), ("b/", ""))])
def test_two_sites_on_one_host_leave_each_other_alone(browser, two: str, first: str, second: str) -> None:
    context: BrowserContext = browser.new_context()
    page = context.new_page()
    choose(page, two + first, "an-thanh")
    mine = page.evaluate(CACHED)
    page.locator("body").evaluate("() => document.querySelector('[data-look] [data-set=theme]').click()")
    page.goto(f"{two}{first}thu-tuc/1-001193/")
    page.locator("#ho-so input[type=checkbox]").first.check()
    until(page, "Object.keys(localStorage).some((key) => key.includes('giay-to:'))")
    own = page.evaluate("({ ...localStorage })")
    choose(page, two + second, "thi-tran-tu-ky")
    assert page.evaluate("document.documentElement.dataset.theme ?? ''") == ""
    page.goto(f"{two}{second}thu-tuc/1-001193/")
    assert not page.locator("#ho-so input[type=checkbox]").first.is_checked()
    after, stored = page.evaluate(CACHED), page.evaluate("({ ...localStorage })")
    assert {name: after[name] for name in mine} == mine
    assert {key: stored[key] for key in own} == own
    context.set_offline(True)
    for site, commune in ((first, "An Thanh"), (second, "Thị trấn Tứ Kỳ")):
        page.goto(f"{two}{site}thu-tuc/1-001193/")
        assert "bản lưu" in page.inner_text("[data-old-copy]")
        until(page, f"document.querySelector('[data-mine-name]').textContent.includes('{commune}')")
    context.close()


def test_a_site_at_the_root_does_not_answer_for_one_below_it(browser, two: str) -> None:
    context = browser.new_context()
    page = context.new_page()
    choose(page, two, "an-thanh")
    page.goto(f"{two}a/")
    assert "Tứ Kỳ" in page.title()
    context.set_offline(True)
    with pytest.raises(Exception, match="ERR_INTERNET_DISCONNECTED"):
        page.goto(f"{two}a/van-ban/")
    context.close()


def test_what_an_earlier_release_kept_is_taken_over(browser, two: str) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.goto(f"{two}a/en/")
    page.evaluate(
        "(async () => { const old = await caches.open('trang-1'); for (const at of ['a', 'b']) await old.put(`/${at}/thu-tuc/`, new Response('x')); })()"  # noqa: E501
    )
    choose(page, f"{two}a/", "an-thanh")
    after = page.evaluate(CACHED)
    assert after["trang-1"] == ["/b/thu-tuc/"], "the other site's is still there for it"
    assert "/a/thu-tuc/" in after["tthc:/a/:trang"]
    context.close()


def altered(before: str) -> type[ForgetfulHandler]:
    """The host with a worker that meets a failing store: `before` runs ahead of its script."""

    class Altered(ForgetfulHandler):
        def do_GET(self) -> None:  # noqa: N802 (the library's name)
            if self.path != "/sw.js":
                super().do_GET()
                return
            data = before.encode() + Path(self.translate_path(self.path)).read_bytes()
            self.send_response(200)
            self.send_header("Content-Type", "text/javascript")
            self.send_header("Content-Length", str(len(data)))
            self.end_headers()
            self.wfile.write(data)

    return Altered


NO_ROOM = "Cache.prototype.put = () => Promise.reject(new DOMException('full', 'QuotaExceededError'));\n"
NO_STORE = "CacheStorage.prototype.open = () => Promise.reject(new DOMException('no', 'SecurityError'));\n"
FULL_LATER = (
    "{ const store = Cache.prototype.put; let left = 8; Cache.prototype.put = function (...given) "
    "{ return left-- > 0 ? store.apply(this, given) : Promise.reject(new DOMException('full', 'QuotaExceededError')); }; }\n"  # noqa: E501
)


@pytest.mark.parametrize("fault", [NO_STORE, *at_night(FULL_LATER, NO_ROOM)])
def test_whatever_becomes_of_the_store_pages_are_served(browser, small_site: Path, fault: str) -> None:
    with serving(small_site, altered(fault)) as host:
        context = browser.new_context()
        page = context.new_page()
        errors: list[str] = []
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.goto(f"{host}don-vi/an-thanh/")
        page.click("button[data-choose=an-thanh]")
        until(page, CONTROLLED)
        all_is_served(page, host)
        page.goto(f"{host}tim-kiem/?q=khai+sinh")
        page.wait_for_selector('[data-results][data-state="done"]')
        assert errors == []
        context.close()


def all_is_served(page: Page, host: str) -> None:
    for path in ("thu-tuc/1-001193/", "thu-tuc/", "don-vi/an-thanh/", "thu-tuc/1-001193/"):
        answer = page.goto(f"{host}{path}")
        assert answer and answer.status == 200 and page.locator("[data-old-copy]").count() == 0


def test_it_says_how_much_is_kept_not_how_much_was_wanted(browser, small_site: Path) -> None:
    with serving(small_site, altered(FULL_LATER)) as host:
        context = browser.new_context()
        page = context.new_page()
        choose(page, host, "an-thanh")
        assert int(page.evaluate(KEPT)) <= 8
        page.locator("[data-mine] > summary").click()
        expect(page.locator("[data-mine-place] [role=status]")).to_contain_text("Mới lưu được")
        all_is_served(page, host)
        context.close()


WRONG = {
    "thu-tuc/1-001193/": "redirect",
    "thu-tuc/": "206",
    "don-vi/an-thanh/thu-tuc/": "404",
    "thu-tuc/2-000815/": "503",
}


class Strange(ForgetfulHandler):
    """A host that answers with something else than the page, another way for each page, once `wrong` says so."""

    wrong = False

    def do_GET(self) -> None:  # noqa: N802 (the library's name)
        way = WRONG.get(self.path.partition("?")[0].lstrip("/")) if self.wrong else None
        if way is None:
            super().do_GET()
        elif way == "redirect":
            self.send_response(302)
            self.send_header("Location", "/phan-anh/")
            self.send_header("Content-Length", "0")
            self.end_headers()
        else:
            data = b"<!doctype html><title>x</title><h1>down</h1>"
            self.send_response(int(way))
            self.send_header("Content-Type", "text/html")
            self.send_header("Content-Length", str(len(data)))
            self.end_headers()
            self.wfile.write(data)


def test_only_the_whole_page_itself_is_kept(browser, small_site: Path) -> None:
    handler = type("Here", (Strange,), {})
    with serving(small_site, handler) as host:
        context = browser.new_context()
        page = context.new_page()
        choose(page, host, "an-thanh")
        names = {}
        for path in WRONG:
            page.goto(f"{host}{path}")
            names[path] = page.inner_text("h1")
        handler.wrong = True
        for path, way in WRONG.items():
            page.goto(f"{host}{path}")
            shown = page.inner_text("h1") != names[path]
            assert shown or way == "503", "what the host answers is shown; where it has broken down, the kept page"
        page.evaluate(
            "for (const key of Object.keys(localStorage)) if (key.includes('luu:')) localStorage.removeItem(key)"
        )
        page.goto(f"{host}don-vi/an-thanh/")
        until(page, KEPT)  # everything was fetched again
        context.set_offline(True)
        for path, way in WRONG.items():
            page.goto(f"{host}{path}")
            assert (page.inner_text("h1"), page.url) == (names[path], f"{host}{path}"), way
        context.close()


def test_the_worker_knows_all_folders_of_the_site(real_site: Path) -> None:
    line = (real_site / "sw.js").read_text("utf-8").partition("\nconst PARTS")[2].partition("\n")[0]
    # another edition is a site of its own, with a worker of its own
    folders = [path for path in real_site.iterdir() if path.is_dir() and not (path / "sw.js").is_file()]
    assert len(folders) > 20
    assert [path.name for path in folders if f'"{path.name}"' not in line] == []


Visit = Callable[..., Page]


def test_a_page_at_an_unknown_depth_says_so_with_working_links(tab: Visit, real_site: Path) -> None:
    for path in ("khong-co", "a/b/khong-co/", "thu-tuc/x/y/z/"):
        page = tab(path)
        assert page.inner_text("h1") == "Không tìm thấy trang"
        root = page.url.removesuffix(path)
        for link in page.evaluate(DEAD):
            file = real_site / link.removeprefix(root).partition("#")[0].partition("?")[0]
            assert (file / "index.html").is_file() if link.endswith("/") else file.exists(), link
