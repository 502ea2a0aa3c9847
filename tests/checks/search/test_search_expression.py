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


def test_dots_brackets_and_lists_that_were_typed_for_others() -> None:
    assert ids('"mất ... khai sinh"') == ["TT-120"]
    assert ids('"(trẻ) ra đời"') == ids('"[trẻ] ra đời"') == ["TT-120"]
    assert ids('"giấy ra đời; giấy sinh"') == ["TT-120"]
    assert ids('"làm khai sinh (lần đầu)"') == []


def test_what_every_question_has() -> None:
    fillers = "- muc: bỏ\n  tu: [làm, giấy tờ]\n- muc: hỏi phí\n  tu: [hết bao nhiêu]\n"
    synonyms = "- cach_noi: [{}]\n  nghia_la: [đăng ký khai sinh]\n  ly_do: Tên quen gọi.\n"
    for says, wrong in (("làm", 1), ("Giấy tờ", 1), ("e", 1), ("làm giấy khai sinh", 0), ("hết bao nhiêu", 0)):
        files = {"search/synonyms.yml": synonyms.format(says), "search/fillers.yml": fillers}
        assert len([one for one in problems(files) if one.id == "TT-120"]) == wrong, says
