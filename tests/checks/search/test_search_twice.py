"""TT-121: one expression in one place."""

from tests.support.rule_samples import problems


def found(text: str) -> list[tuple[int, int]]:
    return [(item.line, item.column) for item in problems({"search/abbreviations.yml": text}) if item.id == "TT-121"]


def test_an_abbreviation_with_two_meanings() -> None:
    assert found("- viet_tat: [hk]\n  nghia_la: hộ khẩu\n- viet_tat: [hk]\n  nghia_la: học kỳ\n") == [(3, 14)]


def test_twice_in_one_list() -> None:
    assert found("- viet_tat: [hk, HK]\n  nghia_la: hộ khẩu\n") == [(1, 18)]


def test_different_ones() -> None:
    assert found("- viet_tat: [hk]\n  nghia_la: hộ khẩu\n- viet_tat: [gks]\n  nghia_la: giấy khai sinh\n") == []
