"""`tthc import table`: the mapping is proposed, corrected, kept; every column is placed, noted or left out by name."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from generator.cli import main
from tests.support.import_samples import load

CSV = (
    "RNUM|TEN_THU_TUC|MA_TTHC|LinhVuc|thoi_han_giai_quyet|Lệ phí|TEN_TAT\n"
    "1|Đăng ký khai sinh|1.001193|Hộ tịch|01 ngày làm việc|8.000 đồng|KS\n"
    "2|Đăng ký khai tử|1.000656|Hộ tịch|02 ngày|Không|KT\n"
    "3|Không có mã|23604|Hộ tịch|02 ngày|Không|K\n"
)


@pytest.fixture
def call(tmp_path: Path) -> list[str]:
    (tmp_path / "bang.csv").write_text(CSV, "utf-8")
    return [
        "import",
        "table",
        str(tmp_path / "bang.csv"),
        "--to",
        str(tmp_path / "content"),
        "--map",
        str(tmp_path / "m.yml"),
    ]


def test_the_mapping_is_proposed_with_examples_and_nothing_is_imported(
    call: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(call) == 0
    assert "Chưa nhập gì" in capsys.readouterr().out
    assert not (tmp_path / "content").exists()
    assert load(tmp_path / "m.yml") == {
        "RNUM": "ghi chú", "TEN_THU_TUC": "ten_thu_tuc", "MA_TTHC": "ma_thu_tuc", "LinhVuc": "linh_vuc",
        "thoi_han_giai_quyet": "thoi_han_giai_quyet", "Lệ phí": "phi_le_phi", "TEN_TAT": "ghi chú",
    }  # fmt: skip
    assert "# ví dụ: Đăng ký khai sinh | Đăng ký khai tử | Không có mã" in (tmp_path / "m.yml").read_text("utf-8")


def test_the_corrected_mapping_is_used_and_kept(call: list[str], tmp_path: Path) -> None:
    main(call)
    mapping = tmp_path / "m.yml"
    mapping.write_text(mapping.read_text("utf-8").replace('"RNUM": ghi chú', '"RNUM": bỏ qua'), "utf-8")
    report = tmp_path / "r.json"
    assert main([*call, "--report", str(report), "--no-check"]) == 0
    record = load(tmp_path / "content/procedures/ho-tich/1.001193.yml")
    assert record["thoi_han_giai_quyet"] == {"so": "1", "don_vi": "ngày làm việc"}
    assert record["phi_le_phi"][0]["muc_thu"] == "8000"
    assert record["ghi_chu_nguon"] == ["TEN_TAT: KS"]
    nameless = load(tmp_path / "content/procedures/ho-tich/khong-co-ma.yml")
    assert "ma_thu_tuc" not in nameless
    assert any("23604" in note for note in nameless["ghi_chu_nguon"])
    found = json.loads(report.read_text("utf-8"))
    assert [item["why"] for item in found["unread"]] == ["cột “RNUM” bỏ qua theo bảng ánh xạ"] * 3
    before = mapping.read_bytes()
    assert main([*call, "--no-check"]) == 0
    assert mapping.read_bytes() == before


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("ten_thu_tuc", "ten_thu_tucc", "không phải một phần"),
        ('"TEN_TAT": ghi chú', "", "“TEN_TAT” chưa có"),
        ('"LinhVuc": linh_vuc', '"LinhVuc": [', "m.yml:"),
    ],
)
def test_a_wrong_mapping_says_where(call: list[str], tmp_path: Path, capsys, old: str, new: str, says: str) -> None:
    main(call)
    mapping = tmp_path / "m.yml"
    lines = [
        line.replace(old, new) if not line.startswith("#") else line for line in mapping.read_text("utf-8").split("\n")
    ]
    mapping.write_text("\n".join(lines), "utf-8")
    capsys.readouterr()
    assert main(call) == 2
    assert says in capsys.readouterr().err
    assert not (tmp_path / "content").exists()


def test_json_and_no_mapping(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "a.json"
    file.write_text(json.dumps([{"MaThuTuc": "1.001193", "Tên TTHC": "Đăng ký khai sinh", "khac": {"a": 1}}]), "utf-8")
    call = ["import", "table", str(file), "--to", str(tmp_path / "content")]
    assert main(call) == 2
    assert "--map" in capsys.readouterr().err
    assert main([*call, "--map", str(tmp_path / "m.yml")]) == 0
    report = tmp_path / "r.json"
    assert main([*call, "--map", str(tmp_path / "m.yml"), "--no-check", "--report", str(report)]) == 0
    assert json.loads(report.read_text("utf-8"))["unread"][0]["text"] == "1"
    assert load(next((tmp_path / "content/procedures").rglob("*.yml")))["ten_thu_tuc"] == "Đăng ký khai sinh"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="Windows has no such files")
def test_a_pipe_as_mapping_is_refused_instead_of_waited_for(
    call: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    os.mkfifo(tmp_path / "m.yml")
    assert main(call) == 2
    assert "không phải tệp thường" in capsys.readouterr().err
