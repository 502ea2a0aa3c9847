"""A slip in YAML is told where it is, once, and never in libyaml's words."""

from __future__ import annotations

import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.loading.yaml.parse import parse
from generator.loading.yaml.positions import YamlError
from tests.support.night import at_night
from tests.support.rule_samples import PLACES, PROCEDURE, problems

# words of libyaml's and PyYAML's own messages
ENGLISH = re.compile(
    r"\b(?:did|not|find|found|expected|while|scanning|parsing|could|mapping|block|token|unexpected|character|escape|"
    r"context|node|document|stream|alias|anchor|tag|directive|indicator|undefined|the|a line|allowed|here|values?|keys?)\b"  # noqa: E501
)


def slip(old: str, new: str) -> tuple[int, int, str, str]:
    """The only new problem after a change of the sample: (line, column, identifier, message and hint)."""
    assert old in PROCEDURE
    standing = {(one.id, one.message) for one in problems({})}
    found = problems({PLACES["procedure"]: PROCEDURE.replace(old, new, 1)})
    [one] = [one for one in found if (one.id, one.message) not in standing]
    return one.line, one.column, one.id, f"{one.message} → {one.hint}"


@pytest.mark.parametrize("key", ["linh_vuc", "trinh_tu_thuc_hien", "doi_tuong_thuc_hien", "co_quan_thuc_hien"])
@pytest.mark.parametrize("spaces", [1, 2, 3])
def test_spaces_before_a_top_level_key(key: str, spaces: int) -> None:
    line = PROCEDURE[: PROCEDURE.index(f"\n{key}:")].count("\n") + 2
    found = slip(f"\n{key}:", f"\n{' ' * spaces}{key}:")
    assert found[0] == line
    assert "Xóa dấu cách đầu dòng" in found[3] or "bớt thụt dòng" in found[3]


def test_a_space_before_the_first_key() -> None:
    assert slip("ma_thu_tuc:", " ma_thu_tuc:")[:2] == (1, 2)


@pytest.mark.parametrize("space", "\u00a0\u2003\u2009\u202f\u3000\u200b\u2060")
def test_a_strange_space_after_the_colon(space: str) -> None:
    line, column, _, said = slip("linh_vuc: ", f"linh_vuc:{space}")
    assert (line, column) == (4, 10) and f"U+{ord(space):04X}" in said


@pytest.mark.parametrize("space", "\u00a0\u2003\u202f\u3000")
def test_strange_spaces_as_indentation(space: str) -> None:
    for row in ("  so: 1872", "  - nguoi_thuc_hien: cơ", "    noi_dung: Xem", "  ngay: 2023-11-02", "  - Công dân"):
        line = PROCEDURE[: PROCEDURE.index(row)].count("\n") + 1
        found = slip(row, row.lstrip().rjust(len(row), space))
        assert found[0] == line, (row, found)
        assert f"U+{ord(space):04X}" in found[3], found


def test_a_strange_space_after_the_dash() -> None:
    line, column, _, said = slip("  - nguoi_thuc_hien: cơ", "  -\u00a0nguoi_thuc_hien: cơ")
    assert (line, column) == (19, 4) and "U+00A0" in said


@pytest.mark.parametrize("colon", "：﹕∶")
def test_a_colon_of_another_script(colon: str) -> None:
    for row in ("linh_vuc: ", "  so: ", "    noi_dung: ", "cap_thuc_hien:"):
        found = slip(row, row.replace(": ", colon).replace(":", colon))
        assert found[0] == PROCEDURE[: PROCEDURE.index(row)].count("\n") + 1
        assert f"dấu “{colon}”" in found[3], found


@pytest.mark.parametrize("mark", "*&!%@`|>,]}[{")
@pytest.mark.parametrize("place", ["mo_ta: ", "    noi_dung: ", "  - Trẻ chưa"])
def test_a_mark_at_the_beginning_of_a_text(mark: str, place: str) -> None:
    at = PROCEDURE.index(place)
    line = PROCEDURE[:at].count("\n") + 1
    head = place.replace("Trẻ chưa", "")
    found = slip(place, f"{head}{mark}{place[len(head) :]}")
    assert found[:2] == (line, len(head) + 1), found
    assert mark in found[3] and "ngoặc" in found[3]


