"""`tthc init`: a site for any unit of the country, of nothing but the answers."""

from __future__ import annotations

import argparse
import builtins
import unicodedata
from pathlib import Path

import pytest

from generator.commands import cmd_init
from generator.new_site.answers import AnswerError, NamedUnit, SiteAnswers, check, named, province_of
from generator.new_site.files import site_files
from tests.support.command import tthc
from tests.support.night import at_night

WARD = ("--kind", "phường", "--name", "Hồng Gai", "--province", "Quảng Ninh", "--code", "06658")
URL = ("--url", "https://tthc.honggai.example.vn/")


def texts(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): path.read_text("utf-8") for path in folder.rglob("*") if path.is_file()
    }


def test_a_ward(tmp_path: Path) -> None:
    done = tthc("init", "hg", *WARD, *URL, "--yes", "--forge", "github", cwd=tmp_path)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "0 lỗi" in done.stdout and "http://127.0.0.1:8000/" in done.stdout
    found = texts(tmp_path / "hg")
    assert set(found) == {
        ".gitattributes",
        ".github/workflows/theo-csdl-quoc-gia.yml",
        ".github/workflows/trang.yml",
        ".gitignore",
        "README.md",
        "content/agencies.yml",
        "content/fields.yml",
        "content/notices/cach-dung-trang.md",
        "content/site.yml",
        "content/units/hong-gai.yml",
        "content/units/quang-ninh.yml",
        "requirements.txt",
        "soan.cmd",
    }
    assert 'ma_don_vi: "06658"' in found["content/units/hong-gai.yml"]
    assert "Trung tâm Phục vụ hành chính công phường Hồng Gai" in found["content/units/hong-gai.yml"]
    assert "don_vi: hong-gai" in found["content/site.yml"] and "noi_dung_chung: true" in found["content/site.yml"]
    together = "\n".join(found.values()).lower()
    assert "tứ kỳ" not in together and "hải dương" not in together and "huyện" not in found["content/site.yml"]


def test_it_never_overwrites(tmp_path: Path) -> None:
    (tmp_path / "hg").mkdir()
    (tmp_path / "hg" / "thu.txt").write_text("của tôi", "utf-8")
    done = tthc("init", "hg", *WARD, *URL, "--yes", cwd=tmp_path)
    assert done.returncode == 2 and "đã có “thu.txt”" in done.stderr
    assert texts(tmp_path) == {"hg/thu.txt": "của tôi"}


def test_a_folder_that_git_made_is_new(tmp_path: Path) -> None:
    (tmp_path / "hg" / ".git").mkdir(parents=True)
    assert tthc("init", "hg", *WARD, *URL, "--yes", cwd=tmp_path).returncode == 0
    again = tthc("init", "hg", *WARD, *URL, "--yes", cwd=tmp_path)
    assert again.returncode == 2 and "đã có" in again.stderr


@pytest.mark.parametrize("there", [True, False])
def test_what_fails_halfway_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, there: bool) -> None:
    from generator.new_site import files as module

    target = tmp_path / "a" / "b"
    if there:
        target.mkdir(parents=True)
    real = Path.rename
    calls = iter([True, True, False] if there else [False])

    def rename(self: Path, other: Path) -> Path:
        if not next(calls):
            raise OSError(28, "đĩa đầy")
        return real(self, other)

    monkeypatch.setattr(Path, "rename", rename)
    with pytest.raises(OSError, match="đĩa đầy"):
        module.write_site(target, {"a/x.txt": "1", "b.txt": "2", "c.txt": "3"})
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []
    assert (tmp_path / "a").exists() == there


def test_it_asks_for_what_is_missing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: object) -> None:
    from generator.cli import main

    asked: list[str] = []
    answers = iter(["xã", "Tân Lập", "", "Hưng Yên", "https://tanlap.example.vn/"])

    def answer(question: str = "") -> str:
        asked.append(question)
        return next(answers)

    monkeypatch.setattr(builtins, "input", answer)
    monkeypatch.chdir(tmp_path)
    assert main(["init", "moi", "--as-of", "2026-01-15"]) == 0
    assert len(asked) == 5 and "[chưa rõ]" in asked[2]
    assert "ten: Tân Lập" in (tmp_path / "moi/content/units/tan-lap.yml").read_text("utf-8")


