"""The name of the search in browsers: whole words, within what the specification allows, the same in the file and in
the pages' link."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path

import pytest

from generator.outputs.search.opensearch import description, short_name
from generator.pages.formatting import truncate, whole_words
from generator.schema.site import Site
from tests.conftest import SMALL, tthc


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        ("Thủ tục hành chính huyện Tứ Kỳ", "TTHC huyện Tứ Kỳ"),
        ("Thủ tục hành chính huyện Thanh Hà", "TTHC Thanh Hà"),
        ("Thủ tục hành chính xã An Thanh", "TTHC xã An Thanh"),
        ("Thủ tục hành chính thị trấn Tứ Kỳ", "TTHC Tứ Kỳ"),
        ("Thủ tục hành chính thành phố Hồ Chí Minh", "TTHC Hồ Chí Minh"),
        ("Thủ tục hành chính các xã vùng Tứ Kỳ", "TTHC Tứ Kỳ"),
        ("Thủ tục hành chính các phường thành phố Hạ Long", "TTHC Hạ Long"),
        ("Một cửa", "Một cửa"),
        ("Cổng thông tin dịch vụ công Hải Dương", "Cổng thông tin"),
        ("Thủtụchànhchínhhuyệntứkỳ", "TTHC"),
        (None, "TTHC"),
    ],
)
def test_whole_words_within_sixteen_characters(name: str | None, wanted: str) -> None:
    site = Site.model_validate({"ten": name} if name else {})
    assert short_name(site) == wanted
    assert len(wanted) <= 16
    long = re.findall("<LongName>(.*)</LongName>", description(site))[0]
    assert len(long) <= 48 and set(long.split()) <= set((name or "Thủ tục hành chính").split())


def test_pages_call_it_as_the_file_does(small_site: Path, tmp_path: Path) -> None:
    done = tthc("build", "--content", SMALL, "--all-units", "--out", tmp_path / "xa")
    assert done.returncode == 0, done.stderr
    sites = [small_site, *(tmp_path / "xa").iterdir()]
    assert len(sites) > 1
    for site in sites:
        name = re.findall("<ShortName>(.*)</ShortName>", (site / "tim-kiem/opensearch.xml").read_text("utf-8"))[0]
        titles = {
            unescape(title)
            for page in site.rglob("*.html")
            for title in re.findall(r'<link rel="search"[^>]* title="([^"]*)"', page.read_text("utf-8"))
        }
        assert titles == {unescape(name)}


def test_texts_are_cut_between_words() -> None:
    text = "Tổ chức, cá nhân người Việt Nam (định cư ở nước ngoài); hộ gia đình sử dụng đất ở"
    for most in range(12, 60):
        for made in (whole_words(text, most), truncate(text, most).removesuffix(" …")):
            assert text.startswith(made) and len(made) <= most
            assert not text[len(made) : len(made) + 1].isalnum(), made


def test_a_single_word_is_not_lost() -> None:
    assert truncate("Thủtụchànhchínhhuyệntứkỳ", 12).startswith("Thủtục")
