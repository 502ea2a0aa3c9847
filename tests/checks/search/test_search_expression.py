"""TT-120: expressions that can be met."""

from tests.support.rule_samples import problems

GROUPS = "- ten: trẻ\n  tu: [con, bé]\n"


def ids(says: str) -> list[str]:
    synonyms = f"- cach_noi: [{says}]\n  nghia_la: [đăng ký khai sinh]\n  ly_do: Tên quen gọi.\n"
    return [
        found.id
        for found in problems({"search/synonyms.yml": synonyms, "search/groups.yml": GROUPS})
        if found.id == "TT-120"
    ]


def test_unknown_group() -> None:
    assert ids('"khai sinh cho {tre em}"') == ["TT-120"]


def test_odd_brace_and_gap_at_an_end() -> None:
    assert ids('"khai sinh {trẻ"') == ["TT-120"]
    assert ids('"khai sinh …"') == ["TT-120"]


def test_good_expressions() -> None:
    assert ids('làm giấy khai sinh, "khai sinh … {trẻ}"') == []
