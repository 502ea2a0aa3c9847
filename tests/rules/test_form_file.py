"""TT-055: a stored form is there, inside content/forms/, with the bytes it was fetched with."""

import datetime as dt
import hashlib
from pathlib import Path

import pytest

from generator.reading.folder import read_folder
from generator.rules.run import check
from tests.rules.sample import PROCEDURE, WHOLE, change

BYTES = b"a form"
FILE = "    tep: {}\n    ma_nguon: BM1\n    sha256: {}\n    ngay_lay: 2023-11-02\n"


def found(content: Path, name: str, sha256: str = "") -> list[tuple[int, str]]:
    (content / "forms").mkdir(parents=True)
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
        if problem.id == "TT-055"
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
