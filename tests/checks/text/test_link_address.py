"""TT-180: what becomes a link is a web address."""

from __future__ import annotations

import pytest

from tests.support.rule_samples import LAW, UNIT, fails, passes

FILE = "tep: https://vanban.chinhphu.vn/123"


@pytest.mark.parametrize(
    "text",
    ["javascript:alert(1)", "' javascript:x'", "data:text/html,x", "//evil.vn/x", "'C:\\tep.pdf'", "https://a@b.vn"],
)
def test_a_file_that_is_no_web_address(text: str) -> None:
    fails("TT-180", LAW, {FILE: f"tep: ▶{text}"})


def test_a_form_for_remarks() -> None:
    fails("TT-180", UNIT, {"phan_anh:\n": "phan_anh:\n  bieu_mau_gop_y: ▶bieu-mau\n"})


@pytest.mark.parametrize("text", ["https://vbpl.vn/1?x=2#3", "http://a.vn", "van-ban/1.pdf", "chờ đơn vị bổ sung"])
def test_an_address_or_a_path(text: str) -> None:
    passes("TT-180", LAW, {FILE: f"tep: {text}"})
