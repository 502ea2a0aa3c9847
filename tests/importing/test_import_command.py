"""`tthc import`: what is written, what is shown, what is refused."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from generator.cli import main
from generator.loading.folder import read_folder
from tests.support.decision_lists import list_xlsx
from tests.support.folders import file_bytes
from tests.support.import_samples import answer, flat, load, write_lines


def test_a_fresh_folder_gets_procedures_fields_and_laws(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = write_lines(tmp_path / "api.jsonl.gz", [answer(), answer(code="1.000110", name="Thủ tục khác")])
    assert main(["import", "national-api", str(file), "--to", str(tmp_path / "content")]) == 0
    assert "2 bản ghi: 2 mới" in capsys.readouterr().out
    content = tmp_path / "content"
    assert load(content / "procedures/ho-tich/1.000110.yml")["ten_thu_tuc"] == "Khác"
    assert load(content / "fields.yml") == [{"ten": "Hộ tịch", "slug": "ho-tich"}]
    law = load(content / "laws/60-2014-qh13.yml")
    assert law == {
        "so_ky_hieu": "60/2014/QH13",
        "loai": "Luật",
        "trich_yeu": "Luật Hộ tịch",
        "co_quan_ban_hanh": "Quốc hội",
        "ngay_hieu_luc": "chưa rõ",
        "nguon": "CSDL quốc gia",
    }
    assert read_folder(content).problems == []


def test_the_procedures_folder_may_be_named_instead(tmp_path: Path) -> None:
    file = write_lines(tmp_path / "flat.json", [flat()])
    assert main(["import", "national-flat", str(file), "--to", str(tmp_path / "procedures")]) == 0
    assert (tmp_path / "procedures/ha-tang-ky-thuat/1.002693.yml").is_file()
    assert (tmp_path / "fields.yml").is_file()


def test_the_same_import_again_writes_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = write_lines(tmp_path / "api.json", [answer()])
    for _ in range(2):
        main(["import", "national-api", str(file), "--to", str(tmp_path / "content")])
        before = file_bytes(tmp_path / "content")
    assert "0 mới, 0 thay đổi, 1 giữ nguyên" in capsys.readouterr().out
    assert file_bytes(tmp_path / "content") == before


def test_a_record_is_found_wherever_people_moved_it_and_their_words_stay(tmp_path: Path) -> None:
    content = tmp_path / "content"
    file = write_lines(tmp_path / "api.json", [answer()])
    main(["import", "national-api", str(file), "--to", str(content)])
    moved = content / "procedures/khac/1.001193.yml"
    moved.parent.mkdir()
    (content / "procedures/ho-tich/1.001193.yml").rename(moved)
    moved.write_text(moved.read_text("utf-8") + "ghi_chu_dia_phuong: Có trực thứ Bảy. # của xã\n", "utf-8")
    before = moved.read_text("utf-8")
    main(["import", "national-api", str(file), "--to", str(content)])
    assert moved.read_text("utf-8") == before
    assert not (content / "procedures/ho-tich/1.001193.yml").exists()


def test_a_dry_run_shows_the_difference_and_writes_nothing(
    content: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = file_bytes(content)
    file = write_lines(tmp_path / "api.json", [answer(code="1.000110", name="Thủ tục mới")])
    assert main(["import", "national-api", str(file), "--to", str(content), "--dry-run"]) == 0
    shown = capsys.readouterr().out
    assert "+ten_thu_tuc: Mới" in shown
    assert "+++ b/content/procedures/ho-tich/1.000110.yml" in shown
    assert "Sẽ nhập 1 bản ghi: 1 mới" in shown
    assert file_bytes(content) == before


def test_the_summary_counts_findings_per_rule_and_the_report_has_every_record(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = write_lines(tmp_path / "flat.json", [flat(), flat(), flat(ma_thu_tuc="1.0133611")])
    main(
        [
            "import",
            "national-flat",
            str(file),
            "--to",
            str(tmp_path / "content"),
            "--report",
            str(tmp_path / "bao-cao.json"),
        ]
    )
    shown = capsys.readouterr().out
    assert "1 trùng mã" in shown
    assert "TT-024 lỗi" in shown and "TT-020 lỗi" not in shown  # what the source leaves open is only a reminder
    report = json.loads((tmp_path / "bao-cao.json").read_text("utf-8"))
    assert [record["state"] for record in report["records"]] == ["new", "duplicate", "new"]
    assert any(rule["id"] == "TT-024" for rule in report["rules"])  # the malformed code is caught by the check


def test_rows_without_a_certain_code_are_listed_not_written(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["import", "decision-list", str(list_xlsx(tmp_path)), "--to", str(tmp_path / "content")]) == 0
    shown = capsys.readouterr().out
    assert "2 chỉ liệt kê" in shown
    assert "Đăng ký lại kết hôn" in shown
    assert [file.name for file in (tmp_path / "content/procedures").rglob("*.yml")] == ["1.000110.yml"]


def test_an_existing_file_that_cannot_be_merged_is_left_alone_and_fails(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    own = tmp_path / "content/procedures/ho-tich/1.001193.yml"
    own.parent.mkdir(parents=True)
    own.write_text('ma_thu_tuc: "1.001193"\nten_thu_tuc: a: b\n', "utf-8")
    assert (
        main(
            [
                "import",
                "national-api",
                str(write_lines(tmp_path / "a.json", [answer()])),
                "--to",
                str(tmp_path / "content"),
            ]
        )
        == 1
    )
    assert "Sửa tệp không gộp được" in capsys.readouterr().out
    assert own.read_text("utf-8") == 'ma_thu_tuc: "1.001193"\nten_thu_tuc: a: b\n'
