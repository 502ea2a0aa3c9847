"""TT-188: a code in a sentence is that of a procedure."""

from __future__ import annotations

from tests.support.rule_samples import GUIDE, PROCEDURE, fails, passes


def test_a_code_that_is_not_there() -> None:
    fails("TT-188", PROCEDURE, {"Nộp hồ sơ tại Bộ phận Một cửa.": "▶Muốn sửa thì xem 9.999999."}, severity="warning")
    fails("TT-188", GUIDE, {"Mang theo giấy chứng sinh.": "Một.\n\n▶Xem 9.999999."}, severity="warning")


def test_a_code_that_is_there_and_what_is_none() -> None:
    passes("TT-188", PROCEDURE, {"Nộp hồ sơ tại Bộ phận Một cửa.": "Muốn sửa thì xem 1.001193."})
    passes("TT-188", PROCEDURE, {"Nộp hồ sơ tại Bộ phận Một cửa.": "Mức thu 1.234.567 đồng; mã 12.345678"})
    passes("TT-188", GUIDE, {"Mang theo giấy chứng sinh.": "Ví dụ `9.999999`."})
