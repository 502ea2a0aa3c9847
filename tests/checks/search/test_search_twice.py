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


ASKED = "- thu_tuc: Đăng ký khai sinh\n  cau_hoi: [vợ mới đẻ]\n- thu_tuc: Đăng ký kết hôn\n  cau_hoi: [{}]\n"


def asked(question: str) -> list[tuple[int, int]]:
    files = {"search/asked-ho-tich.yml": ASKED.format(question)}
    return [(item.line, item.column) for item in problems(files) if item.id == "TT-121"]


def test_a_sample_question_of_two_procedures() -> None:
    assert asked("Vợ mới  đẻ") == [(4, 13)]
    assert asked("vợ sắp cưới") == []


def test_a_question_of_two_other_matters() -> None:
    outside = "- ly_do: {}\n  cau_hoi: [giá lợn hơi]\n"
    files = {"search/outside.yml": outside.format("Giá cả") + outside.format("Chăn nuôi")}
    assert [item.line for item in problems(files) if item.id == "TT-121"] == [4]


def test_an_expression_without_its_marks() -> None:
    text = "- cach_noi: [giấy khai sinh, {}]\n  nghia_la: [đăng ký khai sinh]\n  ly_do: Tên quen gọi.\n"
    for says, lines in (("giay khai sinh", [1]), ("giây khai sinh", []), ("gks", [])):
        files = {"search/synonyms.yml": text.format(says)}
        assert [one.line for one in problems(files) if one.id == "TT-121"] == lines, says


def test_words_and_names_of_lists() -> None:
    files = {
        "search/fillers.yml": "- muc: bỏ\n  tu: [xin hỏi]\n- muc: nhẹ\n  tu: [cho biết, xin hỏi]\n",
        "search/off-topic.yml": "- tu: [giá vàng, giá vàng]\n",
        "search/groups.yml": "- ten: trẻ\n  tu: [con, bé]\n- ten: Trẻ\n  tu: [con]\n- ten: nhà\n  tu: [nhà, con]\n",
    }
    found = [(one.path.rpartition("/")[2], one.line) for one in problems(files) if one.id == "TT-121"]
    assert found == [("groups.yml", 3), ("off-topic.yml", 1)]


def test_an_item_that_is_there_twice_is_reported_once() -> None:
    item = "- cach_noi: [làm khai sinh, khai sinh cho con, giấy khai sinh]\n  nghia_la: [đăng ký khai sinh]\n"
    (found,) = [one for one in problems({"search/synonyms.yml": item * 2}) if one.id == "TT-121"]
    assert "làm khai sinh" in found.message and "2 cách nói nữa" in found.message
