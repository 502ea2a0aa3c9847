"""Two days in one build: the past one as it was, saying so on every page; the present one beside it."""

from __future__ import annotations

import datetime as dt
import json
import random
import re
from pathlib import Path
from types import SimpleNamespace
from typing import cast

import pytest

from generator.build.pipeline import SiteBuilder, SiteOptions
from generator.catalogue.edition import EditionView, editions
from generator.composition.editions import edition_catalogues
from generator.composition.sitemap import sitemap
from generator.loading.folder import read_folder
from generator.pages.all_pages import all_pages
from generator.pages.page import Page
from tests.conftest import PROJECT
from tests.support.editions import FATES, edition_files
from tests.support.exports import all_files
from tests.support.folders import file_bytes
from tests.support.rule_samples import SITE
from tests.support.versions import BASE, CHANGED, EDITIONS, VERSION

PAST, PRESENT = "2023-12-31", "2026-11-29"
SECOND = CHANGED.replace("2025-07-01", "2026-01-16").replace("công xã", "công phường")
LATER = VERSION.replace("2025-07-01", "2026-01-16")


def published(out: Path) -> dict[str, bytes]:
    """Every file but the mark of the folder, which no two builds share."""
    return {name: data for name, data in file_bytes(out).items() if name != ".tthc-site.json"}


def built(tmp_path: Path, name: str, more: dict[str, str] | None = None, as_of: dt.date | None = None) -> Path:
    folder, out = tmp_path / name / "content", tmp_path / name / "site"
    for path, text in edition_files(more).items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, "utf-8")
    builder = SiteBuilder(folder, out, [str(PROJECT / "theme")], SiteOptions(as_of=as_of, search=False))
    builder.check()
    builder.write()
    return out


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return built(tmp_path_factory.mktemp("editions"), "both", {VERSION: CHANGED, LATER: SECOND})


def text(file: Path) -> str:
    return re.sub(r"<[^>]+>", " ", file.read_text("utf-8"))


def test_each_edition_shows_its_own_day(site: Path) -> None:
    page = "thu-tuc/1-001193/index.html"
    assert "Bộ phận Một cửa UBND xã, thị trấn" in text(site / page)
    assert "Trung tâm Phục vụ hành chính công phường" in text(site / "hien-nay" / page)
    assert "Trung tâm" not in text(site / page)


def test_every_page_of_the_past_says_so_and_leads_to_the_present(site: Path) -> None:
    others = {"hien-nay", "id"}  # below id/ there are only the redirections of the open data
    pages = [file for file in site.rglob("*.html") if others.isdisjoint(file.relative_to(site).parts)]
    assert len(pages) > 20
    for file in pages:
        html = file.read_text("utf-8")
        found = re.search(rf'data-edition="{PAST}".*?href="([^"]+)"', html, re.DOTALL)
        assert found, file
        link = found[1].removeprefix("https://tthc.tuky.haiduong.gov.vn")
        target = (site / link.lstrip("/") if link.startswith("/") else file.parent / link).resolve()
        assert (target / "index.html").is_file() and (site / "hien-nay").resolve() in [target, *target.parents], file


def test_no_page_of_the_present_says_it_is_past(site: Path) -> None:
    files = list((site / "hien-nay").rglob("*.html"))
    days = {day for file in files for day in re.findall(r'data-edition="([^"]*)"', file.read_text("utf-8"))}
    assert days <= {PRESENT}  # lists for other portals name their day always
    assert not [file for file in files if "data-edition" in file.read_text("utf-8") and "nhung" not in file.parts]


def test_what_is_no_page_says_so_too(site: Path) -> None:
    said = "Bản 31/12/2023. Nay: https://tthc.tuky.haiduong.gov.vn/hien-nay/"
    for name in ("llms.txt", "atom.xml", "tim-kiem/muc-luc.json", "don-vi/an-thanh/atom.xml"):
        assert said in (site / name).read_text("utf-8"), name
    assert f'data-edition="{PAST}"' in (site / "nhung/an-thanh/doan-ma.txt").read_text("utf-8")
    assert "Bản 31/12/2023" not in (site / "hien-nay/atom.xml").read_text("utf-8")


