"""TT-210: what became of a procedure is stated once, wholly, and not against its versions."""

import pytest

from tests.support.versions import CHANGED, VERSION, fails, passes

FATE = """\
- ma_thu_tuc: "1.001193"
  hien_nay: được thay
  thay_boi:
    - ma: "1.013138"
      ten: Thủ tục mới
  nguon: Cơ sở dữ liệu quốc gia
  ngay: 2026-11-26
"""
NO_HEIR = FATE.replace('  thay_boi:\n    - ma: "1.013138"\n      ten: Thủ tục mới\n', "")
PATH = "fates.yml"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (FATE.replace('"1.001193"', '▶"1.001194"'), "không có thủ tục"),
        (FATE + FATE.replace('"1.001193"', '▶"1.001193"'), "mục thứ 1"),
        (NO_HEIR.replace("được thay", "▶được thay"), "không kể"),
        (FATE.replace("được thay", "tiếp tục").replace("thay_boi", "▶thay_boi"), "lại kể"),
        (FATE.replace('"1.013138"', "▶1013138"), "không phải mã"),
    ],
)
def test_a_slip(text: str, words: str) -> None:
    assert words in fails("TT-210", {PATH: text}, PATH)


def test_a_version_goes_on_after_the_end() -> None:
    said = fails("TT-210", {PATH: FATE.replace("được thay", "▶được thay"), VERSION: CHANGED}, PATH)
    assert "bản áp dụng từ 01/07/2025" in said


def test_what_is_stated_wholly() -> None:
    passes("TT-210", {PATH: FATE})
    passes("TT-210", {PATH: NO_HEIR.replace("được thay", "chưa rõ"), VERSION: CHANGED})
