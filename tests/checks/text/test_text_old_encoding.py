"""TT-072: TCVN3 and VNI text is recognised."""

import pytest

from tests.support.rule_samples import LAW, PROCEDURE, fails, passes


def test_tcvn3() -> None:
    fails("TT-072", LAW, {"trich_yeu: Quy định chi tiết Luật Hộ tịch": "trich_yeu: ▶§¨ng ký khai sinh cho trÎ em ë x·"})


def test_vni() -> None:
    fails("TT-072", LAW, {"trich_yeu: Quy định chi tiết Luật Hộ tịch": "trich_yeu: ▶Thuû tuïc haønh chính"})


def test_one_sure_word_is_enough() -> None:
    for word in ("§¨ng ký khai sinh", "Ñaêng kyù khai sinh"):
        fails("TT-072", LAW, {"trich_yeu: Quy định chi tiết Luật Hộ tịch": f"trich_yeu: ▶{word}"})


def test_unicode_and_one_foreign_name() -> None:
    passes("TT-072", LAW)
    passes("TT-072", LAW, {"Quy định": "Công ty Müller®, §3, 50 µm, quán Crème, quy định"})


@pytest.mark.parametrize("letters", ["áº¥", "Ã¡", "Ã´"])
def test_utf_8_that_was_read_as_something_else(letters: str) -> None:
    said = fails("TT-072", PROCEDURE, {"ten: Giấy khai sinh": f"ten: Gi▶{letters}y khai sinh"})
    assert "UTF-8" in said