def test_search_engines_are_offered_the_present(site: Path) -> None:
    base = "https://tthc.tuky.haiduong.gov.vn/"
    both = "thu-tuc/1-001193/"
    root, now = (site / "sitemap.xml").read_text("utf-8"), (site / "hien-nay/sitemap.xml").read_text("utf-8")
    assert f"<loc>{base}{both}<" not in root and f"<loc>{base}hien-nay/{both}<" in now
    canonical = f'rel="canonical" href="{base}hien-nay/{both}"'
    assert canonical in (site / both / "index.html").read_text("utf-8")
    assert canonical in (site / "hien-nay" / both / "index.html").read_text("utf-8")
    assert f"Sitemap: {base}hien-nay/sitemap.xml" in (site / "robots.txt").read_text("utf-8")
    assert not (site / "hien-nay/robots.txt").exists()


def test_pages_that_only_the_past_has_stay_in_its_sitemap() -> None:
    edition = cast(EditionView, SimpleNamespace(in_both=lambda url: url == "moi/"))
    listed = sitemap([Page("moi/", "a.html", "Mới"), Page("cu/", "a.html", "Cũ")], "https://a.vn/", edition)
    assert re.findall("<loc>(.*?)</loc>", listed) == ["https://a.vn/cu/"]


def test_a_root_whose_pages_are_all_in_the_present_names_the_map_of_that(site: Path) -> None:
    """A site map without a page is not valid."""
    root = (site / "sitemap.xml").read_text("utf-8")
    assert "<sitemapindex" in root and "<urlset" not in root
    assert re.findall("<loc>(.*?)</loc>", root) == ["https://tthc.tuky.haiduong.gov.vn/hien-nay/sitemap.xml"]


def test_site_maps_canonical_addresses_and_noindex_say_one_thing(site: Path) -> None:
    """Each page is in a map and its own canonical address, or names one that is, or asks to be left out; of what has
    ended since, the past is left out as the present is."""
    base = "https://tthc.tuky.haiduong.gov.vn/"
    maps = [site / "sitemap.xml", site / "hien-nay/sitemap.xml"]
    offered = {one for name in maps for one in re.findall("<url><loc>(.*?)</loc>", name.read_text("utf-8"))}
    seen = {"offered": 0, "repeats": 0, "left out": 0}
    for file in site.rglob("index.html"):
        html, own = file.read_text("utf-8"), base + file.relative_to(site).as_posix().removesuffix("index.html")
        if "data-root=" not in html:  # embedded lists and redirections
            continue
        canonical = re.findall('rel="canonical" href="([^"]*)"', html)[0]
        noindex = 'name="robots" content="noindex"' in html
        assert (own in offered) == (not noindex and canonical == own), own
        assert canonical == own if noindex else canonical in offered, own
        seen["left out" if noindex else "offered" if canonical == own else "repeats"] += 1
    assert min(seen.values()) > 5, seen
    gone = "don-vi/an-thanh/thu-tuc/index.html"  # the commune's list, which the present says is no more
    for folder in ("", "hien-nay/"):
        assert 'content="noindex"' in (site / folder / gone).read_text("utf-8")


def test_the_timeline_and_the_versions_have_addresses_that_stay(site: Path) -> None:
    timeline = text(site / "thu-tuc/1-001193/thay-doi/index.html")
    change = "Bộ phận Một cửa UBND xã, thị trấn → Trung tâm Phục vụ hành chính công xã"
    assert f"Địa chỉ tiếp nhận hồ sơ: {change}" in timeline and "đến hết 15/01/2026" in timeline
    version = (site / "thu-tuc/1-001193/tu-2025-07-01/index.html").read_text("utf-8")
    assert "noindex" in version and "Bản áp dụng từ 01/07/2025 đến hết 15/01/2026" in version
    reform = text(site / "hien-nay/thay-doi/2025-07-01/index.html")
    assert "Đăng ký khai sinh" in reform and "Xã An Thanh → Xã Chí Minh" in reform