@pytest.mark.parametrize("quote", "\"'")
def test_a_quoted_word_at_the_beginning_of_a_text(quote: str) -> None:
    line, column, _, said = slip("mo_ta: Ghi việc", f"mo_ta: {quote}Ghi{quote} việc")
    assert (line, column) == (7, 8) and "cả câu trong một cặp" in said


def test_two_keys_on_one_line() -> None:
    line, _, _, said = slip("  so: 1\n  don_vi:", "  so: 1  don_vi:")
    assert line == 26 and "hai khóa trên một dòng" in said


@pytest.mark.parametrize("row", ["  - nguoi_thuc_hien: người", "    - ten_giay_to: Tờ", "  - hinh_thuc_nop: trực tiếp"])
def test_the_dash_of_the_first_item_dropped(row: str) -> None:
    line = PROCEDURE[: PROCEDURE.index(row)].count("\n") + 1
    found = slip(row, row.replace("- ", "  "))
    assert found[0] == line and "“-”" in found[3]


@pytest.mark.parametrize("dash", ["–", "•", "*", "+"])
def test_another_mark_for_the_dash_of_a_list(dash: str) -> None:
    for row in ("  - nguoi_thuc_hien: cơ", "    - ten_giay_to: Hộ"):
        line = PROCEDURE[: PROCEDURE.index(row)].count("\n") + 1
        assert slip(row, row.replace("-", dash, 1))[0] == line


def test_a_list_in_brackets_that_is_not_closed() -> None:
    line, _, _, said = slip("cap_thuc_hien:\n  - cấp xã", "cap_thuc_hien: [cấp xã")
    assert line == 5 and "“[” chưa có" in said


def test_a_text_of_a_megabyte_is_not_read_over_and_over() -> None:
    text = "".join(f"khoa{number}: chữ\n" for number in range(60_000)) + " sai: x\n" + "cuoi: y\n" * 2
    calls = []
    from generator.loading.yaml import full

    real = full._fails
    try:
        full._fails = lambda given: calls.append(len(given)) or real(given)
        with pytest.raises(YamlError) as caught:
            parse(text)
    finally:
        full._fails = real
    assert caught.value.line == 60_001
    assert sum(calls) < 1_000_000


PUNCTUATION = st.text(alphabet="abcđ :-[]{}#&*!|>'\"%@`\\\n\t,?~.=<^:\u00a0：0", max_size=40)


@settings(
    max_examples=600 if at_night(1) else 200, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck)
)
@given(
    PUNCTUATION,
    st.sampled_from(["{}", "a: {}\nb: c\n", "a:\n  - {}\n  - b: c\n", 'a: "{}"\n', "a: [{}]\n", "a: >-\n  {}\n"]),
)
def test_no_message_is_in_english(text: str, around: str) -> None:
    try:
        parse(around.replace("{}", text))
    except YamlError as error:
        said = re.sub(r"“[^”]*”", "", f"{error.message} {error.hint}")
        assert not ENGLISH.search(said), said
        assert error.message and error.hint
        assert 1 <= error.line <= around.replace("{}", text).count("\n") + 2


def test_every_message_that_libyaml_can_give_is_known_by_its_cause() -> None:
    """What is left when no slip was recognised says more than “wrong”."""
    for text, says in {
        'a: "\\q"': "dấu “\\”",
        'a: "\\x1"': "mã ký tự",
        'a: "\\uD800"': "mã ký tự",
        "%YAML 9.9\n---\na: b": "%",
        "%FOO x\n": "%",
        "a: b\n...\nc": "kết thúc tài liệu",
        'a: "b\n---\nc"': "---",
        "{a: b": "“{”",
        "a: {b: c, d": "ngoặc",
        "- a\nb: c": "dấu “-”",
        "a: - b": "dấu “-”",
    }.items():
        with pytest.raises(YamlError) as caught:
            parse(text)
        said = f"{caught.value.message} {caught.value.hint}"
        assert says in said, (text, said)


def test_the_line_of_a_part_deleted_is_told_once() -> None:
    line, _, id, said = slip("cach_thuc_thuc_hien:\n", "")
    assert (line, id) == (21, "TT-011") and "không có dòng “cach_thuc_thuc_hien:” ở trên" in said


def test_items_of_a_list_that_are_all_wrong_alike_are_told_once() -> None:
    line, _, id, said = slip("  - Công dân Việt Nam", "  - ten: a\n  - ten: b\n  - ten: c")
    assert (line, id) == (54, "TT-012") and "2 mục nữa" in said
