"""TT-187: words behind a # in a value without quotes."""

from __future__ import annotations

import pytest

from generator.schema.generated.templates import template
from generator.schema.kinds import BY_NAME
from tests.support.rule_samples import GUIDE, LAW, PROCEDURE, SITE, fails, passes


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("so_hieu: Mẫu 01", "so_hieu: Mẫu số 1 ▶# 2"),
        ("so_hieu: Mẫu 01", "so_hieu: Mẫu số 1  ▶# 2"),
        ("muc_thu: 8000", "muc_thu: 8000 ▶#đồng"),
        ("so: 1872/QĐ-BTP", "so: 1872/QĐ-BTP ▶#cũ"),
        ("  - Trẻ chưa được đăng ký khai sinh.", "  - Trẻ chưa được đăng ký ▶# khai sinh."),
        ("ngay: 2020-09-04", "ngay: 2020-09-04 ▶#chắc"),
    ],
)
def test_words_that_are_eaten(old: str, new: str) -> None:
    fails("TT-187", PROCEDURE, {old: new}, severity="warning")


def test_in_front_matter() -> None:
    fails("TT-187", GUIDE, {"ten: Sinh con": "ten: Sinh con ▶#2"}, severity="warning")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("so_hieu: Mẫu 01", 'so_hieu: "Mẫu số 1 # 2"'),
        ("so_hieu: Mẫu 01", "so_hieu: Mẫu C# và D#1"),
        ("so_hieu: Mẫu 01", "so_hieu: >-\n      Mẫu số 1\n      # 2"),
        ("muc_thu: 8000", "muc_thu: 8000  # theo nghị quyết mới"),
        ("mo_ta: Ghi", "# ghi chú riêng\nmo_ta: Ghi"),
        ("so_hieu: Mẫu 01", "so_hieu: Mẫu 01  # Số hiệu: Ví dụ: Mẫu CT01."),
    ],
)
def test_signs_and_plain_comments(old: str, new: str) -> None:
    passes("TT-187", PROCEDURE, {old: new})


def test_a_body_of_markdown() -> None:
    passes("TT-187", GUIDE, {"Mang theo giấy chứng sinh.": "Mang theo # giấy chứng sinh."})


def test_files_as_they_are() -> None:
    for text in (LAW, SITE):
        passes("TT-187", text)
    assert " # " in template(BY_NAME["law"])
