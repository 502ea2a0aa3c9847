"""The addresses that rules know are those that a build makes."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator import urls
from generator.checks._engine import known_addresses
from generator.checks._engine.context import ValidationContext
from generator.checks._engine.known_addresses import leads_somewhere, pages_like
from generator.checks._engine.known_changes import edition_of
from generator.loading.folder import read_folder
from tests.conftest import SMALL
from tests.support.real_content import real_store

# no editor links to these: named after their bytes, or made for programs
FOR_PROGRAMS = ("assets/", "pagefind/", "nhung/", "404.html", "sw.js", "robots.txt", "tim-kiem/")


@pytest.fixture(params=["small", pytest.param("real", marks=pytest.mark.slow)])
def site(request: pytest.FixtureRequest) -> Iterator[tuple[ValidationContext, Path]]:
    store = read_folder(SMALL) if request.param == "small" else real_store()
    yield ValidationContext(store, store.effective_date(None)), request.getfixturevalue(f"{request.param}_site")


@pytest.fixture(scope="module")
def real() -> ValidationContext:
    store = real_store()
    return ValidationContext(store, store.effective_date(None))


def test_every_page_of_a_build_is_known(site: tuple[ValidationContext, Path]) -> None:
    world, folder = site
    pages = [file.parent.relative_to(folder).as_posix() for file in sorted(folder.rglob("index.html"))]
    unknown = [page for page in pages if not leads_somewhere("" if page == "." else f"{page}/", world)]
    assert unknown == []
    assert [page for page in pages if page != "." and not leads_somewhere(page, world)] == []


def test_every_file_beside_a_page_is_known(site: tuple[ValidationContext, Path]) -> None:
    world, folder = site
    files = [file.relative_to(folder).as_posix() for file in sorted(folder.rglob("*")) if file.is_file()]
    inside = {name: edition_of(name, world)[1] for name in files}
    own = [name for name in files if not name.endswith("index.html") and not inside[name].startswith(FOR_PROGRAMS)]
    programs = (".js", ".json", ".webmanifest", ".txt", ".svg", ".csv", ".jsonld", ".jsonl", ".ttl", ".md")
    assert [name for name in own if not name.endswith(programs) and not leads_somewhere(name, world)] == []


def test_every_address_that_is_known_is_a_page(site: tuple[ValidationContext, Path]) -> None:
    world, folder = site
    known = {
        page for top in known_addresses._FAMILIES for page in known_addresses._pages(top, world)
    } | urls.ON_EVERY_SITE
    absent = sorted(page for page in known if not (folder / page / "index.html").is_file())
    # what a site has only when there is something to put on it
    few = {"giai-thich/", "en/", "en/contacts/", "chat-luong/"}
    assert [page for page in absent if page not in few and not page.startswith(("nhung/", "linh-vuc/"))] == []


@pytest.mark.parametrize(
    "path",
    [
        "khong-co/",
        "thu-tuc/1-001194/",
        "don-vi/an-than/",
        "atom.xml/",
        "ke-hoach/2023/nhiem-vu/99/",
        "ke-hoach/2022/",
        "thu-tuc/1-001193/to-gap.pdf",
        "mau.docx",
        "van-ban/1/",
        "tin-tuc/khong/",
        "thu-tuc/1-001193/tu-2020-01-01/",
        "id/thu-tuc/1.001194/",
        "du-lieu/v1/khong-co.xlsx",
        "hien-nay/",
    ],
)
def test_what_is_not_there(path: str) -> None:
    assert not leads_somewhere(path, ValidationContext(read_folder(SMALL), dt.date(2023, 12, 31)))


@pytest.mark.parametrize(
    ("path", "known"),
    [
        ("don-vi/lac-phuong-2025/", False),  # begins on 01/07/2025
        ("hien-nay/don-vi/lac-phuong-2025/", True),
        ("hien-nay", True),
        ("hien-nay/don-vi/an-thanh/thu-tuc/danh-muc.xlsx", True),
        ("hien-nay/thu-tuc/1-001194/", False),
        ("hien-nay/hien-nay/", False),
        ("xa-moi/chi-minh/", True),
        ("xa-moi/an-thanh/", False),  # no new commune bears the name
        ("thay-doi/2025-07-01/", True),
        ("thay-doi/2025-07-02/", False),
        ("thu-tuc/1-001193/tu-2025-07-01/", True),
        ("du-lieu/v1/thu-tuc.xlsx", True),
        ("id/van-ban/123/2015/NĐ-CP/", True),
    ],
)
def test_addresses_of_another_day(real: ValidationContext, path: str, known: bool) -> None:
    assert leads_somewhere(path, real) is known


def test_what_is_proposed_stays_in_the_edition(real: ValidationContext) -> None:
    proposed = pages_like("hien-nay/don-vi/lac-phuong/", real)
    assert "hien-nay/don-vi/lac-phuong-2025/" in proposed and "don-vi/an-thanh/" not in proposed
