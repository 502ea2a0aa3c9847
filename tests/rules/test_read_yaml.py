"""TT-004: YAML that cannot be read."""

from tests.rules.sample import LAW, fails, passes


def test_a_colon_inside_a_sentence() -> None:
    fails("TT-004", LAW, {"trich_yeu: Quy định": "trich_yeu: Lưu ý▶: Quy định"})


def test_a_quoted_sentence() -> None:
    passes("TT-004", LAW, {"trich_yeu: Quy định chi tiết Luật Hộ tịch": 'trich_yeu: "Lưu ý: Quy định"'})
