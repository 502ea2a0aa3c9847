"""What is written at the head of a version is checked like any other text, at its place and once."""

import pytest

from tests.support.versions import CHANGED, VERSION, fails

WORDS = "Nộp tại Trung tâm Phục vụ hành chính công của xã mới."


@pytest.mark.parametrize(
    ("rule", "words"),
    [
        ("TT-097", "▶Đang cập nhật"),
        ("TT-118", "▶Nộp tại xã mới, hỏi 0912 345 678."),
        ("TT-188", "▶Nộp tại xã mới, xem 1.999999."),
        ("TT-083", "Nộp tại▶<br> xã mới."),
    ],
)
def test_the_sentence_of_the_change(rule: str, words: str) -> None:
    fails(rule, {VERSION: CHANGED.replace(WORDS, words)})


def test_the_first_day() -> None:
    path = "procedures/ho-tich/1.001193@2095-07-01.yml"
    fails("TT-085", {path: CHANGED.replace("2025-07-01", "▶2095-07-01")}, path)


@pytest.mark.parametrize(
    ("rule", "part"),
    [
        ("TT-097", "ghi_chu_dia_phuong: ▶Đang cập nhật\n"),
        ("TT-083", "ghi_chu_dia_phuong: Quầy▶<br> số 2\n"),
        ("TT-118", "ghi_chu_dia_phuong: ▶Hỏi 0912 345 678.\n"),
    ],
)
def test_a_part_is_reported_once(rule: str, part: str) -> None:
    fails(rule, {VERSION: CHANGED + part})
