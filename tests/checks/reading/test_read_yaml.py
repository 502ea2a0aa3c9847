"""TT-004: YAML that cannot be read, told at the line of the slip and not where libyaml stumbles."""

from tests.support.rule_samples import LAW, PROCEDURE, fails, passes


def test_a_colon_inside_a_sentence() -> None:
    fails("TT-004", LAW, {"trich_yeu: Quy định": "trich_yeu: Lưu ý▶: Quy định"})


def test_a_quote_that_is_not_closed() -> None:
    assert "ngoặc kép đóng" in fails(
        "TT-004", PROCEDURE, {'"1.001193"': '▶"1.001193', "loai: lệ phí": 'loai: "lệ phí"'}
    )


def test_no_space_after_the_colon() -> None:
    assert "Viết “linh_vuc: …”" in fails("TT-004", PROCEDURE, {"linh_vuc: Hộ tịch": "linh_vuc▶:Hộ tịch"})


def test_no_colon() -> None:
    fails("TT-004", PROCEDURE, {"linh_vuc: Hộ tịch": "▶linh_vuc Hộ tịch"})


def test_a_tab() -> None:
    assert "phím Tab" in fails("TT-004", PROCEDURE, {"  so_bo: 1": "▶\tso_bo: 1"})


def test_a_quoted_sentence() -> None:
    passes("TT-004", LAW, {"trich_yeu: Quy định chi tiết Luật Hộ tịch": 'trich_yeu: "Lưu ý: Quy định"'})


def test_a_quoted_sentence_over_two_lines() -> None:
    passes("TT-004", LAW, {"trich_yeu: Quy định chi tiết Luật Hộ tịch": 'trich_yeu: "Lưu ý: Quy\n  định"'})
