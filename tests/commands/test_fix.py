"""`tthc fix`: shows first, writes only when told to."""

from pathlib import Path

import pytest

from generator.cli import main
from generator.commands import cmd_fix
from generator.io import transaction
from tests.conftest import tthc
from tests.support.rule_samples import LAW


def folder(tmp_path: Path) -> Path:
    laws = tmp_path / "content" / "laws"
    laws.mkdir(parents=True)
    (laws / "1.yml").write_text(LAW.replace("Luật Hộ", "Luật  Hộ"), "utf-8")
    (laws / "2.yml").write_text(LAW, "utf-8")
    return tmp_path / "content"


def test_it_shows_the_diff_and_writes_nothing(tmp_path: Path) -> None:
    content = folder(tmp_path)
    done = tthc("fix", "--content", content)
    assert done.returncode == 0, done.stderr
    assert "-trich_yeu: Quy định chi tiết Luật  Hộ tịch\n+trich_yeu: Quy định chi tiết Luật Hộ tịch" in done.stdout
    assert "chưa ghi tệp nào" in done.stdout
    assert "  Hộ" in (content / "laws/1.yml").read_text("utf-8")


def test_with_yes_it_writes_and_is_finished(tmp_path: Path) -> None:
    content = folder(tmp_path)
    assert "Đã sửa 1 tệp" in tthc("fix", "--content", content, "--yes").stdout
    assert (content / "laws/1.yml").read_text("utf-8") == LAW
    assert sorted(path.name for path in (content / "laws").iterdir()) == ["1.yml", "2.yml"]
    assert "Không có gì phải sửa" in tthc("fix", "--content", content).stdout


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    done = tthc("fix", "--content", tmp_path / "nowhere")
    assert done.returncode == 2 and "không có thư mục" in done.stderr


def test_only_the_named_file_is_touched(tmp_path: Path) -> None:
    content = folder(tmp_path)
    other = content / "laws/3.yml"
    other.write_text(LAW.replace("Luật Hộ", "Luật  Hộ"), "utf-8")
    before = {path: (path.read_bytes(), path.stat().st_mtime_ns) for path in (other, content / "laws/2.yml")}
    shown = tthc("fix", "--content", content, content / "laws/1.yml")
    assert shown.returncode == 0 and "content/laws/1.yml" in shown.stdout and "laws/3.yml" not in shown.stdout
    assert "  Hộ" in (content / "laws/1.yml").read_text("utf-8")
    done = tthc("fix", "--content", content, content / "laws/1.yml", content / "laws/1.yml", "--yes")
    assert done.returncode == 0 and "Đã sửa 1 tệp" in done.stdout
    assert (content / "laws/1.yml").read_text("utf-8") == LAW
    assert {path: (path.read_bytes(), path.stat().st_mtime_ns) for path in before} == before


def test_files_that_cannot_be_mended_are_refused_before_anything_is_written(tmp_path: Path) -> None:
    content = folder(tmp_path)
    wrong = content / "laws/1.yml"
    (tmp_path / "outside.yml").write_text(LAW, "utf-8")
    (content / "laws/notes.txt").write_text("a  b", "utf-8")
    (content / "laws/latin.yml").write_bytes("trich_yeu: Quy định".encode("utf-16"))
    (content / "laws/link.yml").symlink_to(wrong)
    for file, why in (
        (tmp_path / "outside.yml", "không có tệp"),
        (content / "laws/9.yml", "không có tệp"),
        (content / "laws", "không có tệp"),
        (content / "laws/notes.txt", "không phải tệp nội dung"),
        (content / "laws/latin.yml", "không phải văn bản UTF-8"),
        (content / "laws/link.yml", "là liên kết"),
    ):
        done = tthc("fix", "--content", content, wrong, file, "--yes")
        assert done.returncode == 2 and why in done.stderr and "Traceback" not in done.stderr, (file, done.stderr)
        assert "Luật  Hộ" in wrong.read_text("utf-8")


def test_the_files_are_found_from_inside_the_content_too(tmp_path: Path) -> None:
    content = folder(tmp_path)
    done = tthc("fix", "--content", "..", "1.yml", "--yes", cwd=content / "laws")
    assert done.returncode == 0 and done.stdout.startswith("content/laws/1.yml: ")


def test_line_ends_stay_and_the_byte_order_mark_goes(tmp_path: Path) -> None:
    content = folder(tmp_path)
    file = content / "laws/1.yml"
    file.write_bytes(b"\xef\xbb\xbf" + file.read_bytes().replace(b"\n", b"\r\n"))
    assert "Đã sửa 1 tệp" in tthc("fix", "--content", content, "--yes").stdout
    assert file.read_bytes() == LAW.replace("\n", "\r\n").encode()
    assert "Không có gì phải sửa" in tthc("fix", "--content", content).stdout


def test_all_files_are_written_or_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    content = folder(tmp_path)
    first, last = content / "laws/1.yml", content / "laws/3.yml"
    last.write_text(LAW.replace("Luật Hộ", "Luật  Hộ"), "utf-8")
    before, move = first.read_bytes(), transaction._move

    def fails(part: str, file: str) -> None:
        if file.endswith("3.yml"):
            raise PermissionError(13, "in use", file)
        move(part, file)

    monkeypatch.setattr(transaction, "_move", fails)
    assert main(["fix", "--content", str(content), "--yes"]) == 2
    assert "Chưa có gì thay đổi" in capsys.readouterr().err
    assert first.read_bytes() == last.read_bytes() == before


def test_what_was_changed_while_the_question_waited_is_not_overwritten(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    content = folder(tmp_path)
    file = content / "laws/1.yml"

    def agreed(count: int) -> bool:
        file.write_text(f"{file.read_text('utf-8')}# ghi sau\n", "utf-8")
        return True

    monkeypatch.setattr(cmd_fix, "_agreed", agreed)
    assert main(["fix", "--content", str(content)]) == 2
    assert "content/laws/1.yml vừa được sửa" in capsys.readouterr().err
    assert file.read_text("utf-8").endswith("# ghi sau\n") and "  Hộ" in file.read_text("utf-8")
