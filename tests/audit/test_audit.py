"""The audit of a built site finds each fault, at its place, and nothing on a good site."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from generator.audit.run import audit
from generator.audit.site import ParsedPage
from generator.build.pool import parallel_map
from tests.conftest import tthc

HEAD = '<!doctype html>\n<html lang="vi"><head><title>A</title></head><body><main><h1>A</h1>\n'


def one_page(folder: Path, middle: str, head: str = HEAD) -> list[tuple[str, int, int]]:
    (folder / "index.html").write_text(f"{head}{middle}\n</main></body></html>", "utf-8")
    return [(p.id, p.line, p.column) for p in audit(folder)]


@pytest.mark.parametrize(
    ("middle", "id"),
    [
        ('<a href="khong-co/">x</a>', "KT-001"),
        ('<a href="#khong-co">x</a>', "KT-001"),
        ('<form action="../x/"></form>', "KT-001"),
        ('<p id="a"></p><p id="a"></p>', "KT-002"),
        ("<h1>B</h1>", "KT-002"),
        ('<script src="https://example.com/x.js"></script>', "KT-003"),
        ('<img src="//example.com/x.png">', "KT-003"),
        ("<script>alert(1)</script>", "KT-003"),
        ('<p style="color:red">x</p>', "KT-003"),
        ('<p onclick="x()">x</p>', "KT-003"),
        ('<a href=" JavaScript:alert(1)">x</a>', "KT-003"),
        ('<article data-code="1.001193"><section id="ho-so"></section></article>', "KT-004"),
    ],
)
def test_each_fault_is_found(tmp_path: Path, middle: str, id: str) -> None:
    assert id in [found[0] for found in one_page(tmp_path, middle)]


def test_place_of_a_broken_link(tmp_path: Path) -> None:
    assert one_page(tmp_path, '<p>x</p>\n  <a href="khong-co/">x</a>') == [("KT-001", 4, 3)]


def test_a_page_without_language_or_title(tmp_path: Path) -> None:
    assert {found[0] for found in one_page(tmp_path, "x", "<html><body>")} == {"KT-002"}


def test_a_heavy_page_is_a_warning(tmp_path: Path) -> None:
    import random

    random.seed(1)
    words = " ".join(str(random.random()) for _ in range(20_000))
    assert one_page(tmp_path, words) == [("KT-005", 1, 1)]


def test_good_links_are_fine(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    (tmp_path / "b" / "index.html").write_text(HEAD + '<p id="đây"></p></main></body></html>', "utf-8")
    assert (
        one_page(
            tmp_path,
            '<a href="b/">x</a><a href="./b/#đây">y</a><a href="/b/">z</a><a href="mailto:a@b.vn">m</a><a href="?q=1">q</a>',  # noqa: E501
        )
        == []
    )


@pytest.mark.skipif("TTHC_ALL" not in os.environ, reason="at night; CI asks it by itself: `make site audit`")
def test_the_districts_own_site_has_no_fault(real_site: Path) -> None:
    """By day a commune's share of it: tests/composition/test_unit_sites.py."""
    done = tthc("audit", real_site)
    assert done.returncode == 0, done.stdout[-3000:]


def test_the_command_says_what_is_broken(small_site: Path, tmp_path: Path) -> None:
    site = Path(shutil.copytree(small_site, tmp_path / "site"))
    (site / "phan-anh" / "index.html").unlink()
    done = tthc("audit", site)
    assert done.returncode == 1
    assert "site/index.html:" in done.stdout and "KT-001 lỗi" in done.stdout
    assert tthc("audit", tmp_path / "khong-co").returncode == 2


def test_several_processes_find_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TTHC_PROCESSES", "3")
    for number in range(20):
        folder = tmp_path / f"{number}"
        folder.mkdir()
        (folder / "index.html").write_text(
            f'{HEAD}<p id="{number}"><a href="../1/#{number}">x</a>\n<a></a></p>', "utf-8"
        )
        (folder / "a.json").write_text("{", "utf-8")
    alone = audit(tmp_path)
    shared = audit(tmp_path, lambda work, files: parallel_map(work, files, max_batch=3, min_items=2))
    assert shared == alone
    assert len([found for found in alone if found.id == "KT-001"]) == 19  # places that page 1 does not have


def test_a_tag_that_looks_the_same_may_be_another(tmp_path: Path) -> None:
    """Texts of tags are parsed once; one with an open quotation mark depends on what follows it."""
    shorter, longer = ParsedPage("a", 0), ParsedPage("b", 0)
    shorter.feed('<p title="x>y</p>')
    longer.feed('<p title="x>y" id="z">w</p>\n <p  id="z">')
    assert [tag.attributes for tag in longer.tags] == [{"title": "x>y", "id": "z"}, {"id": "z"}]
    assert [tag.place for tag in longer.tags] == [(1, 1), (2, 2)]
