"""Every word of a source is in a record, in a note, structure, or reported as not read."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from generator.cli import main
from generator.importing import text_cleaning, word_structure
from generator.importing.draft_record import percent
from generator.importing.word_account import Leaf, account, leaves, squeeze
from tests.support.import_samples import answer, flat, write_lines


def unread(text: str, data: Any, notes: tuple[str, ...] = ()) -> str:
    made = account("dòng 1", [Leaf("phần", text)], data, list(notes), [])
    assert made.total == made.placed + made.noted + made.structure + made.reported
    return " ".join(item.text for item in made.unread)


@pytest.mark.parametrize(
    ("text", "data", "lost"),
    [
        ("Đăng ký khai sinh", {"ten": "Đăng ký khai sinh"}, ""),
        ("Thủ tục đăng ký khai sinh", {"ten": "Đăng ký khai sinh"}, ""),
        ("Không quá 03 ngày làm việc", {"so": 3, "don_vi": "ngày làm việc"}, ""),
        ("Tờ khai; Giấy chứng sinh", {"giay_to": ["Tờ khai", "Giấy chứng sinh"]}, ""),
        ("Nộp tờ khai và giấy chứng sinh. Mang theo hộ chiếu còn hạn.", {"a": "Nộp tờ khai và giấy chứng sinh."},
         "Mang theo hộ chiếu còn hạn."),
        ("Hộ chiếu còn hạn", {"a": "Giấy chứng sinh"}, "Hộ chiếu còn hạn"),
        ("ngày 05/03/2026", {"ngay": "5-3-2026"}, ""),
        ("Không mất phí", {"phi_le_phi": "không"}, ""), ("Không thu phí, lệ phí", {"phi_le_phi": "không"}, ""),
        ("Không phải nộp lệ phí", {"phi_le_phi": "không"}, ""), ("Miễn", {"phi_le_phi": "không"}, ""),
        ("Không thu", {"phi_le_phi": "không"}, ""), ("Không thu phí của hộ nghèo", {"phi_le_phi": "không"}, "hộ nghèo"),
    ],
)  # fmt: skip
def test_what_is_lost_is_found(text: str, data: Any, lost: str) -> None:
    assert unread(text, data) == lost


def test_a_note_counts_as_noted_and_a_long_text_is_not_found_by_its_common_phrases() -> None:
    assert unread("Xem thêm ở trang khác", {}, ("Ghi chú: Xem thêm ở trang khác",)) == ""
    dropped = "Người yêu cầu nộp hồ sơ trực tiếp tại Bộ phận Một cửa rồi chờ công chức kiểm tra giấy tờ bản chính và hẹn ngày trả"  # noqa: E501
    lost = unread(dropped, {"a": "Người yêu cầu nộp hồ sơ", "b": "Bộ phận Một cửa"})
    assert "chờ công chức kiểm tra giấy tờ" in lost and "Bộ phận Một cửa" in lost  # the whole, not what is left over


@pytest.mark.parametrize("value", [{"a": "b"}, [{"a": 1}], True, False, None, [["x"]]])
def test_a_structure_is_never_written_as_text(value: Any) -> None:
    assert text_cleaning.text(value) == ""


def test_a_list_of_texts_becomes_lines() -> None:
    assert text_cleaning.text(["a", "b", 3]) == "a\nb\n3"


def test_every_leaf_of_a_value_is_counted() -> None:
    found = list(leaves({"a": [{"b": "chữ"}, "hai"], "c": 7, "d": False, "e": None, "f": 1776230000000}))
    assert [(leaf.path, leaf.text) for leaf in found] == [
        ("a[].b", "chữ"),
        ("a[]", "hai"),
        ("c", "7"),
        ("f", "15/04/2026"),
    ]


def test_squeezing_ignores_what_does_not_matter() -> None:
    assert squeeze("Ngày 05/03/2026, ĐĂNG KÝ!") == squeeze("ngay 5-3-2026 đăng ký")


@pytest.mark.parametrize(("share", "shown"), [(1.0, 100), (0.9999, 99), (0.5, 50)])
def test_a_hundred_percent_only_when_nothing_is_missing(share: float, shown: int) -> None:
    assert percent(share) == shown


def report(tmp_path: Path, kind: str, item: dict[str, Any]) -> tuple[dict[str, Any], str]:
    file = write_lines(tmp_path / "a.json", [item])
    out, page = tmp_path / "r.json", tmp_path / "r.html"
    words = [
        "import",
        kind,
        str(file),
        "--to",
        str(tmp_path / "c"),
        "--no-check",
        "--report",
        str(out),
        "--report",
        str(page),
    ]
    assert main(words) == 0
    return json.loads(out.read_text("utf-8")), page.read_text("utf-8")


def test_what_a_reader_does_not_know_is_in_both_reports(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    item = flat(ket_qua_xu_ly={"sâu": {"hơn": ["Một kết quả ở chỗ không ai ngờ tới <b>"]}})
    found, page = report(tmp_path, "national-flat", item)
    words = found["words"]
    assert words["total"] == sum(words[key] for key in ("placed", "noted", "structure", "technical", "unread"))
    shown = capsys.readouterr().out
    assert len(shown.splitlines()) <= 32
    assert "Chữ của nguồn" in shown
    text = "Một kết quả ở chỗ không ai ngờ tới"
    notes = " ".join(found["records"][0]["notes"])
    assert text in notes or any(text in row["text"] for row in found["unread"])
    assert "<b>" not in page.split("<h1>")[1] and "script" not in page


def test_a_record_that_is_not_written_counts_as_not_read(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = write_lines(tmp_path / "a.json", [answer(), answer()])
    out = tmp_path / "r.json"
    main(["import", "national-api", str(file), "--to", str(tmp_path / "c"), "--no-check", "--report", str(out)])
    found = json.loads(out.read_text("utf-8"))
    assert any("trùng mã" in row["why"] for row in found["unread"])
    assert "Đọc được 100 %" not in capsys.readouterr().out


def test_quick_questions_have_the_answers_of_the_whole_expression() -> None:
    parts = [
        "docx",
        "DOC",
        "Thủ tục hành chính",
        "Bước 2:",
        "KQ.12-a",
        "XIV",
        "1.2",
        "Giấy",
        "không quá",
        "đ",
        "-",
        "abc",
    ]
    for first in parts:
        for second in parts:
            text = f"{first} {second}"
            kept = word_structure._ANY_CASE.sub(" ", text)
            assert word_structure.without_structure(text) == kept
            assert word_structure.is_structure(text) == (not word_structure.words(kept)), text
