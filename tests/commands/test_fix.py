"""`tthc fix`: shows first, writes only when told to."""

from pathlib import Path

from tests.conftest import tthc
from tests.rules.sample import LAW


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
