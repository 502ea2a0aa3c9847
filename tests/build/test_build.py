"""The built site: addresses of the contract, marks, safety of a failed build, equal bytes."""

from __future__ import annotations

import hashlib
import os
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

from tests.conftest import PROJECT, SMALL, tthc
from tests.support.site_pages import pages

ADDRESSES = """
 tim-kiem/ thu-tuc/ thu-tuc/1-001193/ thu-tuc/2-000815/ linh-vuc/ linh-vuc/ho-tich/ don-vi/ don-vi/an-thanh/ don-vi/an-thanh/thu-tuc/
 don-vi/an-thanh/phan-anh/ don-vi/tu-ky/ phan-anh/ ke-hoach/2023/ ke-hoach/2023/nhiem-vu/1/ ke-hoach/2023/co-quan/van-phong/
 ke-hoach/2023/lich/ van-ban/60-2014-qh13/ huong-dan/sinh-con/ tin-tuc/chao-ba-con/
""".split()  # noqa: E501  # noqa: E501
# the contract's marks, in the order of a visitor's questions
SECTIONS = "doi-tuong yeu-cau ho-so bieu-mau noi-nop cach-thuc thoi-han phi trinh-tu ket-qua co-quan can-cu".split()


def html(site: Path, address: str) -> str:
    return (site / address / "index.html").read_text("utf-8")


def hashes(site: Path) -> dict[str, str]:
    return {
        str(file.relative_to(site)): hashlib.sha256(file.read_bytes()).hexdigest()
        for file in sorted(site.rglob("*"))
        if file.is_file()
    }


@pytest.mark.parametrize("address", ["", *ADDRESSES])
def test_addresses_of_the_contract(small_site: Path, address: str) -> None:
    assert (small_site / address / "index.html").is_file()


def test_a_procedure_has_its_mark_and_all_sections_in_order(small_site: Path) -> None:
    page = html(small_site, "thu-tuc/1-001193")
    assert '<article data-code="1.001193">' in page
    assert [id for id in re.findall(r'<section id="([a-z-]+)"', page) if id in SECTIONS] == SECTIONS


def test_has_none_is_said_never_left_blank(small_site: Path) -> None:
    page = html(small_site, "thu-tuc/2-000815")
    for section in ("bieu-mau", "yeu-cau"):
        assert "Không" in re.search(rf'<section id="{section}"[^>]*>(.*?)</section>', page, re.DOTALL)[1]


def test_lists_carry_codes_in_the_order_shown(small_site: Path) -> None:
    assert re.findall(r'<li class="tthc-item" data-code="([\d.]+)"', html(small_site, "thu-tuc")) == [
        "1.001193",
        "2.000815",
    ]


def test_an_ended_procedure_is_a_tombstone_out_of_every_list(small_site: Path) -> None:
    page = html(small_site, "thu-tuc/1-000001")
    assert "không còn áp dụng" in page and 'content="noindex"' in page
    assert "thu-tuc/1-001193/" in page
    for address in ("thu-tuc", "linh-vuc/ho-tich", "don-vi/an-thanh/thu-tuc", "tim-kiem"):
        assert "1-000001" not in html(small_site, address)
    assert "1-000001" not in (small_site / "sitemap.xml").read_text()


def test_markdown_of_editors_cannot_bring_scripts(content: Path, tmp_path: Path) -> None:
    with (content / "guides/sinh-con.md").open("a", encoding="utf-8") as file:
        file.write("\n<script>alert(1)</script> [Không được](javascript:alert(2))\n")
    assert tthc("build", "--no-strict", "--content", content, "--out", tmp_path / "site").returncode == 0
    page = html(tmp_path / "site", "huong-dan/sinh-con")
    assert "<script>alert" not in page and "javascript:" not in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page  # what was written is shown, as words
    assert 'id="dang-ky-som"' in page, "heading ids keep đ as d"


def test_pages_load_nothing_from_other_hosts_and_carry_no_inline_script_or_style(real_site: Path) -> None:
    for file in pages(real_site):
        text = file.read_text("utf-8")
        loads = re.findall(r"<(?:script|link|img|iframe|source)\b[^>]*(?:src|href)=\"([^\"]+)\"", text)
        outside = [
            url for url in loads if re.match(r"(https?:)?//", url) and f'rel="canonical" href="{url}"' not in text
        ]
        assert outside == [], file
        assert not re.search(r"<script(?![^>]*\bsrc=)(?![^>]*type=\"application/)[^>]*>", text), file
        assert not re.search(r"<style|\sstyle=\"|\son[a-z]+=\"", text), file


def test_two_builds_give_equal_bytes(content: Path, tmp_path: Path, small_site: Path) -> None:
    again = tmp_path / "again"
    assert tthc("build", "--content", content, "--out", again).returncode == 0
    assert hashes(again) == hashes(small_site)


def test_a_bad_record_leaves_the_last_good_site_as_it_was(content: Path, tmp_path: Path) -> None:
    site = tmp_path / "site"
    assert tthc("build", "--content", content, "--out", site).returncode == 0
    before = hashes(site)
    record = content / "procedures/ho-tich/1.001193.yml"
    record.write_text(record.read_text("utf-8").replace("cach_thuc_thuc_hien:", "cach_thuc:"), "utf-8")
    failed = tthc("build", "--content", content, "--out", site)
    assert failed.returncode == 1
    assert re.search(
        r"content/procedures/ho-tich/1\.001193\.yml:\d+:\d+: TT-011 lỗi: .*cach_thuc_thuc_hien",
        failed.stderr + failed.stdout,
    )
    assert "Traceback" not in failed.stderr
    assert hashes(site) == before
    assert sorted(path.name for path in tmp_path.iterdir()) == ["content", "site"], "nothing half-built is left behind"