def test_the_bytes_of_2023_are_the_same_with_and_without_later_versions(site: Path, tmp_path: Path) -> None:
    without = published(built(tmp_path, "without"))
    later = {name for name in without if name.startswith("hien-nay/")}
    told = re.compile(r"thu-tuc/[^/]+/(thay-doi|tu-\d{4})|thay-doi/")  # pages about the versions themselves
    own = {name: data for name, data in without.items() if name not in later and not told.match(name)}
    assert len(own) > 60
    both = published(site)
    assert {name for name, data in own.items() if _without_band(both[name]) != _without_band(data)} == set()


def test_a_page_of_the_past_says_what_is_different_today(site: Path) -> None:
    changed = text(site / "thu-tuc/1-001193/index.html")
    assert re.search(r"Bản cũ, 31/12/2023\.\s+Nay đã khác nơi nộp:\s+bản 29/11/2026", changed)
    assert "Nay đã khác" not in text(site / "hien-nay/thu-tuc/1-001193/index.html")
    assert re.search(r"Nay có thể đã khác: xem\s+bản 29/11/2026", text(site / "index.html"))


def _without_band(data: bytes) -> bytes:
    """A page without what it says about today, which is the present edition's to say."""
    return re.sub(
        rb'<div class="tthc-edition".*?</div>|\n\*\*B\xe1\xba\xa3n c\xc5\xa9,[^\n]*', b"", data, flags=re.DOTALL
    )


def test_one_day_alone_equals_the_edition_of_that_day(tmp_path: Path) -> None:
    """`--as-of` a day before the versions: the same bytes with and without them."""
    one = published(built(tmp_path, "one", {VERSION: CHANGED}, dt.date(2024, 3, 1)))
    two = published(built(tmp_path, "two", None, dt.date(2024, 3, 1)))
    told = re.compile(r"thu-tuc/[^/]+/(thay-doi|tu-\d{4})|thay-doi/")
    own = [name for name in two if not told.match(name)]
    assert {name for name in own if _without_band(one[name]) != _without_band(two[name])} == set()
    assert b'data-edition="2024-03-01"' in one["index.html"]


def test_the_root_is_one_setting(tmp_path: Path) -> None:
    turned = built(tmp_path, "turned", {"site.yml": (SITE + EDITIONS).replace(f"as_of: {PAST}", f"as_of: {PRESENT}")})
    assert "data-edition" not in (turned / "index.html").read_text("utf-8")
    past = (turned / "ban-2023/thu-tuc/1-001193/index.html").read_text("utf-8")
    assert f'data-edition="{PAST}"' in past and 'href="../../../thu-tuc/1-001193/"' in past


def test_a_text_older_than_its_edition_says_so(tmp_path: Path) -> None:
    out = built(tmp_path, "stale")
    html = (out / "hien-nay/thu-tuc/1-001193/index.html").read_text("utf-8")
    assert f'data-stale="{PAST}"' in html and "của bản 31/12/2023" in html and "dichvucong.gov.vn" in html
    replaced = FATES.replace("tiếp tục", 'được thay\n  thay_boi:\n    - ma: "1.013138"\n      ten: Thủ tục mới')
    out = built(tmp_path, "replaced", {"fates.yml": replaced})
    html = (out / "hien-nay/thu-tuc/1-001193/index.html").read_text("utf-8")
    assert 'data-state="ended"' in html and "thủ tục 1.013138</a>" in html and "Thủ tục mới</a>" in html
    assert "đã thay bằng" in (out / "thu-tuc/1-001193/index.html").read_text("utf-8")


