"""TT-210: what became of a procedure is stated once, wholly, and not against its versions."""

import pytest

from tests.support.rule_samples import PROCEDURE
from tests.support.versions import BASE, CHANGED, VERSION, fails, passes, problems_of

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
        (FATE.replace('"1.013138"', '▶"1.001193"'), "thay chính nó"),
        (FATE.replace("  nguon", '    - ma: ▶"1.013138"\n      ten: Thủ tục mới\n  nguon'), "đã kể ở trên"),
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


def test_successors_that_lead_back() -> None:
    """Each of the two names the other: both are wrong, and nothing runs for ever."""
    other = FATE.replace('"1.001193"', '"1.013138"').replace('"1.013138"\n      ten', '"1.001193"\n      ten')
    found = [problem for problem in problems_of({PATH: FATE + other}) if "chính nó" in problem.message]
    assert [problem.line for problem in found] == [4, 11]
    assert "1.001193 → 1.013138 → 1.001193" in found[0].message


def test_a_successor_that_has_a_successor() -> None:
    chain = FATE.replace('"1.013138"', '"1.000894"') + FATE.replace('"1.001193"', '"1.000894"')
    found = problems_of({PATH: chain})
    assert not [problem for problem in found if problem.id == "TT-210" and "không có thủ tục" not in problem.message]


GOES_ON = NO_HEIR.replace("được thay", "▶tiếp tục")
ENDED = PROCEDURE.replace("  tu: 2016-01-01\n", "  tu: 2016-01-01\n  den: 2022-12-31\n  thay_the_boi: ['1.013139']\n")
HEIR = PROCEDURE.replace("1.001193", "1.013138").replace("Đăng ký khai sinh", "Thủ tục mới")


def test_against_the_record_itself() -> None:
    assert "đã hết hiệu lực" in fails("TT-210", {PATH: GOES_ON, BASE: ENDED}, PATH)
    abolished = CHANGED + "bai_bo:\n  van_ban: 120/2025/NĐ-CP\n  ngay: 2025-07-01\n"
    assert "bãi bỏ thủ tục" in fails("TT-210", {PATH: GOES_ON, VERSION: abolished}, PATH)
    other = fails("TT-210", {PATH: FATE.replace("thay_boi", "▶thay_boi"), BASE: ENDED}, PATH)
    assert "1.013139" in other
    back = CHANGED + "hieu_luc:\n  tu: 2025-07-01\n"
    passes("TT-210", {PATH: GOES_ON.replace("▶", ""), BASE: ENDED, VERSION: back})


def test_abolished_and_replaced() -> None:
    text = FATE.replace("được thay", "bãi bỏ").replace("thay_boi", "▶thay_boi")
    assert "lại kể" in fails("TT-210", {PATH: text}, PATH)


def test_a_successor_that_has_ended() -> None:
    ended = HEIR.replace("  tu: 2016-01-01\n", "  tu: 2016-01-01\n  den: 2022-12-31\n")
    path = "procedures/ho-tich/1.013138.yml"
    assert "cũng đã hết" in fails("TT-210", {PATH: FATE.replace('"1.013138"', '▶"1.013138"'), path: ended}, PATH)
    passes("TT-210", {PATH: FATE, path: HEIR})