def test_not_strict_publishes_all_that_can_be_read_and_marks_it(content: Path, tmp_path: Path) -> None:
    record = content / "procedures/ho-tich/1.001193.yml"
    text = record.read_text("utf-8")
    record.write_text(re.sub(r"trinh_tu_thuc_hien:\n(  .*\n)+", "", text), "utf-8")
    (content / "laws" / "hong.yml").write_text("a: [1\n")
    done = tthc("build", "--content", content, "--out", tmp_path / "site", "--no-strict")
    assert done.returncode == 0, done.stderr
    page = html(tmp_path / "site", "thu-tuc/1-001193")
    assert "chưa hoàn chỉnh" in page
    assert "chưa hoàn chỉnh" not in html(tmp_path / "site", "thu-tuc/2-000815")


def test_content_without_a_site_file_still_builds_when_not_strict(content: Path, tmp_path: Path) -> None:
    for name in ("site.yml", "fields.yml", "agencies.yml"):
        (content / name).unlink()
    for name in ("units", "plan", "guides", "notices", "holidays", "laws"):
        for file in (content / name).rglob("*.*"):
            file.unlink()
    done = tthc("build", "--content", content, "--out", tmp_path / "site")
    assert (
        done.returncode == 1 and "content/site.yml:1:1: TT-170 lỗi" in done.stderr and not (tmp_path / "site").exists()
    )
    done = tthc("build", "--content", content, "--out", tmp_path / "site", "--no-strict")
    assert done.returncode == 0, done.stderr
    assert 'data-code="1.001193"' in html(tmp_path / "site", "thu-tuc")
    for address in ("", "thu-tuc", "thu-tuc/1-001193"):
        page = html(tmp_path / "site", address)
        assert "Trang chưa hoàn chỉnh" in page and "Cơ quan chủ quản" in page


def test_what_site_yml_lacks_is_on_every_page(content: Path, tmp_path: Path, small_site: Path) -> None:
    assert "Trang chưa hoàn chỉnh" not in html(small_site, "")
    file = content / "site.yml"
    file.write_text(re.sub(r"(?m)^co_quan_quan_ly:.*\n", "", file.read_text("utf-8")), "utf-8")
    assert tthc("build", "--content", content, "--out", tmp_path / "site", "--no-strict").returncode == 0
    assert "(site.yml): Cơ quan quản lý." in html(tmp_path / "site", "thu-tuc")
    assert "This site is not complete" in html(tmp_path / "site", "en")


def test_as_of_decides_what_is_in_force(content: Path, tmp_path: Path) -> None:
    assert tthc("build", "--content", content, "--out", tmp_path / "site", "--as-of", "2025-07-02").returncode == 0
    assert "không còn" in html(tmp_path / "site", "don-vi/an-thanh")
    assert "Được lập từ" in html(tmp_path / "site", "don-vi/chi-minh-2025")


@pytest.mark.parametrize(
    "words",
    [
        ["build", "--content", "khong-co"],
        ["check", "--content", "khong-co"],
        ["build", "--as-of", "hôm nay"],
        ["khong-co-lenh-nay"],
        [],
    ],
)
def test_a_wrong_call_exits_with_2(words: list[str]) -> None:
    done = tthc(*words)
    assert done.returncode == 2
    assert "Traceback" not in done.stderr


def test_mkdocs_build_alone_makes_the_same_site(content: Path, tmp_path: Path, small_site: Path) -> None:
    import subprocess
    import sys

    config = tmp_path / "mkdocs.yml"
    text = (PROJECT / "mkdocs.yml").read_text("utf-8").replace("custom_dir: theme", f"custom_dir: {PROJECT / 'theme'}")
    config.write_text(text.replace("  - theme\n", f"  - {PROJECT / 'theme'}\n"), "utf-8")
    done = subprocess.run([sys.executable, "-m", "mkdocs", "build", "-q", "-f", config], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    assert hashes(tmp_path / "site") == hashes(small_site)


def test_the_small_site_is_free_of_errors() -> None:
    assert tthc("check", "--content", SMALL).returncode == 0


class Unmarked(HTMLParser):
    """Links to procedures inside an item of a list or table that does not carry the procedure's code."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[tuple[str, bool]] = []
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag == "a" and re.search(r"thu-tuc/\d-\d{6}/$", given.get("href") or ""):
            names = {name for name, _ in self.open}  # a breadcrumb is a way up, no item of a list of procedures
            if names & {"li", "tr"} and "nav" not in names and not any(marked for _, marked in self.open):
                self.found.append(str(given["href"]))
        self.open.append((tag, "data-code" in given))

    def handle_endtag(self, tag: str) -> None:
        at = next((at for at in range(len(self.open) - 1, -1, -1) if self.open[at][0] == tag), None)
        if at is not None:
            del self.open[at:]


def test_every_item_that_stands_for_a_procedure_carries_its_code(real_site: Path) -> None:
    found = {}
    for file in pages(real_site):
        reader = Unmarked()
        reader.feed(file.read_text("utf-8"))
        # a step of the way to this page is no item of a list
        links = [link for link in reader.found if Path(os.path.normpath(file.parent / link)) not in file.parents]
        if links:
            found[str(file.relative_to(real_site))] = links[:3]
    assert found == {}
