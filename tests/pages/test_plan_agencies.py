"""The district's own plan: every agency it names has its page with all its tasks, lead and partner told apart."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

# worked out by hand from the plan: who leads (II, “Cơ quan chủ trì”) and who takes part (“Cơ quan phối hợp”)
OFFICE, OFFICES, COMMUNES = "van-phong", "nhom-chuyen-mon", "nhom-xa"
LEADS = {
    OFFICE: {1, 3, 7, 8},
    OFFICES: {2, 4, 5, 6, 10},
    COMMUNES: {2, 4, 5, 6, 10},
    "phong-van-hoa-thong-tin": {2, 4, 5, 6, 9, 10},
    "dai-phat-thanh": {9},
    "phong-tu-phap": {2, 4, 5, 6, 10},
    "phong-tai-chinh-ke-hoach": {2, 4, 5, 6, 10},
    "ubnd-an-thanh": {2, 4, 5, 6, 10},
    "ban-bien-tap": set(),
}
PARTNERS = {
    OFFICE: {2, 4, 5, 6, 9, 10},
    OFFICES: {1, 3, 7, 8, 9},
    COMMUNES: {1, 3, 7, 8, 9},
    "phong-van-hoa-thong-tin": {1, 3, 7, 8},
    "dai-phat-thanh": set(),
    "phong-tu-phap": {1, 3, 7, 8, 9},
    "phong-tai-chinh-ke-hoach": {1, 3, 7, 8, 9},
    "ubnd-an-thanh": {1, 3, 7, 8, 9},
    "ban-bien-tap": set(),
}
DUTIES = {  # part IV, by the first words of the paragraph
    OFFICE: ["Chủ trì, phối hợp, hướng dẫn", "Trên cơ sở Kế hoạch này"],
    COMMUNES: ["Trên cơ sở Kế hoạch này"],
    "ubnd-an-thanh": ["Trên cơ sở Kế hoạch này"],
    "phong-van-hoa-thong-tin": ["Trên cơ sở Kế hoạch này", "Phòng Văn hóa - Thông tin huyện, Đài Phát thanh"],
    "dai-phat-thanh": ["Phòng Văn hóa - Thông tin huyện, Đài Phát thanh"],
    "ban-bien-tap": ["Phòng Văn hóa - Thông tin huyện, Đài Phát thanh"],
    "phong-tai-chinh-ke-hoach": ["Trên cơ sở Kế hoạch này", "Phòng Tài chính - Kế hoạch huyện chủ trì"],
}


def page(site: Path, slug: str) -> str:
    return (site / "ke-hoach/2023/co-quan" / slug / "index.html").read_text("utf-8")


def role(text: str, name: str) -> set[int]:
    section = re.search(rf'<section data-role="{name}".*?</section>', text, re.DOTALL)[0]
    return {int(number) for number in re.findall(r'data-task="(\d+)"', section)}


@pytest.mark.parametrize("slug", LEADS)
def test_lead_and_partner_are_told_apart(real_site: Path, slug: str) -> None:
    text = page(real_site, slug)
    assert role(text, "lead") == LEADS[slug]
    assert role(text, "partner") == PARTNERS[slug]


@pytest.mark.parametrize("slug", DUTIES)
def test_duties_of_part_four(real_site: Path, slug: str) -> None:
    text = page(real_site, slug)
    assert all(words in text for words in DUTIES[slug])
    every = {words for found in DUTIES.values() for words in found}
    assert not [words for words in every - set(DUTIES[slug]) if words in text]


def test_each_of_the_23_communes_has_its_page(real_site: Path) -> None:
    assert len(list((real_site / "ke-hoach/2023/co-quan").glob("ubnd-*/index.html"))) >= 23


@pytest.mark.parametrize(
    ("slug", "reports"),
    [
        ("nhom-xa", True),
        ("ubnd-an-thanh", True),
        ("phong-tu-phap", True),
        ("dai-phat-thanh", False),
        ("ban-bien-tap", False),
    ],
)
def test_who_must_report(real_site: Path, slug: str, reports: bool) -> None:
    assert ('data-role="reports"' in page(real_site, slug)) is reports


def test_funding_stands_on_every_page(real_site: Path) -> None:
    assert "được bố trí từ nguồn ngân sách giao hàng năm" in page(real_site, "ubnd-an-thanh")


# worked out by hand: offices that the plan names without giving them a task, and where
NAMED = {
    "ubnd-huyen": [
        "Phần căn cứ",
        "Nhiệm vụ 6",
        "Nhiệm vụ 9",
        "Nhiệm vụ 11",
        "Phần IV, mục 1",
        "Phần IV, mục 2",
        "Đoạn kết",
        "Nơi nhận",
    ],
    "ubnd-tinh": ["Phần căn cứ", "Nhiệm vụ 6", "Nhiệm vụ 11", "Phần IV, mục 1", "Phần IV, mục 2", "Nơi nhận"],
    "van-phong-ubnd-tinh": ["Nhiệm vụ 2"],
    "phong-nc-kstthc": ["Nơi nhận"],
    "huyen-uy": ["Nơi nhận"],
    "hdnd-huyen": ["Nơi nhận"],
}


@pytest.mark.parametrize("slug", NAMED)
def test_offices_named_without_a_task_have_a_page_too(real_site: Path, slug: str) -> None:
    section = re.search(r'<section data-role="mentioned".*?</section>', page(real_site, slug), re.DOTALL)[0]
    assert list(dict.fromkeys(re.findall(r"<li><a [^>]*>([^<]+)</a>", section))) == NAMED[slug]
    assert 'data-role="lead"' not in page(real_site, slug)
    assert f"co-quan/{slug}/" in (real_site / "ke-hoach/2023/co-quan/index.html").read_text("utf-8")


def test_reporting_is_a_task_of_those_who_must_report(real_site: Path) -> None:
    reports = re.search(r'<section data-role="reports".*?</section>', page(real_site, "phong-noi-vu"), re.DOTALL)[0]
    assert re.findall(r'data-task="(\d+)"', reports) == ["11"]
