"""Where a page of the district's site leads to in the other edition."""

from __future__ import annotations

import pytest

from generator.pages.all_pages import all_pages
from generator.pages.other_editions import other_editions
from tests.support.real_content import real_editions


def ways(number: int, url: str) -> list[tuple[str, str]]:
    """(page of the other edition, words) of the page at `url` of the edition with that number; 0: of 2023."""
    catalogue = real_editions()[number]
    page = next(page for page in all_pages(catalogue) if page.url == url)
    ((_, found),) = other_editions(catalogue).all_ways(page.url, page.crumbs)
    return [tuple(way) for way in found]


@pytest.mark.parametrize(
    "url", ["", "thu-tuc/1-001193/", "linh-vuc/ho-tich/", "tim-kiem/", "don-vi/an-thanh/", "van-ban/123-2015-nd-cp/"]
)
def test_a_page_of_both_editions_leads_to_itself(url: str) -> None:
    assert ways(0, url) == ways(1, url) == [(url, "")]


def test_a_new_commune_leads_to_those_it_was_made_of() -> None:
    found = ways(1, "don-vi/chi-minh-2025/")
    assert ("don-vi/an-thanh/", "xã An Thanh") in found and ("don-vi/chi-minh/", "xã Chí Minh") in found
    assert ("don-vi/an-thanh/thu-tuc/", "xã An Thanh") in ways(1, "don-vi/chi-minh-2025/thu-tuc/")
    assert ("don-vi/an-thanh/phan-anh/", "xã An Thanh") in ways(1, "don-vi/chi-minh-2025/phan-anh/")


def test_an_old_commune_leads_to_the_one_it_belongs_to_and_keeps_its_part() -> None:
    ways = other_editions(real_editions()[0])
    present = real_editions()[0].edition.present  # type: ignore[union-attr]
    assert ways.kin("don-vi/an-thanh/thu-tuc/", present) == [("don-vi/chi-minh-2025/thu-tuc/", "xã Chí Minh")]


def test_a_procedure_that_2023_did_not_have_leads_to_its_field_and_says_so() -> None:
    assert ways(1, "thu-tuc/3-000527/") == [("linh-vuc/phong-chong-ma-tuy/", "trang gần nhất: Phòng, chống ma túy")]


def test_every_page_leads_to_a_page_that_is_there() -> None:
    """And only pages of procedures and units that the other edition lacks lead elsewhere."""
    editions = real_editions()
    addresses = [{page.url for page in all_pages(one)} for one in editions]
    for catalogue, there in zip(editions, reversed(addresses), strict=True):
        for page in all_pages(catalogue):
            if page.file == "404.html":
                continue
            ((_, found),) = other_editions(catalogue).all_ways(page.url, page.crumbs)
            assert found and {way.url for way in found} <= there, page.url
            assert (page.url in there) == (found[0].words == ""), page.url
            assert "trang chủ" not in found[0].words, page.url
