"""`tthc explain`: a rule in words, generated from its docstring."""

from tests.conftest import tthc


def test_a_rule_with_its_article_and_examples() -> None:
    done = tthc("explain", "TT-042")
    assert done.returncode == 0
    for part in ("TT-042 – Mức thu 0 đồng", "NĐ 63/2010 Đ8 k2 i", "Sai:", "Đúng:", "đã đọc văn bản"):
        assert part in done.stdout


def test_an_unknown_code_is_a_wrong_call_with_a_guess() -> None:
    done = tthc("explain", "TTT-042")
    assert done.returncode == 2 and "Ý bạn là “TT-042”?" in done.stderr and done.stdout == ""


def test_without_a_code_all_are_listed() -> None:
    lines = tthc("explain").stdout.splitlines()
    assert len(lines) > 60 and lines[0].startswith("TT-001")


def test_an_example_with_words_after_it_keeps_its_signs() -> None:
    wrong = tthc("explain", "TT-040").stdout.partition("Sai:\n")[2]
    assert wrong.startswith('    `dien_thoai: "0123456789"` (đặt ra cho đủ)\n')
