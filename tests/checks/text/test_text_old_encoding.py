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


@pytest.mark.parametrize(
    "word", ["Gi?y khai sinh", "gi?y", "?ăng ký", "Đ?ng k?", "khai (s?)inh th?t", "T?C TH?", "??ng k?"]
)
def test_a_letter_that_could_not_be_saved(word: str) -> None:
    at = word.replace("khai (s?)inh ", "khai sinh ").rpartition(" ")[0]
    said = fails(
        "TT-072", LAW, {"trich_yeu: Quy định": "trich_yeu: " + (f"{at} ▶th?t" if "th?t" in word else f"▶{word}")}
    )
    assert "mất chữ" in said


@pytest.mark.parametrize(
    "words",
    [
        "Có được không? Được",
        "Ai (con?) làm",
        "Có được không?Được",
        "https://a.vn/tim?ma=x&b=c",
        "http://a.vn/?q=hộ",
        "sao? – vì thế",
        "a.vn?x=1",
    ],
)
def test_a_question_is_no_lost_letter(words: str) -> None:
    passes("TT-072", LAW, {"trich_yeu: Quy định": f'trich_yeu: "{words}, quy định', " Luật Hộ tịch": ' Luật Hộ tịch"'})
