"""A version, a fate or an overlay of one record makes that record's pages again and what lists it, not every page."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from generator.build.pipeline import SiteBuilder, SiteOptions
from tests.conftest import PROJECT
from tests.support.editions import FATES, edition_files
from tests.support.folders import file_bytes
from tests.support.rule_samples import PROCEDURE
from tests.support.versions import BASE, CHANGED, VERSION

OTHER = "1.001194"
GUIDE = """\
---
tieu_de: Sinh con
mo_ta: Những việc cần làm khi sinh con.
buoc:
  - ten: Khai sinh
    ma_thu_tuc: ["1.001193"]
---
Nên làm sớm.
"""


class Dated:
    """A site with two editions, built again after each change."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.content, self.site = folder, folder / "content", folder / "site"
        other = PROCEDURE.replace("1.001193", OTHER).replace("Đăng ký khai sinh", "Đăng ký khai tử", 1)
        more = {"guides/sinh-con.md": GUIDE, VERSION.replace("1.001193", OTHER): CHANGED.replace("1.001193", OTHER)}
        for path, text in edition_files({BASE.replace("1.001193", OTHER): other, **more}).items():
            self.write(path, text)
        self.build()
        self.kept = file_bytes(self.content)

    def restore(self) -> Dated:
        """The content that it began with, and its site."""
        for name in file_bytes(self.content).keys() - self.kept.keys():
            (self.content / name).unlink()
        for name, data in self.kept.items():
            (self.content / name).write_bytes(data)
        self.build()
        return self

    def write(self, path: str, text: str) -> None:
        (self.content / path).parent.mkdir(parents=True, exist_ok=True)
        (self.content / path).write_text(text, "utf-8")

    def build(self, site: Path | None = None) -> set[str]:
        """The names of the outputs that were made. site: build from nothing into this folder."""
        cache = None if site else self.folder / ".cache"
        builder = SiteBuilder(
            self.content, site or self.site, [str(PROJECT / "theme")], SiteOptions(search=False), cache=cache
        )
        builder.check()
        builder.write()
        return set(builder.new_outputs)

    def after(self, path: str, text: str) -> set[str]:
        """What is made after this change, for which the site is what a build from nothing gives."""
        self.write(path, text)
        made = self.build()
        fresh = self.folder / "fresh"
        self.build(fresh)
        was, now = file_bytes(fresh), file_bytes(self.site)
        assert [name for name in was.keys() | now.keys() if was.get(name) != now.get(name)] == []
        return made


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Dated:
    return Dated(tmp_path_factory.mktemp("dated"))


@pytest.fixture
def dated(built: Dated) -> Dated:
    return built.restore()


def pages(made: set[str]) -> set[str]:
    return {name.removesuffix("index.html") for name in made if name.endswith("index.html")}


def of_others(made: set[str]) -> set[str]:
    """Pages of the other procedure, of units, documents, news and the handbook: nothing about this one."""
    pattern = (
        rf"(hien-nay/)?(thu-tuc/{OTHER.replace('.', '-')}/|don-vi/.|van-ban/.|tin-tuc/|so-tay/.|xa-moi/|phan-anh/)"
    )
    return {name for name in pages(made) if re.match(pattern, name)}


def test_a_version_makes_the_pages_of_its_record_and_of_its_day(dated: Dated) -> None:
    made = dated.after(VERSION, CHANGED)
    code = "thu-tuc/1-001193/"
    own = {f"{prefix}{code}{part}" for prefix in ("", "hien-nay/") for part in ("thay-doi/", "tu-2025-07-01/")}
    # the page of the past says that today differs, and in what
    assert {name for name in pages(made) if "thu-tuc/1-001193" in name} == {*own, code, f"hien-nay/{code}"}
    assert {"thay-doi/2025-07-01/", "hien-nay/thay-doi/2025-07-01/"} <= pages(made)
    # lists say where to submit, and what of the new text nobody has confirmed yet
    assert of_others(made) <= {"hien-nay/don-vi/chi-minh-2025/thu-tuc/", "hien-nay/van-ban/123-2015-nd-cp/"}


def test_a_changed_version_makes_less(dated: Dated) -> None:
    dated.after(VERSION, CHANGED)
    made = dated.after(VERSION, CHANGED.replace("của xã mới", "của xã"))
    assert of_others(made) == set() and "hien-nay/thu-tuc/1-001193/" in pages(made)
    assert "thu-tuc/1-001193/" not in pages(made), "the page of the past shows nothing of a later version's text"


def test_a_fate_makes_the_pages_of_its_procedure(dated: Dated) -> None:
    made = dated.after("fates.yml", FATES.replace("tiếp tục", "chưa rõ"))
    found = {name for name in pages(made) if "thu-tuc/" in name}
    assert found == {f"{prefix}thu-tuc/1-001193/{part}" for prefix in ("", "hien-nay/") for part in ("", "thay-doi/")}
    assert "du-lieu/" not in pages(made) and len(pages(made)) < 10
    assert of_others(made) == set()


def test_an_overlay_makes_the_page_of_its_procedure(dated: Dated) -> None:
    text = 'ma_thu_tuc: "1.001193"\nquay: Quầy số 7\nngay_ra_soat: 2023-12-01\nphien_ban:\n  phi: v0\n'
    made = dated.after("units/an-thanh/overlay/khai-sinh.yml", text)
    assert {name for name in pages(made) if "thu-tuc/" in name} == {"thu-tuc/1-001193/"}
    assert of_others(made) == set()


def test_a_version_of_a_guide_makes_its_page(dated: Dated) -> None:
    day = "ap_dung_tu: 2025-07-01\ncan_cu_sua_doi: 120/2025/NĐ-CP\nnoi_dung_sua_doi: Viết gọn.\n"
    made = dated.after("guides/sinh-con@2025-07-01.md", f"---\n{day}mo_ta: Việc cần làm khi sinh con.\n---\n")
    assert {name for name in pages(made) if "huong-dan/" in name} == {
        "hien-nay/huong-dan/",
        "hien-nay/huong-dan/sinh-con/",
    }
    assert of_others(made) == set() and not [name for name in pages(made) if "thu-tuc/" in name]
