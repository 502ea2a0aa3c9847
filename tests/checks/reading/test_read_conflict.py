"""TT-182: what git leaves where two people changed the same lines is named, once for the whole file."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.loading.folder import read_folder
from tests.support.rule_samples import GUIDE, LAW, NOTICE, PROCEDURE

TWO = "<<<<<<< HEAD\n{a}\n=======\n{b}\n>>>>>>> nhanh-khac\n"
THREE = "<<<<<<< ours\n{a}\n||||||| merged common ancestors\n{b}\n=======\n{b}\n>>>>>>> theirs\n"


def found(folder: Path, name: str, text: str) -> list[tuple[str, int]]:
    file = folder / "content" / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, "utf-8")
    return [(problem.id, problem.line) for problem in read_folder(folder / "content").problems]


@pytest.mark.parametrize("marks", [TWO, THREE])
@pytest.mark.parametrize(
    ("name", "text", "line"),
    [
        ("procedures/ho-tich/1.001193.yml", PROCEDURE, "ten_thu_tuc: Đăng ký khai sinh"),
        ("procedures/ho-tich/1.001193.yml", PROCEDURE, "  - nguoi_thuc_hien: người nộp"),
        ("laws/123-2015-nd-cp.yml", LAW, "loai: Nghị định"),
        ("notices/tin.md", NOTICE, "Nội dung tin."),
        ("notices/tin.md", NOTICE, "mo_ta: Tra cứu thủ tục của huyện và xã."),
        ("guides/sinh-con.md", GUIDE, "Mang theo giấy chứng sinh."),
    ],
)
def test_a_conflict(tmp_path: Path, name: str, text: str, line: str, marks: str) -> None:
    at = text.split("\n").index(line) + 1
    broken = text.replace(f"{line}\n", marks.format(a=line, b=f"{line} nữa"))
    assert found(tmp_path, name, broken) == [("TT-182", at)]


@pytest.mark.parametrize("left", ["<<<<<<< HEAD", "=======", ">>>>>>> main", "||||||| 44838d4", "<<<<<<<<<<< lồng"])
def test_one_mark_that_was_forgotten(tmp_path: Path, left: str) -> None:
    at = LAW.split("\n").index("loai: Nghị định") + 1
    assert found(tmp_path, "laws/1.yml", LAW.replace("loai: Nghị định", f"{left}\nloai: Nghị định")) == [("TT-182", at)]
    text = NOTICE.replace("Nội dung tin.", f"Nội dung tin.\n\n{left}\n\nNội dung khác.")
    assert found(tmp_path, "notices/tin.md", text) == [("TT-182", at), ("TT-182", text.split("\n").index(left) + 1)]


def test_what_names_the_file_does_not_call_it_missing(tmp_path: Path) -> None:
    found(tmp_path, "procedures/a/1.001193.yml", f"<<<<<<< a\n{PROCEDURE}=======\n{PROCEDURE}>>>>>>> b\n")
    assert read_folder(tmp_path / "content").unread == {"procedure/1.001193"}


@pytest.mark.parametrize(
    "text",
    [
        "Tiêu đề\n=======\n\nNội dung.",  # a heading underlined
        "    <<<<<<< HEAD",  # a sample set as code
        "a <<<<<<< b, ==, >> c",
        "====== sáu",
    ],
)
def test_signs_that_are_no_marks(tmp_path: Path, text: str) -> None:
    assert found(tmp_path, "notices/tin.md", NOTICE.replace("Nội dung tin.", f"Nội dung tin.\n\n{text}")) == []