KINDS = [
    ("xã", "Tân Lập", "Hưng Yên", "2026-01-15", ()),
    ("đặc khu", "Vân Đồn", "Quảng Ninh", "2026-01-15", ()),
    ("thị trấn", "Nham Biền", "Bắc Giang", "2024-01-15", ("--district", "huyện Yên Dũng:221")),
    ("phường", "Lê Lợi", "Nghệ An", "2023-12-31", ("--district", "thành phố Vinh")),
    ("huyện", "Ba Vì", "Hà Nội", "2023-12-31", ()),
    ("quận", "Lê Chân", "Hải Phòng", "2023-12-31", ()),
    ("thị xã", "Sơn Tây", "Hà Nội", "2023-12-31", ()),
    ("thành phố", "Vinh", "Nghệ An", "2023-12-31", ()),
    ("tỉnh", "Quảng Ninh", "", "2026-01-15", ()),
]


Row = tuple[str, str, str, str, tuple[str, ...]]
ONE_OF_EACH_LEVEL = ("xã", "thị trấn", "huyện", "tỉnh")  # the others are written by the same templates


def words_of(row: Row) -> list[str]:
    kind, name, province, day, more = row
    where = ["--province", province] if province else []
    return ["moi", "--kind", kind, "--name", name, *where, *more, *URL, "--as-of", day, "--plan", day[:4], "--yes"]


@pytest.mark.parametrize("row", KINDS, ids=[row[0] for row in KINDS])
def test_each_kind_has_the_words_of_its_desk(row: Row) -> None:
    kind, name, _, day, _ = row
    parser = argparse.ArgumentParser()
    cmd_init.arguments(parser)
    files = site_files(cmd_init.answers_of(parser.parse_args(words_of(row)), None))
    desk = "Bộ phận Một cửa" if day < "2025" else "Trung tâm Phục vụ hành chính công"
    unit = next(text for text in files.values() if f"loai: {kind}\n" in text and name in text)
    assert f"{desk} {kind} {name}" in unit
    assert len([path for path in files if path.startswith("content/plan/") and "/tasks/" in path]) == 11


@pytest.mark.parametrize(
    "row",
    [row for row in KINDS if row[0] in ONE_OF_EACH_LEVEL or at_night(row)],
    ids=lambda row: row[0],
)
def test_a_new_site_is_checked_without_an_error(tmp_path: Path, row: Row) -> None:
    done = tthc("init", *words_of(row), cwd=tmp_path)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "0 lỗi" in done.stdout


DAY = "2026-01-15"
REFUSED = [
    (("--kind", "thị trấn", "--name", "A", "--province", "B", *URL), "không còn thị trấn"),
    (("--kind", "huyện", "--name", "A", "--province", "B", *URL), "không còn cấp huyện"),
    (("--kind", "làng", "--name", "A", "--province", "B", *URL), "không phải loại đơn vị"),
    (("--kind", "xã", "--name", "A: b", "--province", "B", *URL), "không phải tên đơn vị"),
    (("--kind", "xã", "--name", "A", *URL), "thiếu --province"),
    (("--kind", "xã", "--name", "A", "--province", "B"), "thiếu --url"),
    (("--kind", "xã", "--name", "A", "--province", "B", "--url", "javascript:1"), "không phải địa chỉ"),
    (("--kind", "xã", "--name", "A", "--province", "B", "--code", "x1", *URL), "không phải mã đơn vị"),
    (("--kind", "xã", "--name", "A", "--province", "B", "--as-of", "2024-01-01", *URL), "thêm --district"),
    (("--kind", "xã", "--name", "A", "--province", "B", "--former", "Tân Lập", *URL), "ghi loại rồi tên"),
    (("--province", "B", "--units", "khong-co.csv", *URL), "không đọc được khong-co.csv"),
    (("--kind", "xã", "--name", "A", "--province", "Hải Dương", *URL), "không có tỉnh Hải Dương"),
    (("--kind", "tỉnh", "--name", "Bắc Giang", *URL), "không có tỉnh Bắc Giang"),
    (("--province", "Hòa Bình", *URL), "không có tỉnh Hòa Bình"),
]


@pytest.mark.parametrize(("words", "reason"), REFUSED, ids=[reason for _, reason in REFUSED])
def test_what_cannot_be_is_refused(tmp_path: Path, words: tuple[str, ...], reason: str) -> None:
    day = () if "--as-of" in words else ("--as-of", DAY)
    done = tthc("init", "moi", *words, *day, "--yes", cwd=tmp_path)
    assert done.returncode == 2 and reason in done.stderr and "Traceback" not in done.stderr
    assert list(tmp_path.iterdir()) == []


