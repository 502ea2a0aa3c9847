"""The reorganisations of 01/12/2024 and 01/07/2025: who stands, where old addresses lead, what they say."""

from __future__ import annotations

import datetime as dt
from functools import lru_cache

import pytest

from generator.catalogue.builder import build_catalogue
from generator.catalogue.catalogue import Catalogue
from generator.catalogue.unit_succession import current_successors, describe_succession, same_code
from generator.checks._engine.runner import check
from generator.pages.all_pages import all_pages
from generator.pages.page import Page
from generator.problem import ERROR
from generator.rendering.assets import Assets
from generator.rendering.page_renderer import PageRenderer
from tests.conftest import PROJECT
from tests.support.exports import all_files
from tests.support.night import at_night
from tests.support.real_content import real_store

DAYS = ["2023-12-31", "2024-12-02", "2025-07-02"]


@lru_cache(maxsize=3)
def on(day: str) -> Catalogue:
    catalogue = build_catalogue(real_store(), dt.date.fromisoformat(day), [])
    catalogue.has_sheets = False
    return catalogue


@lru_cache(maxsize=3)
def pages(day: str) -> dict[str, Page]:
    return {page.url: page for page in all_pages(on(day))}


def shown(page: Page, day: str) -> str:
    from generator.outputs.exports.registry import data_files

    theme = PROJECT / "theme"
    assets = Assets(theme / "assets")
    for name, data, _ in data_files(on(day)):
        assets.add(name, data)
    return PageRenderer([str(theme)], on(day), assets, "/").html(page)


def test_after_the_district_six_communes_of_hai_phong_stand() -> None:
    catalogue = on("2025-07-02")
    assert catalogue.home_unit is None
    assert [unit.record.name for unit in catalogue.communes] == [
        "Chí Minh",
        "Đại Sơn",
        "Lạc Phượng",
        "Nguyên Giáp",
        "Tân Kỳ",
        "Tứ Kỳ",
    ]
    assert {unit.parent.record.name for unit in catalogue.communes} == {"Hải Phòng"}
    assert "huyện" not in (catalogue.site.authority or "")


def test_in_between_twenty_communes_of_the_district_stand() -> None:
    catalogue = on("2024-12-02")
    assert catalogue.home_unit is not None
    assert len(catalogue.communes) == 20
    assert {"ky-son", "dan-an", "lac-phuong"} <= {unit.slug for unit in catalogue.communes}


@pytest.mark.parametrize("later", [DAYS[2], *at_night(DAYS[1])])
def test_every_old_address_still_answers(later: str) -> None:
    before, after = pages(DAYS[0]), pages(later)
    assert sorted(set(before) - set(after)) == []
    old_files = {name for name, _ in all_files(on(DAYS[0]))}
    assert sorted(old_files - {name for name, _ in all_files(on(later))}) == []


def test_every_page_of_an_ended_unit_says_what_happened_and_leads_on() -> None:
    day = "2025-07-02"
    ended = [unit for unit in on(day).units.values() if unit.begun and not unit.active]
    assert len(ended) == 28  # 23 communes, three of 2024, the district, the province
    for unit in ended:
        assert current_successors(unit) and describe_succession(unit)
        own = [page for url, page in pages(day).items() if url.startswith(unit.url)]
        assert len(own) == (1 if unit.slug == "hai-duong" else 3)
    sample = next(unit for unit in ended if unit.slug == "an-thanh")
    for part in ("", "thu-tuc/", "phan-anh/"):
        html = shown(pages(day)[f"{sample.url}{part}"], day)
        assert (
            "Từ ngày 01/07/2025, xã An Thanh nhập vào xã Chí Minh (thành phố Hải Phòng), theo Nghị quyết 1669/NQ-UBTVQH15."  # noqa: E501
            in html
        )
        assert f"don-vi/chi-minh-2025/{part}" in html


def test_two_steps_are_two_sentences_in_the_order_of_time() -> None:
    unit = on("2025-07-02").units["ngoc-ky"]
    assert describe_succession(unit) == [
        "Từ ngày 01/12/2024, xã Ngọc Kỳ nhập vào xã Kỳ Sơn.",
        "Từ ngày 01/07/2025, xã Kỳ Sơn nhập vào xã Tân Kỳ (thành phố Hải Phòng), theo Nghị quyết 1669/NQ-UBTVQH15.",
    ]
    assert describe_succession(on("2024-12-02").units["ngoc-ky"]) == [
        "Từ ngày 01/12/2024, xã Ngọc Kỳ nhập vào xã Kỳ Sơn."
    ]  # noqa: E501
    assert describe_succession(on("2023-12-31").units["ngoc-ky"]) == []


@pytest.mark.parametrize(
    ("slug", "names"),
    [("hung-dao", {"dai-son-2025", "tan-ky-2025"}), ("tien-dong", {"lac-phuong-2025", "nguyen-giap-2025"})],
)
def test_a_split_commune_leads_to_both_and_says_which_part_went_where(slug: str, names: set[str]) -> None:
    day = "2025-07-02"
    unit = on(day).units[slug]
    assert {heir.slug for heir in current_successors(unit)} == names
    (sentence,) = describe_succession(unit)
    assert "không còn; địa bàn chia về hai đơn vị" in sentence
    html = shown(pages(day)[unit.url], day)
    assert html.count("data-heir=") == 2
    if slug == "hung-dao":
        assert "một phần diện tích, toàn bộ dân số về xã Đại Sơn" in sentence


def test_codes_used_again_under_another_name_do_not_mix() -> None:
    day = "2025-07-02"
    catalogue = on(day)
    new = catalogue.units["chi-minh-2025"]
    assert [other.slug for other in same_code(new, catalogue.units.values())] == ["van-to"]
    assert "trước đây là mã của" in shown(pages(day)[new.url], day)
    assert current_successors(catalogue.units["van-to"]) == [new], "through what is recorded, not through the code"
    assert {heir.slug for heir in current_successors(catalogue.units["hung-dao"])} != {"dai-son-2025"}, (
        "11086 went to Đại Sơn, the commune did not, whole"
    )


@pytest.mark.parametrize("day", [DAYS[2], *at_night(*DAYS[:2])])
def test_content_written_for_one_day_builds_strictly_on_the_days_after(day: str) -> None:
    assert [problem for problem in check(real_store(), dt.date.fromisoformat(day)) if problem.severity == ERROR] == []


def test_a_law_of_next_year_is_not_called_expired() -> None:
    number = "17/2023/QH15"
    row = next(item for item in shown(pages("2023-12-31")["van-ban/"], "2023-12-31").split("<li") if number in item)
    assert "chưa có hiệu lực" in row and "hết hiệu lực" not in row
    row = next(item for item in shown(pages("2025-07-02")["van-ban/"], "2025-07-02").split("<li") if number in item)
    assert "hiệu lực" not in row
