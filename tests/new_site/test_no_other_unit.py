"""A site that `tthc init` began names its own unit, in the words of its kind, and nobody else: in pages, PDF, feeds,
data, scripts and the search."""

from __future__ import annotations

import datetime as dt
import re
import shutil
import subprocess
import zipfile
from pathlib import Path

import pytest

from generator.new_site.answers import NamedUnit, SiteAnswers
from generator.new_site.files import site_files, write_site
from tests.conftest import SMALL
from tests.support.command import tthc
from tests.support.once import made_once

PROCEDURE = "procedures/chung-thuc/2.000815.yml"
OTHERS = re.compile("tứ kỳ|hải dương|tu-ky|hai-duong|\\ban thanh\\b|an-thanh", re.IGNORECASE)


@pytest.fixture(scope="module")
def ward(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The built site of a ward with one procedure, sheets included."""

    def make(folder: Path) -> None:
        unit, province = NamedUnit("phường", "Hồng Gai", "06658"), NamedUnit("tỉnh", "Quảng Ninh", "22")
        former = (NamedUnit("phường", "Hòn Gai", "06655"), NamedUnit("phường", "Hồng Gai", "06652"))
        day = dt.date(2026, 1, 15)
        answers = SiteAnswers(unit, province, "https://tthc.honggai.example.vn/", day, former=former)
        write_site(folder / "trang", site_files(answers))
        content = folder / "trang" / "content"
        (content / PROCEDURE).parent.mkdir(parents=True)
        text = (SMALL / PROCEDURE).read_text("utf-8").replace("Bộ phận Một cửa", "Nơi nhận hồ sơ")
        (content / PROCEDURE).write_text(text, "utf-8")
        done = tthc("build", cwd=folder / "trang")
        assert done.returncode == 0, done.stdout + done.stderr

    return made_once(tmp_path_factory, "ward", make) / "trang" / "site"


def text_of(file: Path) -> str:
    if file.suffix == ".pdf":
        return subprocess.run(["pdftotext", file, "-"], capture_output=True, text=True, check=True).stdout
    if file.suffix in (".docx", ".xlsx", ".zip"):
        with zipfile.ZipFile(file) as parts:
            return "".join(parts.read(name).decode("utf-8", "replace") for name in parts.namelist())
    return file.read_bytes().decode("utf-8", "replace")


def test_no_output_names_another_unit(ward: Path) -> None:
    files = [file for file in ward.rglob("*") if file.is_file()]
    if not shutil.which("pdftotext"):
        files = [file for file in files if file.suffix != ".pdf"]
    endings = {file.suffix for file in files}
    assert {".html", ".json", ".jsonl", ".csv", ".ttl", ".xml", ".js", ".md", ".txt", ".docx", ".xlsx"} <= endings
    assert (ward / "tim-kiem/muc-luc.json").is_file() and list(ward.rglob("sw*.js"))
    found = {file.relative_to(ward).as_posix(): match[0] for file in files if (match := OTHERS.search(text_of(file)))}
    assert found == {}


def test_addresses_follow_the_kind_of_the_unit(ward: Path) -> None:
    """The parameter that names a unit, the chapter about units, the table of old and new units."""
    old = re.compile(r"[?&]xa=|xa-tu-lam|xa-moi|--unit (?!ĐƠN_VỊ)[a-z]")
    files = [file for file in ward.rglob("*") if file.suffix in (".html", ".txt", ".md", ".json", ".jsonl", ".xml")]
    found = {file.relative_to(ward).as_posix(): match[0] for file in files if (match := old.search(text_of(file)))}
    assert found == {}
    assert "?phuong=hong-gai" in text_of(ward / "nhung/hong-gai/doan-ma.txt")
    assert 'data-part="phuong"' in text_of(ward / "index.html")
    chapter = text_of(ward / "so-tay/phuong-tu-lam/index.html")
    assert "Phường tự ghi riêng, trang riêng, bản in" in chapter and "Trang riêng của phường" in chapter
    assert (ward / "phuong-moi/index.html").is_file() and not (ward / "xa-moi").exists()


def test_the_words_are_those_of_a_ward_today(ward: Path) -> None:
    handbook = (
        "so-tay/",
        "van-ban/",
        "linh-vuc/hop-tac-xa",
        "giai-thich/",
        "chat-luong/",
    )  # speak of all units, or of laws
    pages = {file.relative_to(ward).as_posix(): text_of(file) for file in ward.rglob("*.html")}
    pages = {name: text for name, text in pages.items() if not name.startswith(handbook) and "/hop-tac-xa/" not in name}
    assert [name for name, text in pages.items() if "Bộ phận Một cửa" in text and name != "giai-thich/index.html"] == []
    words = re.compile(r"xã (?:của )?(?:bạn|mình|tôi)\b|thị trấn|Một cửa huyện", re.IGNORECASE)
    assert {name: match[0] for name, text in pages.items() if (match := words.search(text))} == {}
    home = pages["index.html"]
    assert "Nơi nộp: Phường Hồng Gai" in home and 'data-single="hong-gai"' in home
    assert '">Phường Hồng Gai</a>' in home and "Tra cứu thủ tục hành chính cấp xã:" in home
    unit = pages["don-vi/hong-gai/index.html"]
    assert "Trung tâm Phục vụ hành chính công" in unit and "của tôi" not in unit
    moved = pages["don-vi/xa-cu-xa-moi/index.html"] if "don-vi/xa-cu-xa-moi/index.html" in pages else ""
    assert "Phường cũ nay thuộc phường nào" in (moved or "".join(pages.values()))


def test_the_register_of_the_nation_says_what_is_not_posted_yet(ward: Path) -> None:
    page = text_of(ward / "chat-luong/index.html")
    assert re.search(r"Danh mục thủ tục hành chính trên CSDL quốc gia[^<]*\d{3} thủ tục, đã đăng 1\.", page)


def test_the_english_pages_too(ward: Path) -> None:
    text = text_of(ward / "en/index.html")
    assert "Hồng Gai Ward" in text and "Public administrative service centre" in text
    assert "District" not in text and "Commune" not in text and "communes" not in text


def test_the_site_is_sound(ward: Path) -> None:
    done = tthc("audit", ward)
    assert done.returncode == 0, done.stdout[-2000:]