def test_a_version_to_come_is_announced_in_the_present_only(tmp_path: Path) -> None:
    path, text = VERSION.replace("2025-07-01", "2027-01-01"), CHANGED.replace("2025-07-01", "2027-01-01")
    out = built(tmp_path, "coming", {path: text})
    now = (out / "hien-nay/thu-tuc/1-001193/index.html").read_text("utf-8")
    assert 'data-coming="2027-01-01"' in now and "Sắp thay đổi từ 01/01/2027" in now
    assert "Sắp thay đổi" not in (out / "thu-tuc/1-001193/index.html").read_text("utf-8")
    assert "Sắp thay đổi từ ngày 01/01/2027" in (out / "hien-nay/thay-doi/2027-01-01/index.html").read_text("utf-8")


@pytest.mark.parametrize("seed", range(3))
def test_each_published_fact_comes_from_the_version_of_that_day(tmp_path: Path, seed: int) -> None:
    """Random versions and random days: the place and the summary on the page, in the feed and in the index are those of
    the day, and of no other."""
    chance = random.Random(seed)
    days = sorted(chance.sample([dt.date(2024, 1, 1) + dt.timedelta(days=n) for n in range(900)], 3))
    head = "".join(f"{line}\n" for line in CHANGED.splitlines()[:4])
    more, stated = {}, {}
    for number, day in enumerate(days):
        chosen = chance.sample(["dia_chi_tiep_nhan_ho_so", "mo_ta"], chance.randint(1, 2))
        stated[day] = {key: f"Ghi ngày {number} mục {key[:2]}" for key in chosen}
        more[f"procedures/ho-tich/1.001193@{day}.yml"] = head.replace("2025-07-01", str(day)) + "".join(
            f"{key}: {value}\n" for key, value in stated[day].items()
        )
    folder = tmp_path / "content"
    for path, words in edition_files(more).items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(words, "utf-8")
    store = read_folder(folder)
    every = {value for values in stated.values() for value in values.values()}
    for day in [*days, *(one - dt.timedelta(days=1) for one in days), dt.date(2023, 12, 31), dt.date(2027, 1, 1)]:
        catalogue = edition_catalogues(store, day, [])[0]
        wanted = {}
        for when in days:
            wanted |= stated[when] if when <= day else {}
        page = next(page for page in all_pages(catalogue) if page.url == "thu-tuc/1-001193/")
        record = page.values()["record"]
        shown = repr(record) + repr(page.search_entry()) + page.description
        assert {value for value in every if value in shown} - set(repr(record.amendments)) == set(wanted.values()), day
        data = b"".join(data for name, data in all_files(catalogue) if name.startswith("nhung/")).decode()
        assert not {value for value in every - set(wanted.values()) if value in data}


def test_the_links_between_editions() -> None:
    from generator.schema.site import Site

    site = Site.model_validate(
        {
            "as_of": PAST,
            "dia_chi_trang": "https://a.vn/x",
            "cac_ban": [
                {"ngay": PRESENT, "thu_muc": "hien-nay", "ten": "Hiện nay"},
                {"ngay": PAST, "thu_muc": "ban-2023", "ten": "2023"},
            ],
        }
    )
    past, present = editions(site)
    assert (past.folder, present.folder, past.past, present.past) == ("", "hien-nay/", True, False)
    assert [link.root for link in past.links] == ["", "hien-nay/"]
    assert [link.root for link in present.links] == ["../", "../hien-nay/"]
    assert past.present.address == "https://a.vn/x/hien-nay/"
    alone = editions(site, dt.date(2024, 1, 1))[0]
    assert (alone.past, alone.present.root) == (True, "https://a.vn/x/hien-nay/")
    assert BASE


def test_the_open_data_say_which_day_and_where_the_present_is(site: Path) -> None:
    data = "du-lieu/v1/thu-tuc.json"
    if not (site / data).is_file():
        pytest.skip("small sites publish no whole tables")
    past, now = (json.loads((folder / data).read_text("utf-8")) for folder in (site, site / "hien-nay"))
    assert past["tinh_den_ngay"] == PAST and past["ban_hien_nay"].endswith("/hien-nay/") and "ban_hien_nay" not in now
    record = next(value for value in now.values() if isinstance(value, list))[0]
    assert [one["tu"] for one in record["phien_ban"]] == ["2016-01-01", "2025-07-01", "2026-01-16"]
