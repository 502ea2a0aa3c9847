"""TT-088: spaces nobody wants."""

from tests.support.rule_samples import LAW, fails, passes


def test_doubled_trailing_hard_and_before_a_comma() -> None:
    for wrong in ("Luật▶  Hộ tịch", "Luật Hộ tịch▶ ", "Luật▶\u00a0Hộ tịch", "Luật Hộ tịch▶ , mới"):
        fails("TT-088", LAW, {"Luật Hộ tịch": wrong}, severity="warning")


def test_one_finding_a_file_with_the_count() -> None:
    assert "2 dòng" in fails("TT-088", LAW, {"Luật Hộ": "Luật▶  Hộ", "Chính phủ": "Chính  phủ"})


def test_gaps_before_comments_and_after_keys_stay() -> None:
    passes("TT-088", LAW, {"loai: Nghị định": "loai:   Nghị định   # chú thích"})
