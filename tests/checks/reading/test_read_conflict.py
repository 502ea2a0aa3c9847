"""TT-182: what git leaves where two people changed the same lines is named, once for the whole file."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from generator.importing import column_mapping, read_json
from generator.importing.draft_record import ImportRefused, Options, SourceFile
from generator.importing.drift.accepted import FILE, FOLDER, AcceptedDifferences
from generator.importing.sources.decision_list import source as decision_list
from generator.loading.folder import read_folder
from tests.conftest import tthc
from tests.support.rule_samples import GUIDE, LAW, NOTICE, PROCEDURE

SMALL = Path(__file__).parents[2] / "sites/small"
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


@pytest.mark.parametrize(
    "left",
    ["<<<<<<< HEAD", "=======", ">>>>>>> main", "||||||| 44838d4", "<<<<<<<<<<< lồng", "======= ", ">>>>>>> main "],
)
def test_one_mark_that_was_forgotten(tmp_path: Path, left: str) -> None:
    at = LAW.split("\n").index("loai: Nghị định") + 1
    assert found(tmp_path, "laws/1.yml", LAW.replace("loai: Nghị định", f"{left}\nloai: Nghị định")) == [("TT-182", at)]
    text = NOTICE.replace("Nội dung tin.", f"Nội dung tin.\n\n{left}\n\nNội dung khác.")
    assert found(tmp_path, "notices/tin.md", text) == [("TT-182", at), ("TT-182", text.split("\n").index(left) + 1)]


@pytest.mark.parametrize("left", ["  <<<<<<< HEAD", "\t>>>>>>> main", "    ||||||| 44838d4"])
def test_a_mark_that_was_indented_with_the_rest_of_a_record(tmp_path: Path, left: str) -> None:
    at = LAW.split("\n").index("loai: Nghị định") + 1
    assert found(tmp_path, "laws/1.yml", LAW.replace("loai: Nghị định", f"{left}\nloai: Nghị định")) == [("TT-182", at)]


def conflicted(folder: Path, name: str, text: str) -> str:
    """What a reader of `name` says of `text` with a mark of a conflict in its second line."""
    first, _, rest = text.partition("\n")
    file = folder / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(f"{first}\n<<<<<<< HEAD\n{rest}\n=======\n{rest}\n>>>>>>> b\n", "utf-8")
    with pytest.raises(ImportRefused) as refused:
        if name.endswith(".csv"):
            list(decision_list.read(SourceFile(file), Options()))
        elif name.endswith(".json"):
            list(read_json.read_objects(file))
        elif file.name == FILE:
            AcceptedDifferences(folder / "content")
        else:
            column_mapping.read(file)
    return str(refused.value)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("ds.csv", "STT;Mã TTHC;Tên thủ tục;Lĩnh vực\n1;9.100001;Cấp giấy;A"),
        ("ds.json", '{"a": 1,\n"b": 2}'),
        ("cot.yml", '"Mã": ma_thu_tuc\n"Tên": ten_thu_tuc'),
        (f"content/{FOLDER}/{FILE}", "- ma_thu_tuc: '1.001193'\n  phan: Lệ phí"),
    ],
)
def test_every_reader_names_the_conflict_and_its_line(tmp_path: Path, name: str, text: str) -> None:
    said = conflicted(tmp_path, name, text)
    assert "dấu xung đột của git" in said and f"{tmp_path / name}" in said
    assert ":2: " in said or "dòng 2: " in said


def test_a_source_that_begins_with_a_mark_is_no_xml(tmp_path: Path) -> None:
    (tmp_path / "ds.json").write_text("<<<<<<< HEAD\n{}\n=======\n[]\n>>>>>>> b\n")
    with pytest.raises(ImportRefused, match="dấu xung đột của git"):
        list(read_json.read_objects(tmp_path / "ds.json"))


@pytest.mark.parametrize("command", [["report"], ["drift"], ["diff", "content", "content"]])
def test_a_command_says_that_a_record_could_not_be_read(tmp_path: Path, command: list[str]) -> None:
    shutil.copytree(SMALL / "content", tmp_path / "content")
    with (tmp_path / "content/procedures/ho-tich/1.001193.yml").open("a", encoding="utf-8") as file:
        file.write("<<<<<<< HEAD\n=======\n>>>>>>> b\n")
    (tmp_path / "content/catalogue").mkdir()
    done = tthc(*command, cwd=tmp_path)
    assert "1 lỗi khi đọc (đầu tiên: content/procedures/ho-tich/1.001193.yml:" in done.stderr


def test_the_settings_of_the_project_too(tmp_path: Path) -> None:
    shutil.copytree(SMALL / "content", tmp_path / "content")
    (tmp_path / "mkdocs.yml").write_text("<<<<<<< HEAD\nsite_name: x\n=======\nsite_name: y\n>>>>>>> b\n")
    done = tthc("build", cwd=tmp_path)
    assert (done.returncode, "mkdocs.yml:1: tệp còn dấu xung đột của git" in done.stderr) == (2, True)


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
