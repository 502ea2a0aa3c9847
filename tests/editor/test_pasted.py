"""Texts pasted from Word: bullets, numbers, tables, hard spaces, soft hyphens."""

from __future__ import annotations

import pytest

from generator.editor.form.values import parse_typed


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("•\tTờ khai theo mẫu", "Tờ khai theo mẫu"),
        ("\uf0b7\tTờ khai\u00a0theo mẫu", "Tờ khai theo mẫu"),
        ("-\tTờ khai\r\n-\tGiấy chứng sinh", "Tờ khai Giấy chứng sinh"),
        ("o\tTờ khai", "Tờ khai"),
        ("- Tờ khai", "- Tờ khai"),  # typed by hand
        ("ô\ttô", "ô tô"),
        ("Nộp 1\u00ad bản", "Nộp 1 bản"),
        ("·1", "1"),
    ],
)
def test_a_line(typed: str, value: str) -> None:
    assert parse_typed("text", typed, None) == value


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("Cần mang:\n•\tTờ khai\n•\tGiấy tờ\nHết.", "Cần mang:\n\n- Tờ khai\n- Giấy tờ\nHết."),
        ("1.\tĐến xã\n2.\tNộp", "1. Đến xã\n2. Nộp"),
        ("• Một\n    o\tHai", "- Một\n  - Hai"),
        ("Mức thu\nLoại\tĐồng\nBản sao\t8.000\nTra cứu\t10.000",
         "Mức thu\n\n| Loại | Đồng |\n|---|---|\n| Bản sao | 8.000 |\n| Tra cứu | 10.000 |"),
        ("Họ\ttên", "Họ tên"),
        ("- một\n- hai", "- một\n- hai"),
        ("Ngày 1 – 2", "Ngày 1 – 2"),
    ],
)  # fmt: skip
def test_a_body(typed: str, value: str) -> None:
    assert parse_typed("markdown", typed, "") == value
    assert parse_typed("markdown", value, value) == value


def test_lines_that_were_there_stay() -> None:
    before = "• Dòng cũ\n\nHọ\ttên\nA\tB"
    assert parse_typed("markdown", f"{before}\n•\tMới", before) == f"{before}\n\n- Mới"
