"""`tthc import`: what is refused, with nothing written."""

from __future__ import annotations

import gzip
import os
import zipfile
from pathlib import Path

import pytest

from generator.cli import main
from generator.io import transaction
from tests.support.command import tthc
from tests.support.decision_lists import list_docx, list_xlsx
from tests.support.folders import file_bytes
from tests.support.import_samples import answer, write_lines


def cut_gz(folder: Path) -> Path:
    file = write_lines(folder / "cut.jsonl.gz", [answer()] * 50)
    file.write_bytes(file.read_bytes()[:-30])
    return file


def bomb_gz(folder: Path) -> Path:
    (folder / "bomb.gz").write_bytes(gzip.compress(b"[" + b" " * 40_000_000))
    return folder / "bomb.gz"


def wrong_json(folder: Path) -> Path:
    (folder / "wrong.jsonl").write_text(
        '{"code": "OK", "data": {"name": "a", "executionSteps": []}}\n{"code": \n', "utf-8"
    )
    return folder / "wrong.jsonl"


def other_json(folder: Path) -> Path:
    return write_lines(folder / "other.json", [{"hello": 1}])


def not_utf8(folder: Path) -> Path:
    (folder / "old.json").write_bytes(b'{"ten": "\xa7\xa8ng"}')
    return folder / "old.json"


def empty(folder: Path) -> Path:
    (folder / "empty.json").write_bytes(b"")
    return folder / "empty.json"


def deep(folder: Path) -> Path:
    (folder / "deep.json").write_text("[" * 200_000, "utf-8")
    return folder / "deep.json"


@pytest.mark.parametrize(
    ("make", "says"),
    [
        (cut_gz, "cắt ngang"), (bomb_gz, "quá lớn"), (wrong_json, "wrong.jsonl:2:"), (other_json, "không phải câu trả lời"),  # noqa: E501
        (not_utf8, "không phải UTF-8"), (empty, "tệp trống"), (deep, "JSON"), (lambda folder: folder / "none.json", "không có tệp"),  # noqa: E501
        (lambda folder: folder, "không phải một tệp"),
    ],
)  # fmt: skip
def test_bad_json_is_refused_with_nothing_written(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], make, says: str
) -> None:
    refused(tmp_path, capsys, "national-api", make(tmp_path), says)


def locked(folder: Path) -> Path:
    file = folder / "locked.xlsx"
    file.write_bytes(
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 500 + "EncryptedPackage".encode("utf-16-le") + b"\0" * 500
    )
    return file


def old_xls(folder: Path) -> Path:
    (folder / "cu.xls").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 1000)
    return folder / "cu.xls"


def changed(folder: Path, ending: str, part: str, edit) -> Path:
    """The good list with one part edited or added."""
    good = list_xlsx(folder) if ending == "xlsx" else list_docx(folder)
    bad = folder / f"bad.{ending}"
    with zipfile.ZipFile(good) as old, zipfile.ZipFile(bad, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, edit(old.read(name)) if name == part else old.read(name))
        if part not in old.namelist():
            new.writestr(part, edit(b""))
    return bad


SHEET = "xl/worksheets/sheet1.xml"


def macro(folder: Path) -> Path:
    return changed(folder, "xlsx", "xl/vbaProject.bin", lambda _: b"macro").rename(folder / "bad.xlsm")


def huge_sheet(folder: Path) -> Path:
    """A sheet that unpacks to 130 MB, more than any part may."""
    return changed(folder, "xlsx", SHEET, lambda xml: xml + b" " * 130_000_000)


def claims_a_gigabyte(folder: Path) -> Path:
    """The directory of the archive claims 1 GB for the sheet."""
    file = list_xlsx(folder)
    raw = bytearray(file.read_bytes())
    at = raw.find(b"PK\x01\x02")
    while at >= 0:
        if raw[at + 46 :].startswith(SHEET.encode()):
            raw[at + 24 : at + 28] = (1_000_000_000).to_bytes(4, "little")
        at = raw.find(b"PK\x01\x02", at + 4)
    file.write_bytes(raw)
    return file


def merged_over_everything(folder: Path) -> Path:
    return changed(folder, "xlsx", SHEET, lambda xml: xml.replace(b'ref="A1:F1"', b'ref="A1:XFD1048576"'))


def entities(folder: Path) -> Path:
    return changed(folder, "docx", "word/document.xml", lambda xml: b'<!DOCTYPE x [<!ENTITY a "b">]>' + xml)


def cut_zip(folder: Path) -> Path:
    file = list_docx(folder)
    file.write_bytes(file.read_bytes()[:3000])
    return file


def damaged_part(folder: Path) -> Path:
    return changed(folder, "xlsx", SHEET, lambda xml: xml[:200])


@pytest.mark.parametrize(
    ("make", "says"),
    [
        (locked, "mật khẩu"), (old_xls, "kiểu cũ"), (macro, "macro"), pytest.param(huge_sheet, "quá lớn", marks=pytest.mark.slow), (claims_a_gigabyte, "quá lớn"),  # noqa: E501
        (merged_over_everything, "gộp"), (entities, "DOCTYPE"), (cut_zip, "nguyên vẹn"), (damaged_part, "không đọc được"),  # noqa: E501
        (wrong_json, "danh mục chỉ đọc được .xlsx, .docx"),
    ],
)  # fmt: skip
def test_bad_office_files_are_refused_with_nothing_written(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], make, says: str
) -> None:
    refused(tmp_path, capsys, "decision-list", make(tmp_path), says)


