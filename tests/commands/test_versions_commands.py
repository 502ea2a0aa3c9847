"""`tthc new version`, `tthc amend`, `tthc diff DAY DAY` on a small content folder."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.cli import main
from generator.io import transaction
from generator.loading.yaml.parse import parse
from tests.support.versions import BASE, CHANGED, VERSION, content

OLD, NEW = "Bộ phận Một cửa UBND xã, thị trấn", "Trung tâm Phục vụ hành chính công xã"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return written(tmp_path / "content", content())


def written(folder: Path, files: dict[str, str]) -> Path:
    for path, text in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, "utf-8")
    return folder


def tthc(*words: str, folder: Path) -> int:
    try:
        return main([*words, "--content", str(folder)])
    except SystemExit as ended:
        return int(ended.code or 0)


def test_a_new_version_has_the_parts_as_they_were(folder: Path) -> None:
    assert tthc("new", "version", "1.001193", "--from", "2025-07-01", "--by", "120/2025/NĐ-CP", folder=folder) == 0
    text = (folder / VERSION).read_text("utf-8")
    assert f"dia_chi_tiep_nhan_ho_so: {OLD}" in text and "ap_dung_tu: 2025-07-01" in text and "chờ đối chiếu" in text


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("1.001199", "--from", "2025-07-01", "--by", "1/NĐ-CP"), "không có thủ tục"),
        (("1.001193", "--from", "2025-13-01", "--by", "1/NĐ-CP"), "cần ngày và văn bản"),
        (("1.001193", "--from", "2025-07-01"), "cần ngày và văn bản"),
        (("1.001193", "--from", "2015-07-01", "--by", "1/NĐ-CP"), "không sau ngày"),
    ],
)
def test_a_wrong_call_changes_nothing(folder: Path, capsys, words: tuple[str, ...], said: str) -> None:
    before = sorted(path.name for path in folder.rglob("*"))
    assert tthc("new", "version", *words, folder=folder) == 2
    assert said in capsys.readouterr().err
    assert sorted(path.name for path in folder.rglob("*")) == before


def test_an_existing_version_is_never_replaced(folder: Path, capsys) -> None:
    written(folder, {VERSION: CHANGED})
    assert tthc("new", "version", "1.001193", "--from", "2025-07-01", "--by", "120/2025/NĐ-CP", folder=folder) == 2
    assert (folder / VERSION).read_text("utf-8") == CHANGED


def test_amend_drafts_what_holds_the_words(folder: Path, capsys) -> None:
    call = ("amend", "--all", "--from", "2025-07-01", "--by", "120/2025/NĐ-CP", "--replace", f"{OLD}={NEW}")
    assert tthc(*call, folder=folder) == 0
    text = (folder / VERSION).read_text("utf-8")
    assert f"dia_chi_tiep_nhan_ho_so: {NEW}" in text and "phi_le_phi" not in text and "chờ đối chiếu" in text
    first = (folder / BASE).read_text("utf-8")
    assert OLD in first
    assert tthc(*call, folder=folder) == 0 and "không tạo tệp nào" in capsys.readouterr().out


def test_amend_writes_all_drafts_or_none(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    other = (folder / BASE).with_name("1.001194.yml")
    text = (folder / BASE).read_text("utf-8").replace("1.001193", "1.001194")
    other.write_text(text.replace("ten_thu_tuc: ", "ten_thu_tuc: Lại "), "utf-8")
    before, move, moved = sorted(folder.rglob("*")), transaction._move_new, list[str]()

    def fails(part: str, file: str) -> None:
        if moved:
            raise PermissionError(13, "in use", file)
        moved.append(file)
        move(part, file)

    monkeypatch.setattr(transaction, "_move_new", fails)
    call = ("amend", "--all", "--from", "2025-07-01", "--by", "120/2025/NĐ-CP", "--replace", f"{OLD}={NEW}")
    assert tthc(*call, folder=folder) == 2
    assert "Chưa có gì thay đổi" in capsys.readouterr().err
    assert moved == [str(folder / VERSION)] and sorted(folder.rglob("*")) == before


def test_amend_without_words_to_replace_is_a_wrong_call(folder: Path) -> None:
    assert tthc("amend", "--all", "--from", "2025-07-01", "--by", "120/2025/NĐ-CP", folder=folder) == 2
    assert not (folder / VERSION).exists()


def test_the_difference_between_two_days(folder: Path, capsys) -> None:
    fees = (
        "phi_le_phi:\n  - loai: lệ phí\n    muc_thu: 10000\n    don_vi_tinh: hồ sơ\n    ly_do: Khi đăng ký quá hạn.\n"
    )
    written(folder, {VERSION: CHANGED + fees})
    assert tthc("diff", "2023-12-31", "2025-07-01", folder=folder) == 0
    said = capsys.readouterr().out
    assert f"Địa chỉ tiếp nhận hồ sơ: {OLD} → {NEW}" in said and "Lệ phí: 8.000 → 10.000 đồng/hồ sơ" in said
    assert tthc("diff", "2023-12-31", "2025-06-30", folder=folder) == 0
    assert "Không có gì thay đổi" in capsys.readouterr().out


def test_a_day_that_is_none(folder: Path, capsys) -> None:
    assert tthc("diff", "2023-02-30", "2025-07-01", folder=folder) == 2
    assert "không có ngày “2023-02-30”" in capsys.readouterr().err


def test_one_file_is_checked_as_with_all_others(folder: Path, capsys) -> None:
    written(folder, {VERSION: CHANGED.replace("120/2025/NĐ-CP", "121/2025/NĐ-CP")})
    assert tthc("check", str(folder / VERSION), "--format", "json", folder=folder) == 1
    assert '"TT-202"' in capsys.readouterr().out


@pytest.mark.parametrize(
    "note", ["Từ ngày này: nộp tại xã", "# tin", "*chú ý", '"Một cửa" ở xã', "{a}", "> 5 ngày", "không"]
)
def test_a_note_is_written_as_it_was_given(folder: Path, note: str) -> None:
    call = ("amend", "--all", "--from", "2025-07-01", "--by", "120/2025/NĐ-CP", "--replace", f"{OLD}={NEW}")
    assert tthc(*call, "--note", note, folder=folder) == 0
    assert parse((folder / VERSION).read_text("utf-8"))["noi_dung_sua_doi"] == note
