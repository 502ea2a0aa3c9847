"""What the package carries for the whole nation: a site that asks for it reads it, its own files win file by file."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from generator import resources
from generator.build.reading import read_content
from generator.loading import national_content
from generator.loading.folder import list_content, list_files, locate, read_folder
from generator.problem import ERROR, Problem
from tests.conftest import PROJECT
from tests.support.command import tthc

pytestmark = pytest.mark.slow

LAW = "laws/60-2014-qh13.yml"


@pytest.fixture
def site(content: Path) -> Path:
    """The small site, using the nation's content instead of laws and holidays of its own."""
    shutil.rmtree(content / "laws")
    shutil.rmtree(content / "holidays")
    record = content / "site.yml"
    record.write_text(record.read_text("utf-8") + "noi_dung_chung: true\n", "utf-8")
    return content


def test_a_site_reads_what_it_does_not_have_itself(site: Path) -> None:
    store = read_folder(site)
    numbers = {entry.record.number: entry.path for entry in store.of("law")}
    assert numbers["60/2014/QH13"] == f"gói-tthc/{LAW}"
    assert store.of("holidays") and store.of("term")
    assert LAW in list_content(site)[0] and LAW not in list_files(site)


def test_its_own_file_wins_and_comes_back(site: Path, tmp_path: Path) -> None:
    cache = tmp_path / "cache"

    def title() -> tuple[str, str]:
        store = read_content(site, cache=cache).store
        [entry] = [entry for entry in store.of("law") if entry.stem == "60-2014-qh13"]
        return entry.record.summary, entry.path

    before = title()
    (site / "laws").mkdir()
    text = (PROJECT / "content" / LAW).read_text("utf-8")
    (site / LAW).write_text(text, "utf-8")  # the same bytes: only the place is another
    assert title() == (before[0], f"content/{LAW}")
    (site / LAW).write_text(text.replace("trich_yeu: ", "trich_yeu: Bản riêng, "), "utf-8")
    assert title()[0].startswith("Bản riêng, ")
    (site / LAW).unlink()
    assert title() == before


def test_only_a_site_that_asks_for_it(content: Path) -> None:
    assert list_content(content)[0] == list_files(content)
    assert locate(content, "laws/91-2015-qh13.yml")[0] == content / "laws/91-2015-qh13.yml"


def test_what_the_package_carries_belongs_to_no_province() -> None:
    paths = national_content.national_paths()
    assert {LAW, "glossary.yml", "holidays/2025.yml", "search/fillers.yml"} <= set(paths)
    assert not [path for path in paths if path.startswith(("procedures/", "units/", "site", "plan/", "agencies"))]
    own = {"laws/263-qd-ubnd.yml", "laws/568-vp-nc-kstthc.yml"}
    assert all((resources.CONTENT / path).is_file() for path in own)
    assert not own & set(paths)
    texts = " ".join((resources.CONTENT / path).read_text("utf-8").lower() for path in paths)
    assert "tứ kỳ" not in texts and "hải dương" not in texts


def test_messages_about_the_package_offer_no_edit(site: Path) -> None:
    found = read_content(site).check()
    assert not [problem for problem in found if problem.path.startswith(national_content.PREFIX)]
    wrong = Problem(f"gói-tthc/{LAW}", 1, 1, "TT-010", ERROR, "tệp trống", "", "Điền theo mẫu, hoặc xóa tệp.")
    [shown] = national_content.for_readers([wrong, wrong._replace(severity="warning")])
    assert "cài bản tthc mới hơn" in shown.hint and "Điền" not in shown.hint


def test_fix_leaves_the_package_alone(site: Path) -> None:
    done = tthc("fix", "--content", site)
    assert "gói-tthc" not in done.stdout + done.stderr


@pytest.mark.parametrize("stated, code", [('"0.2"', 0), ('"0.2.7"', 0), ('"9.1"', 2)])
def test_a_site_of_another_version_stops_with_one_message(content: Path, stated: str, code: int) -> None:
    record = content / "site.yml"
    record.write_text(record.read_text("utf-8") + f"phien_ban_cong_cu: {stated}\n", "utf-8")
    done = tthc("check", "--content", content)
    assert done.returncode == code, done.stdout + done.stderr
    if code:
        assert "làm bằng tthc 9.1" in done.stderr and not done.stdout
        imported = tthc("import", "national-flat", record, "--to", content / "procedures")
        assert imported.returncode == 2 and "làm bằng tthc 9.1" in imported.stderr
        built = tthc("build", "--content", content, "--out", content.parent / "site")
        assert built.returncode == 2 and not (content.parent / "site").exists()
