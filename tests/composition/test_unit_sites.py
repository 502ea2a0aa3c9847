"""The communes' own sites: what is on them, what is linked at the district, what they share."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

from generator.build.pipeline import SiteBuilder, SiteOptions
from generator.composition.unit_sites import SHARED, unit_sites
from tests.conftest import PROJECT, SMALL, tthc
from tests.support.folders import file_bytes
from tests.support.night import at_night
from tests.support.real_content import real_catalogue

DISTRICT = "https://tthc.tuky.haiduong.gov.vn/"


@pytest.fixture
def sites(unit_sites: Path) -> Path:
    return unit_sites


def html(file: Path) -> str:
    return file.read_text("utf-8")


def test_all_23_and_nothing_half_built(sites: Path) -> None:
    assert len([folder for folder in sites.iterdir() if (folder / "index.html").is_file()]) == 23
    assert [path.name for path in sites.parent.iterdir()] == ["out"]


def test_a_commune_has_its_procedures_notice_duties_and_news(sites: Path) -> None:
    site = sites / "an-thanh"
    assert "Xã An Thanh" in html(site / "index.html") and "UBND xã An Thanh" in html(site / "index.html")
    for name in (
        "thu-tuc/1-001193",
        "don-vi/an-thanh",
        "don-vi/an-thanh/thu-tuc",
        "don-vi/an-thanh/phan-anh",
        "phan-anh",
        "tin-tuc",
        "tim-kiem",
        "linh-vuc/ho-tich",
    ):
        assert (site / name / "index.html").is_file(), name
    assert (site / "ke-hoach/2023/co-quan/ubnd-an-thanh/index.html").is_file()
    assert not (site / "don-vi/binh-lang").exists()


def test_only_what_a_commune_receives(sites: Path) -> None:
    codes = {view.code for view in real_catalogue().units["an-thanh"].procedures}
    listed = re.findall(r'data-code="([\d.]+)"', html(sites / "an-thanh/thu-tuc/index.html"))
    assert sorted(listed) == sorted(codes)
    assert {path.name for path in (sites / "an-thanh/thu-tuc").iterdir() if path.is_dir()} >= {
        code.replace(".", "-") for code in codes
    }


def test_every_link_is_here_or_at_the_district(sites: Path, real_site: Path) -> None:
    for unit in ("an-thanh", *at_night("thi-tran-tu-ky")):
        site = sites / unit
        for page in site.rglob("*.html"):
            for link in re.findall(r'(?:href|src|action|data-[a-z-]+)="([^"#?]+)', html(page)):
                if link.startswith(DISTRICT):
                    target = real_site / link.removeprefix(DISTRICT)
                    assert (target / "index.html").is_file() or target.is_file(), (page, link)
                if "/" not in link or re.match(r"[a-z]+:|//", link) or page.name == "404.html":
                    continue
                if link.startswith("assets/"):  # data-style: below the root, put together by the script
                    assert (site / link).is_file(), (page, link)
                    continue
                target = Path(os.path.normpath(page.parent / link))
                assert (target / "index.html").is_file() or target.is_file(), (page, link)
    text = html(sites / "an-thanh/index.html")
    assert f'href="{DISTRICT}huong-dan/sinh-con/"' in text
    # search engines are offered the unit's page at the district, in the present edition: it says where to go now
    assert f'rel="canonical" href="{DISTRICT}hien-nay/don-vi/an-thanh/"' in text


def test_shared_pages_are_the_same_file_and_own_pages_are_not(sites: Path) -> None:
    one, other = sites / "an-thanh", sites / "van-to"
    assert os.stat(one / "thu-tuc/1-001193/index.html").st_ino == os.stat(other / "thu-tuc/1-001193/index.html").st_ino
    assert html(one / "index.html") != html(other / "index.html")
    assert html(one / "assets/places.json") != html(other / "assets/places.json")


def test_no_shared_page_names_a_commune(sites: Path) -> None:
    names = re.findall(
        r"Xã ([A-ZĐ]\w+ [A-ZĐ]\w+)", " ".join(html(sites / folder.name / "index.html") for folder in sites.iterdir())
    )
    text = html(sites / "an-thanh/thu-tuc/1-001193/index.html")
    assert names and not any(f"xã {name}" in text.lower() for name in map(str.lower, set(names)))


def test_23_sites_take_less_room_than_three(sites: Path) -> None:
    def room(folders: list[Path]) -> int:
        seen = {}
        for folder in folders:
            for path in [folder, *folder.rglob("*")]:
                state = os.lstat(path)
                seen[state.st_ino] = state.st_blocks
        return sum(seen.values())

    assert room(sorted(sites.iterdir())) < 3 * room([sites / "an-thanh"])


@pytest.mark.parametrize("content", [SMALL, *at_night(PROJECT / "content")], ids=lambda content: content.parent.name)
def test_one_site_alone_is_the_same(request: pytest.FixtureRequest, content: Path, tmp_path: Path) -> None:
    def files(folder: Path) -> dict[str, bytes]:
        return {
            str(path.relative_to(folder)): path.read_bytes()
            for path in folder.rglob("*")
            if path.is_file() and "pagefind" not in path.parts
        }

    def built(*words: object) -> Path:
        assert tthc("build", "--content", content, *words, "--out", tmp_path / "built").returncode == 0
        return tmp_path / "built"

    if content == SMALL:
        alone = files(request.getfixturevalue("small_commune_site"))
        among = files(built("--all-units") / "an-thanh")
    else:
        alone = files(built("--unit", "an-thanh"))
        among = files(request.getfixturevalue("unit_sites") / "an-thanh")
    assert len(alone) > 50 and alone == among


def test_an_overlay_shows_on_its_own_commune_only(content: Path, tmp_path: Path) -> None:
    folder = content / "units/an-thanh/overlay"
    folder.mkdir(parents=True)
    (folder / "don-vi.yml").write_text(
        "gio_tiep_nhan: Cả sáng thứ Bảy\nngay_ra_soat: 2023-12-01\nphien_ban:\n  hieu_luc: v0\n", "utf-8"
    )
    (folder / "khai-sinh.yml").write_text(
        'ma_thu_tuc: "1.001193"\nquay: Quầy số 7\nngay_ra_soat: 2023-12-01\nphien_ban:\n  phi: v0\n', "utf-8"
    )
    done = tthc("build", "--content", content, "--all-units", "--out", tmp_path / "xa")
    assert done.returncode == 0, done.stderr
    own, other = tmp_path / "xa/an-thanh", tmp_path / "xa/thi-tran-tu-ky"
    assert "Cả sáng thứ Bảy" in html(own / "index.html") and "Cả sáng thứ Bảy" not in html(other / "index.html")
    assert "Quầy số 7" in html(own / "thu-tuc/1-001193/index.html") and "Quầy số 7" not in html(
        other / "thu-tuc/1-001193/index.html"
    )
    assert "đang rà soát" in html(own / "thu-tuc/1-001193/index.html")
    listed = tthc("overlay", "--content", content)
    assert "khai-sinh.yml: cần rà soát: Phí, lệ phí" in listed.stdout and "2 cần rà soát" in listed.stdout


def test_after_a_change_only_what_shows_it_is_made(content: Path, tmp_path: Path) -> None:
    """The same pipeline as for the whole site: cached, and with the bytes of a build from nothing."""
    themes = [str(PROJECT / "theme")]

    def build(out: Path, cache: Path | None) -> list[str]:
        builder = SiteBuilder(content, out, themes, SiteOptions(search=False, sites="units"), cache=cache)
        builder.check()
        whole = builder.catalogues()[0]
        builder.write(lambda: unit_sites(whole, {f"{unit.slug}/": unit for unit in whole.communes}, themes))
        return builder.new_outputs

    def changed() -> set[str]:
        made = build(tmp_path / "xa", tmp_path / ".cache")
        build(tmp_path / "fresh", None)
        was, now = file_bytes(tmp_path / "fresh"), file_bytes(tmp_path / "xa")
        assert [name for name in was.keys() | now.keys() if was.get(name) != now.get(name)] == []
        return set(made)

    changed()
    file = next(file for file in (content / "procedures").rglob("*.yml") if "noi_dung: " in file.read_text("utf-8"))
    page = f"thu-tuc/{file.stem.replace('.', '-')}/index.html"
    file.write_text(file.read_text("utf-8").replace("noi_dung: ", "noi_dung: Trước hết ", 1), "utf-8")
    assert {f"{SHARED}{page}"} == changed()
    layer = content / "units/an-thanh/overlay/rieng.yml"
    layer.parent.mkdir(parents=True)
    layer.write_text(f'ma_thu_tuc: "{file.stem}"\nquay: Quầy số 7\nngay_ra_soat: 2023-12-01\n', "utf-8")
    made = changed()
    assert {f"{SHARED}{page}", f"an-thanh/{page}"} <= made and "Quầy số 7" in html(tmp_path / "xa/an-thanh" / page)
    assert not [name for name in made if name.startswith(f"{SHARED}thu-tuc/1") and name != f"{SHARED}{page}"]


def _split(content: Path) -> Path:
    """The small content with printed sheets, whose An Thanh is divided between two communes."""
    with (content / "site.yml").open("a", encoding="utf-8") as file:
        file.write("ban_in: 50\n")
    one = (content / "units/chi-minh-2025.yml").read_text("utf-8")
    other = one.replace("11131", "11132").replace("Chí Minh", "Đại Sơn")
    (content / "units/dai-son-2025.yml").write_text(other, "utf-8")
    ended = content / "units/an-thanh.yml"
    step = "  - don_vi: {}\n    phan: một phần diện tích\n    ngay: 2025-07-01\n    van_ban: 1669/NQ-UBTVQH15\n"
    steps = f"ke_tuc:\n{step.format('chi-minh-2025')}{step.format('dai-son-2025')}"
    text = ended.read_text("utf-8")
    ended.write_text(re.sub(r"(?m)^ke_tuc:\n(?:  .*\n)+", steps, text), "utf-8")
    return content


@pytest.mark.parametrize("real", [False, *at_night(True)])
def test_the_own_host_of_an_ended_commune_answers_everywhere_with_what_happened(
    request: pytest.FixtureRequest, content: Path, tmp_path: Path, real: bool
) -> None:
    def built(content: Path, unit: str, day: str) -> Path:
        words = ("--content", content, "--unit", unit, "--as-of", day, "--out", tmp_path / day)
        done = tthc("build", *words)
        assert done.returncode == 0, done.stderr
        return tmp_path / day

    unit, name, first, second = "hung-dao", "Hưng Đạo", "dai-son-2025", "tan-ky-2025"
    if real:
        before, content = request.getfixturevalue("unit_sites") / unit, PROJECT / "content"
    else:
        unit, name, first, second = "an-thanh", "An Thanh", "chi-minh-2025", "dai-son-2025"
        before = built(_split(content), unit, "2023-12-31")
    after = built(content, unit, "2025-07-02")
    old, new = ({path.relative_to(site).as_posix() for path in site.rglob("*.html")} for site in (before, after))
    assert len(old) > (100 if real else 15) and sorted(old - new) == []
    for page in sorted(new):
        text = html(after / page)
        assert f"xã {name} không còn; địa bàn chia về hai đơn vị" in text, page
        assert f"{DISTRICT}don-vi/{first}/" in text and f"{DISTRICT}don-vi/{second}/" in text, page
    assert f'href="{DISTRICT}thu-tuc/1-001193/"' in html(after / "thu-tuc/1-001193/index.html")
    sheets = {path.relative_to(before / "don-vi") for path in (before / "don-vi").rglob("*.pdf")}
    assert sheets and all((after / "don-vi" / path).is_file() for path in sheets)


def test_the_audit_finds_nothing_to_mend(sites: Path) -> None:
    for unit in ("an-thanh", *at_night("thi-tran-tu-ky")):
        done = tthc("audit", sites / unit)
        assert done.returncode == 0, done.stdout


def test_wrong_calls(content: Path) -> None:
    for words in (
        ["--unit", "an-than"],
        ["--unit", "tu-ky"],
        ["--unit", "chi-minh-2025"],
        ["--unit", "an-thanh", "--all-units"],
    ):
        done = tthc("build", "--content", content, *words)
        assert done.returncode == 2 and "Traceback" not in done.stderr, words
