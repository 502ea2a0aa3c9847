"""The configurations, in the servers themselves: right types, smaller copies, caching, headers, 404, under a path
too."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from urllib.parse import urlsplit
from xml.etree import ElementTree

import brotli
import pytest

from generator.publishing.error import PublishError
from generator.publishing.http_check import HttpClient
from generator.publishing.prepare import PreparedRelease, prepare
from generator.publishing.release import Settings, publish
from generator.publishing.target_url import target_from_url
from generator.publishing.verify import verify_address
from generator.publishing.webservers import apache as apache_config
from generator.publishing.webservers import iis
from generator.publishing.webservers import nginx as nginx_config
from generator.publishing.webservers.policy import ServerPolicy
from tests.conftest import tthc
from tests.support.made_site import make_site, style
from tests.support.servers import apache, free_port, nginx

PORTALS = ("https://dichvucong.gov.vn", "https://dichvucong.haiduong.gov.vn")
BROTLI = any(Path("/usr/lib/nginx/modules").glob("*brotli_static*"))


@pytest.fixture(scope="module", params=["nginx", "nginx /tthc/", "apache", "apache /tthc/", "apache .htaccess"])
def browser(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[HttpClient]:
    """A reader of the made-up site on a server; `/tthc/`: below that path."""
    import shutil
    import tempfile

    kind, _, more = request.param.partition(" ")
    folder = Path(tempfile.mkdtemp(prefix="tthc-test-"))
    folder.chmod(0o755)
    port = free_port()
    base, listen = "/tthc/" if more == "/tthc/" else "/", f"127.0.0.1:{port}"
    site = ServerPolicy(base, str(folder / "www"), PORTALS, listen=listen, editions=("hien-nay/", "ban/2024-01-01/"))
    made = make_site(folder / "site", 1)
    (made / "404.html").write_text("<p>Không có trang này.</p>" * 30)
    for name in ("hien-nay", "ban/2024-01-01"):
        (made / name).mkdir(parents=True)
        (made / name / "404.html").write_text(f"<p>Không có trang này ở {name}.</p>" * 30)
    (made / "lich.ics").write_text("BEGIN:VCALENDAR\n" * 40)
    (made / "tim-kiem").mkdir()
    (made / "tim-kiem/chi-tiet.0123456789.json").write_text('{"a": 1}' + " " * 500)
    (made / "tim-kiem/muc-luc.json").write_text('{"a": 1}' + " " * 500)
    (made / "du-lieu.json").write_text('{"a": 1}' + " " * 500)
    (made / "du-lieu/v1").mkdir(parents=True)
    for suffix in ("csv", "ttl", "jsonld", "jsonl"):
        (made / f"du-lieu/v1/thu-tuc.{suffix}").write_text("Một dòng tiếng Việt.\n" * 40)
    named = ["id/thu-tuc/1.001193", "thu-tuc/1-001193"]
    named += [f"{before}{kind}/an-thanh" for before in ("id/", "") for kind in ("don-vi", "linh-vuc", "huong-dan")]
    edition = [f"hien-nay/{place}" for place in named]
    for place in (*named, *edition, "id/thu-tuc/1.999999", "id/don-vi/chua-lap", "id/van-ban/64/2014/nd-cp"):
        (made / place).mkdir(parents=True)
        (made / place / "index.html").write_text(f"<p>{place}</p>")
    publish(
        target_from_url(str(folder / "www")),
        PreparedRelease(folder / "release", prepare(made, folder / "release", host=site)),
        Settings(ledger=folder / "chinh.jsonl"),
    )
    with ExitStack() as stack:
        if kind == "nginx":
            base = stack.enter_context(nginx(folder / "server", nginx_config.render(site, BROTLI), port))
        elif more == ".htaccess":  # a shared host that reads the file in the release
            block = f"<VirtualHost 127.0.0.1:{port}>\nDocumentRoot {folder}/www/current\n<Directory {folder}/www>\nOptions FollowSymLinks\nAllowOverride All\nRequire all granted\n</Directory>\n</VirtualHost>"  # noqa: E501
            base = stack.enter_context(apache(folder / "server", block, port))
        else:
            base = stack.enter_context(apache(folder / "server", apache_config.render(site), port))
        yield HttpClient(base + site.base)
    shutil.rmtree(folder)


def test_everything_arrives_as_published(browser: HttpClient) -> None:
    assert verify_address(browser.base).wrong == []


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("", "text/html; charset=utf-8"),
        ("thu-tuc/1/", "text/html; charset=utf-8"),
        (style(1), "text/css; charset=utf-8"),
        ("du-lieu.json", "application/json"),
        ("lich.ics", "text/calendar"),
        ("giu-nguyen.txt", "text/plain; charset=utf-8"),
        ("du-lieu/v1/thu-tuc.csv", "text/csv; charset=utf-8"),
        ("du-lieu/v1/thu-tuc.ttl", "text/turtle; charset=utf-8"),
        ("du-lieu/v1/thu-tuc.jsonld", "application/ld+json"),
        ("du-lieu/v1/thu-tuc.jsonl", "application/jsonl"),
    ],
)
def test_types_and_smaller_copies(browser: HttpClient, path: str, kind: str) -> None:
    plain = browser.get(path)
    for encoding in ("identity", "gzip", "br", "gzip, deflate, br"):
        status, data, headers = browser.get(path, encoding)
        assert status == 200, encoding
        assert headers["content-type"].lower().startswith(kind), encoding
        sent, brotlis = headers.get("content-encoding", "identity"), BROTLI or "Apache" in headers.get("server", "")
        if encoding != "identity" and (brotlis or encoding != "br"):
            assert sent == ("br" if "br" in encoding and brotlis else "gzip"), encoding
        assert "accept-encoding" in headers.get("vary", "").lower(), encoding
        if sent == "gzip":
            assert gzip.decompress(data) == plain[1], encoding
        if sent == "br":
            assert brotli.decompress(data) == plain[1], encoding


@pytest.mark.parametrize("path", ["", style(1), "khong-co/", "pagefind/fragment/vi_0000001.pf_fragment"])
def test_security_headers_stand_on_every_answer(browser: HttpClient, path: str) -> None:
    for encoding in ("identity", "br", "gzip"):
        headers = browser.get(path, encoding)[2]
        for name, value in ServerPolicy(urlsplit(browser.base).path, embedders=PORTALS).headers.items():
            assert headers[name.lower()] == value
        assert headers["content-security-policy"].endswith(
            "frame-ancestors 'self' https://dichvucong.gov.vn https://dichvucong.haiduong.gov.vn"
        )


def test_the_header_leads_to_rules_that_fetch_pages_of_this_site_alone(browser: HttpClient) -> None:
    base = urlsplit(browser.base).path
    address = browser.get("thu-tuc/1/")[2]["speculation-rules"].strip('"')
    status, data, headers = browser.get(address.removeprefix(base))
    assert (status, headers["content-type"].split(";")[0]) == (200, "application/speculationrules+json")
    assert [rule["where"] for rule in json.loads(data)["prefetch"]] == [{"href_matches": f"{base}*/"}]


@pytest.mark.parametrize("encoding", ["identity", "gzip", "br"])
def test_only_hashed_names_are_cached_for_ever(browser: HttpClient, encoding: str) -> None:
    for path in (style(1), "pagefind/fragment/vi_0000001.pf_fragment", "tim-kiem/chi-tiet.0123456789.json"):
        assert browser.get(path, encoding)[2]["cache-control"] == "public, max-age=31536000, immutable"
    for path in ("", "thu-tuc/1/", "du-lieu.json", "tim-kiem/muc-luc.json", "khong-co/"):
        assert browser.get(path, encoding)[2]["cache-control"] == "no-cache"


@pytest.mark.parametrize("encoding", ["identity", "gzip", "br"])
def test_pages_of_other_hosts_may_read_the_data_and_nothing_else(browser: HttpClient, encoding: str) -> None:
    assert browser.get("du-lieu/v1/thu-tuc.csv", encoding)[2]["access-control-allow-origin"] == "*"
    for path in ("", "thu-tuc/1/", "du-lieu.json", style(1)):
        assert "access-control-allow-origin" not in browser.get(path, encoding)[2]


@pytest.mark.parametrize(
    ("name", "page"),
    [("id/thu-tuc/1.001193", "thu-tuc/1-001193/"), ("id/thu-tuc/1.001193/", "thu-tuc/1-001193/")]
    + [(f"id/{kind}/an-thanh", f"{kind}/an-thanh/") for kind in ("don-vi", "linh-vuc", "huong-dan")],
)
def test_a_stable_name_leads_to_the_page(browser: HttpClient, name: str, page: str) -> None:
    status, _, headers = browser.get(name)
    assert status == 303 and headers["location"].endswith(f"{browser.path}{page}")
    status, _, headers = browser.get(f"hien-nay/{name}")
    assert status == 303 and headers["location"].endswith(f"{browser.path}hien-nay/{page}"), "the same edition"


@pytest.mark.parametrize("name", ["id/thu-tuc/1.999999", "id/don-vi/chua-lap", "id/van-ban/64/2014/nd-cp"])
def test_a_name_without_a_page_answers_itself(browser: HttpClient, name: str) -> None:
    """A removed record, a unit that does not exist yet, a document."""
    status, data, _ = browser.get(f"{name}/")
    assert status == 200 and data == f"<p>{name}</p>".encode()
    assert browser.get("id/thu-tuc/1.888888")[0] == 404


def test_an_unknown_page_gets_the_sites_own_404(browser: HttpClient) -> None:
    status, data, _ = browser.get("thu-tuc/khong-co/")
    assert status == 404 and "Không có trang này." in data.decode()


@pytest.mark.parametrize("edition", ["hien-nay", "ban/2024-01-01"])
def test_an_unknown_page_of_an_edition_gets_the_404_of_that_edition(browser: HttpClient, edition: str) -> None:
    for path in ("khong-co/", "khong-co", "thu-tuc/1-999999/x.html"):
        status, data, _ = browser.get(f"{edition}/{path}")
        assert status == 404 and f"Không có trang này ở {edition}." in data.decode(), path
    status, data, _ = browser.get(f"{edition}-khac/")
    assert status == 404 and "Không có trang này." in data.decode()


def test_an_address_without_its_slash_is_redirected_below_the_same_path(browser: HttpClient) -> None:
    status, _, headers = browser.get("thu-tuc/1")
    assert status == 301 and headers["location"].endswith(f"{browser.path}thu-tuc/1/")


@pytest.mark.parametrize("path", [".htaccess", "web.config"])
def test_server_files_are_shown_to_nobody(browser: HttpClient, path: str) -> None:
    assert browser.get(path)[0] in (403, 404)


def test_the_iis_file_opens_the_data_to_other_hosts() -> None:
    tree = ElementTree.fromstring(iis.render(ServerPolicy()).encode())
    opened = {
        place.get("path")
        for place in tree.iter("location")
        for item in place.iter("add")
        if item.get("name") == "Access-Control-Allow-Origin" and item.get("value") == "*"
    }
    assert opened == {"du-lieu", "nhung"}


def test_the_iis_file_is_well_formed_and_says_the_same() -> None:
    policy = ServerPolicy(base="/tthc/", embedders=PORTALS, editions=("hien-nay/",))
    tree = ElementTree.fromstring(iis.render(policy).encode())
    given = {item.get("name"): item.get("value") for item in tree.iter("add") if item.get("name")}
    assert {name: given[name] for name in ServerPolicy().headers} == ServerPolicy("/tthc/", embedders=PORTALS).headers
    assert [item.get("path") for item in tree.iter("error")] == ["/tthc/404.html", "/tthc/hien-nay/404.html"]
    assert "hien-nay" in [place.get("path") for place in tree.iter("location")]
    assert {item.get("fileExtension") for item in tree.iter("mimeMap")} >= {
        ".pf_fragment",
        ".pf_index",
        ".pf_meta",
        ".ics",
        ".webmanifest",
    }


@pytest.mark.parametrize(
    "options",
    [
        {"base": "/a b/"},
        {"base": "/x;}/"},
        {"root": "/srv/$(id)"},
        {"embedders": ("https://a.vn/x",)},
        {"embedders": ("'none'; script-src *",)},
        {"embedders": ("javascript:alert(1)",)},
        {"listen": "80; }"},
        {"name": "a;b"},
        {"editions": ('x"; return 200; #/',)},
    ],
)
def test_settings_that_would_change_the_configuration_are_refused(options: dict) -> None:
    with pytest.raises(PublishError):
        ServerPolicy(**options)


@pytest.mark.parametrize("kind", ["nginx", "apache", "iis"])
def test_the_command_prints_the_configuration(kind: str, content: Path) -> None:
    done = tthc("host", kind, "--content", content, "--base", "/tthc/")
    assert done.returncode == 0, done.stderr
    assert "/tthc/404.html" in done.stdout and "frame-ancestors" in done.stdout
