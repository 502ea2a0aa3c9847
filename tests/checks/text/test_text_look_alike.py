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


def test_letters_of_other_alphabets_made_for_looks() -> None:
    assert "Ý bạn là “k”?" in fails("TT-073", LAW, {"Quy định": "Quy ▶\U0001d424 định"})
    assert "Ý bạn là “II”?" in fails("TT-073", LAW, {"Quy định": "Phần ▶\u2161 định"})


def test_an_escape_hides_none() -> None:
    fails("TT-073", LAW, {"co_quan_ban_hanh: Chính phủ": 'co_quan_ban_hanh: "Chính ▶\\u00d0"'})
