"""TT-073: letters that only look right."""

from tests.support.rule_samples import LAW, fails, passes


def test_eth_for_d() -> None:
    assert "Ý bạn là “Đ”?" in fails("TT-073", LAW, {"Quy định": "▶Ðịnh"})


def test_a_cyrillic_letter_in_a_word() -> None:
    assert "cyrillic" in fails("TT-073", LAW, {"Quy định": "Qu▶у định"})


def test_full_width_digits() -> None:
    assert "Ý bạn là “1”?" in fails("TT-073", LAW, {"Quy định": "Quy định ▶１"})


def test_vietnamese_letters_and_a_greek_word_of_its_own() -> None:
    passes("TT-073", LAW, {"Quy định": "Đo độ ẩm, hệ số α, quy định"})