def refused(tmp_path: Path, capsys: pytest.CaptureFixture[str], kind: str, file: Path, says: str) -> None:
    content = tmp_path / "to" / "content"
    assert main(["import", kind, str(file), "--to", str(content)]) == 2
    shown = capsys.readouterr()
    assert shown.out == ""
    assert says in shown.err
    assert shown.err.count("\n") == 1
    assert not content.parent.exists()


def test_a_stray_cell_in_the_last_row_costs_nothing(tmp_path: Path) -> None:
    from openpyxl import load_workbook

    file = list_xlsx(tmp_path)
    book = load_workbook(file)
    book.active["XFD1048576"] = "lạc"
    book.save(file)
    assert main(["import", "decision-list", str(file), "--to", str(tmp_path / "content")]) == 0


def test_a_folder_that_is_a_file_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "tep").write_text("x")
    assert (
        main(
            ["import", "national-api", str(write_lines(tmp_path / "a.json", [answer()])), "--to", str(tmp_path / "tep")]
        )
        == 2
    )
    assert "không phải thư mục" in capsys.readouterr().err


def test_a_failure_while_writing_leaves_everything_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def full(descriptor: int, mode: str) -> None:
        os.close(descriptor)
        raise OSError(28, "No space left on device")

    content = tmp_path / "content"
    content.mkdir()
    file = write_lines(tmp_path / "a.json", [answer()])
    monkeypatch.setattr("generator.io.transaction.open", full, raising=False)
    assert main(["import", "national-api", str(file), "--to", str(content)]) == 2
    assert "không ghi được" in capsys.readouterr().err
    assert list(content.rglob("*")) == []


def test_a_failure_halfway_takes_back_what_was_moved(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    content = tmp_path / "content"
    assert (
        main(["import", "national-api", str(write_lines(tmp_path / "a.json", [answer()])), "--to", str(content)]) == 0
    )
    was = file_bytes(content)
    move, moved = os.replace, []

    def last_fails(source: Path, to: Path) -> None:
        if len(moved) == 3 and not str(source).endswith(".truoc"):
            raise OSError(5, "Input/output error")
        moved.append(to)
        move(source, to)

    monkeypatch.setattr("generator.io.transaction.os.replace", last_fails)
    records = [
        answer(category={"name": "Đất đai"}),
        answer(code="1.000002", name="Việc hai", category={"name": "Đất đai"}),
        answer(code="1.000003", name="Việc ba", category={"name": "Rừng"}),
    ]
    assert (
        main(
            [
                "import",
                "national-api",
                str(write_lines(tmp_path / "b.json", records)),
                "--to",
                str(content),
                "--take",
                "all",
            ]
        )
        == 2
    )
    assert "Chưa có gì thay đổi" in capsys.readouterr().err
    assert len(moved) >= 3 and file_bytes(content) == was
    assert sorted(path.name for path in (content / "procedures").iterdir()) == ["ho-tich"]


@pytest.mark.parametrize("link", ["procedures", "procedures/ho-tich", "laws", "fields.yml"])
def test_links_that_lead_out_of_the_folder_are_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], link: str
) -> None:
    content, outside = tmp_path / "content", tmp_path / "outside"
    (content / link).parent.mkdir(parents=True)
    outside.mkdir()
    target = outside / "x.yml" if link.endswith(".yml") else outside
    if link.endswith(".yml"):
        target.write_text("- ten: Hộ tịch\n", "utf-8")
    (content / link).symlink_to(target)
    was = file_bytes(outside)
    assert (
        main(
            [
                "import",
                "national-api",
                str(
                    write_lines(
                        tmp_path / "a.json",
                        [
                            answer(category={"name": "Hộ tịch"}),
                            answer(code="1.000002", name="Việc", category={"name": "Rừng"}),
                        ],
                    )
                ),
                "--to",
                str(content),
            ]
        )
        == 2
    )
    assert "dẫn ra ngoài" in capsys.readouterr().err
    assert file_bytes(outside) == was


def test_codes_and_names_that_look_like_paths_stay_inside(tmp_path: Path) -> None:
    content = tmp_path / "to" / "content"
    records = [
        answer(code=code, name=f"Việc {number}", category={"name": "../../../lạc"})
        for number, code in enumerate(["../../../lac", "/tmp/lac", "a/../../b", "..", "x\0y"])
    ]
    main(["import", "national-api", str(write_lines(tmp_path / "a.json", records)), "--to", str(content)])
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.json", "to"]
    assert [path.name for path in content.parent.iterdir()] == ["content"]


def test_bytes_of_no_known_kind_are_told_in_a_whole_sentence(content: Path) -> None:
    source = content.parent / "x.xlsx"
    source.write_bytes(bytes(range(1, 255)) * 20)
    done = tthc("import", "decision-list", source, "--to", content)
    assert done.returncode == 2 and "x.xlsx: không nhận ra là tệp gì" in done.stderr


def test_a_report_that_cannot_be_written_leaves_the_content_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    content, report, move = tmp_path / "content", tmp_path / "bao-cao.json", transaction._move_new

    def fails(part: str, file: str) -> None:
        if file == str(report):
            raise OSError(28, "No space left on device")
        move(part, file)

    monkeypatch.setattr(transaction, "_move_new", fails)
    file = write_lines(tmp_path / "a.json", [answer()])
    assert main(["import", "national-api", str(file), "--to", str(content), "--report", str(report)]) == 2
    assert "Chưa có gì thay đổi" in capsys.readouterr().err
    assert not content.exists() and not report.exists()
    monkeypatch.undo()
    assert main(["import", "national-api", str(file), "--to", str(content), "--report", str(report)]) == 0
    assert report.stat().st_size and list(content.rglob("*.yml"))