def test_a_past_as_two_communes(tmp_path: Path) -> None:
    former = ("--former", "xã Tân Lập:12345", "--former", "xã Hòa Lạc", "--former-by", "1664/NQ-UBTVQH15")
    words = ("--kind", "xã", "--name", "Tân Lập", "--province", "Hưng Yên", *former, *URL, "--as-of", DAY)
    done = tthc("init", "moi", *words, "--yes", cwd=tmp_path)
    assert done.returncode == 0, done.stdout
    units = texts(tmp_path / "moi/content/units")
    assert set(units) == {"tan-lap.yml", "xa-tan-lap.yml", "hoa-lac.yml", "hung-yen.yml"}
    assert "tu: 2025-07-01" in units["tan-lap.yml"]
    assert "Trung tâm Phục vụ hành chính công" in units["tan-lap.yml"]  # by that name since 2025-07-01 only
    assert "ten: Bộ phận Một cửa xã Hòa Lạc" in units["hoa-lac.yml"] and "Trung tâm" not in units["hoa-lac.yml"]
    assert "don_vi: tan-lap" in units["xa-tan-lap.yml"] and "den: 2025-06-30" in units["hoa-lac.yml"]


def test_a_province_with_its_communes(tmp_path: Path) -> None:
    rows = "\ufeffma;ten;loai;khac\n" + "".join(
        f"{10001 + at};Tên {at};{'phường' if at % 3 else 'xã'};\n" for at in range(130)
    )
    (tmp_path / "xa.csv").write_text(rows, "utf-8")
    words = ("--province", "Quảng Ninh", "--units", "xa.csv", "--forge", "gitlab", "--as-of", DAY)
    done = tthc("init", "moi", *words, *URL, "--yes", cwd=tmp_path)
    assert done.returncode == 0, done.stdout + done.stderr
    assert len(list((tmp_path / "moi/content/units").iterdir())) == 131
    assert "parallel: 3" in (tmp_path / "moi/.gitlab-ci.yml").read_text("utf-8")


def test_names_of_provinces() -> None:
    assert [province_of(text).title for text in ("Quảng Ninh", "tỉnh Lào Cai", "TP. Huế", "Hà Nội")] == [
        "tỉnh Quảng Ninh",
        "tỉnh Lào Cai",
        "thành phố Huế",
        "thành phố Hà Nội",
    ]
    assert named("phường Hà Tu: 06661").code == "06661"
    with pytest.raises(AnswerError):
        named("")


@pytest.mark.parametrize(
    ("typed", "title"),
    {
        "hải phòng": "thành phố Hải Phòng",
        "QUẢNG NINH": "tỉnh Quảng Ninh",
        "quang ninh": "tỉnh Quảng Ninh",
        "TP.HCM": "thành phố Hồ Chí Minh",
        "Thanh Hoá": "tỉnh Thanh Hóa",
        unicodedata.normalize("NFD", "Đắk Lắk"): "tỉnh Đắk Lắk",
        "Hòa Lộc": "tỉnh Hòa Lộc",
    }.items(),
)
def test_names_of_provinces_as_they_are_typed(typed: str, title: str) -> None:
    assert province_of(typed, modern=True).title == title


def test_a_province_that_is_nearly_one() -> None:
    with pytest.raises(AnswerError, match="Ý bạn là “Quảng Ninh”"):
        province_of("Quảng Nin", modern=True)


@pytest.mark.parametrize(
    ("typed", "title"),
    {
        unicodedata.normalize("NFD", "xã Hồng Phong"): "xã Hồng Phong",
        "phuong Hồng\u200b Gai": "phường Hồng Gai",
        "XÃ TÂN AN": "xã Tân An",
        "thi tran ea h'leo": "thị trấn Ea H'leo",
        "đặc khu Côn Đảo:31774": "đặc khu Côn Đảo",
    }.items(),
)
def test_names_of_units_as_they_are_typed(typed: str, title: str) -> None:
    assert named(typed).title == title


def test_equal_answers_give_equal_files() -> None:
    import datetime as dt

    def answers() -> SiteAnswers:
        unit = NamedUnit("xã", "Tân Lập", "12345")
        return SiteAnswers(unit, province_of("Hưng Yên"), URL[1], dt.date(2026, 1, 15), forge="gitlab", plan_year=2026)

    check(answers())
    assert site_files(answers()) == site_files(answers())
