"""TT-055: a stored form is there, inside content/forms/, with the bytes it was fetched with."""

import datetime as dt
import hashlib
import unicodedata
from pathlib import Path

import pytest

from generator.checks._engine.runner import check
from generator.loading.folder import read_folder
from tests.support.rule_samples import PROCEDURE, WHOLE, change

BYTES = b"a form"
FILE = "    tep: {}\n    ma_nguon: BM1\n    sha256: {}\n    ngay_lay: 2023-11-02\n"


def found(content: Path, name: str, sha256: str = "") -> list[tuple[int, str]]:
    (content / "forms").mkdir(parents=True, exist_ok=True)
    (content / "forms" / "ks.docx").write_bytes(BYTES)
    (content.parent / "secret.docx").write_bytes(BYTES)
    line = FILE.format(name, sha256 or hashlib.sha256(BYTES).hexdigest())
    for path, text in (
        WHOLE
        | {
            "procedures/ho-tich/1.001193.yml": change(
                PROCEDURE, {"    van_ban: 123/2015/NĐ-CP\n": "    van_ban: 123/2015/NĐ-CP\n" + line}
            )
        }
    ).items():
        (content / path).parent.mkdir(parents=True, exist_ok=True)
        (content / path).write_text(text, "utf-8")
    place = PROCEDURE[: PROCEDURE.index("    van_ban: 123/2015")].count("\n") + 2
    return [
        (problem.line - place, problem.message + problem.hint)
        for problem in check(read_folder(content), dt.date(2023, 12, 31))
        if problem.id == "TT-055" and problem.path.endswith("/1.001193.yml")
    ]


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    [(line, said)] = found(tmp_path / "content", "kss.docx")
    assert line == 0 and "Ý bạn là “ks.docx”?" in said


@pytest.mark.parametrize("name", ["../../secret.docx", "/etc/passwd", "x/../../../secret.docx"])
def test_a_path_that_leaves_the_folder(tmp_path: Path, name: str) -> None:
    [(line, said)] = found(tmp_path / "content", name)
    assert line == 0 and "ra ngoài" in said


def test_other_bytes(tmp_path: Path) -> None:
    [(line, said)] = found(tmp_path / "content", "ks.docx", "0" * 64)
    assert line == 2 and "khác mã băm" in said


def test_the_file_itself(tmp_path: Path) -> None:
    assert found(tmp_path / "content", "ks.docx") == []


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_a_name_whose_letters_and_marks_are_taken_apart(tmp_path: Path, form: str) -> None:
    """macOS writes names so; the same name is found, and another one is not said to be the same."""
    name = "Mẫu tờ khai.docx"
    (tmp_path / "content" / "forms" / "ho-tich").mkdir(parents=True)
    (tmp_path / "content" / "forms" / "ho-tich" / unicodedata.normalize(form, name)).write_bytes(BYTES)
    assert found(tmp_path / "content", f"ho-tich/{name}") == []
    assert found(tmp_path / "content", unicodedata.normalize("NFD", f"ho-tich/{name}")) == []


@pytest.mark.parametrize(
    ("name", "data"),
    [("a.html", b"<script>"), ("a.svg", b"<svg/>"), ("a.exe", b"MZ"), ("a.docx", b""), ("a.pdf", b"0" * 10_000_001)],
)
def test_what_cannot_be_published(tmp_path: Path, name: str, data: bytes) -> None:
    (tmp_path / "content" / "forms").mkdir(parents=True)
    (tmp_path / "content" / "forms" / name).write_bytes(data)
    [(line, said)] = found(tmp_path / "content", name, hashlib.sha256(data).hexdigest())
    assert line == 0 and "đăng" in said or "trống" in said


def test_a_file_that_no_record_names(tmp_path: Path) -> None:
    content = tmp_path / "content"
    assert found(content, "ks.docx") == []
    for name in ("cu/mau.docx", "Thumbs.db", "~$ks.docx", ".an.docx", "ks.docx~", "~WRL1.tmp"):
        (content / "forms" / name).parent.mkdir(exist_ok=True)
        (content / "forms" / name).write_bytes(BYTES)
    problems = [problem for problem in check(read_folder(content), dt.date(2023, 12, 31)) if problem.id == "TT-055"]
    assert [(problem.path, problem.severity) for problem in problems] == [("content/site.yml", "warning")]
    assert "1 tệp" in problems[0].message and "cu/mau.docx" in problems[0].message


def test_two_files_with_one_address(tmp_path: Path) -> None:
    content = tmp_path / "content"
    found(content, "ks.docx")
    (content / "forms" / "KS.docx").write_bytes(BYTES)
    said = [problem.message for problem in check(read_folder(content), dt.date(2023, 12, 31)) if problem.id == "TT-055"]
    assert any("chung một địa chỉ" in message for message in said)
