"""`tthc drift`: ours against theirs."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path

import pytest

from generator.checks._engine.runner import check
from generator.cli import main
from generator.importing.drift.comparison import differing_facts
from generator.importing.name_match import NameIndex
from generator.loading.folder import read_folder
from generator.loading.markdown import to_html
from tests.support.import_samples import answer, write_lines


def test_wording_only_differences_are_none() -> None:
    ours = {"ten_thu_tuc": "Đăng ký  khai sinh.", "can_cu_phap_ly": [{"so_ky_hieu": "2/B"}, {"so_ky_hieu": "1/A"}]}
    theirs = {"ten_thu_tuc": "đăng ký khai sinh", "can_cu_phap_ly": [{"so_ky_hieu": "1/A"}, {"so_ky_hieu": "2/B"}]}
    assert differing_facts(ours, theirs) == []


def test_what_the_source_does_not_say_is_no_difference_but_what_we_do_not_say_is() -> None:
    assert differing_facts({"linh_vuc": "Hộ tịch", "phi_le_phi": "không"}, {"phi_le_phi": "chưa rõ"}) == []
    [found] = differing_facts({}, {"linh_vuc": "Hộ tịch"})
    assert (found.label, found.ours, found.theirs, found.wording) == ("Lĩnh vực", [], ["Hộ tịch"], False)


def test_a_common_limit_equals_the_same_limit_at_every_channel() -> None:
    limit = {"so": "3", "don_vi": "ngày"}
    ours = {"thoi_han_giai_quyet": limit, "cach_thuc_thuc_hien": [{"hinh_thuc_nop": "trực tiếp"}]}
    theirs = {"cach_thuc_thuc_hien": [{"hinh_thuc_nop": "trực tiếp", "thoi_han_giai_quyet": limit}]}
    assert differing_facts(ours, theirs) == []


def test_the_four_reports(content: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    ours = [path.stem for path in (content / "procedures").rglob("*.yml")]
    assert {"1.001193", "2.000815"} <= set(ours)
    file = write_lines(
        tmp_path / "api.json",
        [answer(), answer(code="9.000001", name="Thủ tục mới"), answer(code="2.000815", state="ABOLISHED")],
    )
    assert main(["drift", "--content", str(content), "--against", str(file), "--format", "json"]) == 1
    data = json.loads(capsys.readouterr().out)
    assert [item["code"] for item in data["missing_here"]] == ["9.000001"]
    assert [item["code"] for item in data["abolished_there"]] == ["2.000815"]
    assert {item["code"] for item in data["missing_there"]} <= set(ours) - {"1.001193", "2.000815"}
    [birth] = [item for item in data["different"] if item["code"] == "1.001193"]
    assert {"ours", "theirs", "label", "key", "wording"} == set(birth["differences"][0])
    main(["drift", "--content", str(content), "--against", str(file)])
    shown = capsys.readouterr().out
    assert "Có ở nguồn, chưa có ở đây: 1" in shown
    assert "nguồn:  3 ngày làm việc" in shown


def test_content_made_from_a_source_has_no_drift(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = write_lines(tmp_path / "api.json", [answer()])
    main(["import", "national-api", str(file), "--to", str(tmp_path / "content")])
    capsys.readouterr()
    assert main(["drift", "--content", str(tmp_path / "content"), "--against", str(file)]) == 0
    assert "1 giống nhau" in capsys.readouterr().out


def test_a_file_nobody_recognises_is_a_wrong_call(
    content: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert (
        main(["drift", "--content", str(content), "--against", str(write_lines(tmp_path / "x.json", [{"a": 1}]))]) == 2
    )
    assert "không nhận ra loại nguồn" in capsys.readouterr().err


def test_names_are_matched_exactly_or_only_suggested() -> None:
    names = NameIndex(
        [
            ("1.1", "Thủ tục đăng ký khai sinh", "Hộ tịch"),
            ("1.2", "Đăng ký kết hôn", "Hộ tịch"),
            ("1.3", "Đăng ký kết hôn", "Ngoại giao"),
        ]
    )
    assert names.find("ĐĂNG KÝ KHAI SINH.").code == "1.1"
    assert names.find("Đăng ký kết hôn").code == ""
    assert names.find("Đăng ký kết hôn", "Hộ tịch").code == "1.2"
    near = names.find("Đăng ký khai sinh lại")
    assert near.code == ""
    assert near.candidates[0][0] == "1.1"


def test_the_page_for_the_editors_is_a_chapter_that_runs_nothing(
    content: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = write_lines(
        tmp_path / "api.json",
        [
            answer(name="Đăng ký <img src=x onerror=alert(1)> khai sinh | lạ [x](javascript:alert(1))"),
            answer(code="9.000001", name="Cấp giấy mới"),
        ],
    )
    page = content / "handbook" / "khac-csdl-quoc-gia.md"
    page.parent.mkdir()
    assert (
        main(["drift", "--content", str(content), "--against", str(file), "--format", "markdown", "--out", str(page)])
        == 1
    )
    assert capsys.readouterr().out == ""
    store = read_folder(content)
    [chapter] = store.of("handbook")
    assert [problem for problem in check(store, dt.date(2023, 12, 31)) if "handbook" in problem.path] == []
    shown = str(to_html(chapter.record.body))
    assert "<img" not in shown and 'href="javascript' not in shown
    assert 'href="../../thu-tuc/1-001193/"' in shown and "9.000001 Cấp giấy mới" in shown
    assert ">Thời hạn giải quyết</td>" in shown and "khai sinh | lạ" in shown  # the words themselves stay readable


def test_the_page_is_the_same_each_time(content: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = write_lines(tmp_path / "api.json", [answer(), answer(code="9.000001", name="Thủ tục mới")])
    shown = []
    for _ in range(2):
        main(["drift", "--content", str(content), "--against", str(file), "--format", "markdown"])
        shown.append(capsys.readouterr().out)
    assert shown[0] == shown[1] and shown[0].startswith("---\n")


def test_a_page_that_cannot_be_written_is_a_wrong_call(
    content: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = write_lines(tmp_path / "api.json", [answer()])
    assert (
        main(
            [
                "drift",
                "--content",
                str(content),
                "--against",
                str(file),
                "--format",
                "markdown",
                "--out",
                str(tmp_path / "no" / "x.md"),
            ]
        )
        == 2
    )
    assert "không ghi được" in capsys.readouterr().err


def test_a_channel_or_a_count_that_the_source_leaves_empty_is_no_difference(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    item = answer()
    item["data"]["executionMethods"][1]["processingTime"] = 2
    folder = tmp_path / "content"
    file = write_lines(tmp_path / "a.json", [item])
    assert main(["import", "national-api", str(file), "--to", str(folder), "--no-check"]) == 0
    (folder / "site.yml").write_text("ten: Thử\n", "utf-8")
    item["data"]["executionMethods"][1]["processingTime"] = None
    item["data"]["executionCases"][1]["profileComponents"][0]["originalQty"] = None
    capsys.readouterr()
    week = write_lines(tmp_path / "b.json", [item])
    assert main(["drift", "--content", str(folder), "--against", str(week), "--format", "json"]) == 0
    data = json.loads(capsys.readouterr().out)
    assert (data["different"], data["same"]) == ([], ["1.001193"])
    assert len(data["not_stated"]["1.001193"]) == 2
