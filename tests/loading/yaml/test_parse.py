"""YAML text to plain data: nothing is guessed, everything dangerous is refused with its place."""

from __future__ import annotations

import pytest

from generator.loading.yaml.parse import parse
from generator.loading.yaml.positions import Positions, YamlError


def refused(text: str) -> tuple[str, int, int]:
    with pytest.raises(YamlError) as caught:
        parse(text)
    return caught.value.id, caught.value.line, caught.value.column


@pytest.mark.parametrize("written", ["1.000110", "18:00", "no", "on", "0x1F", "2023-06-30", "1e3", "012", "true"])
def test_scalars_stay_as_written(written: str) -> None:
    assert parse(f"a: {written}\n") == {"a": written}


def test_empty_and_null_are_nothing_but_quoted_text_is_text() -> None:
    assert parse('a:\nb: ~\nc: null\nd: ""\ne: "null"\n') == {"a": None, "b": None, "c": None, "d": "", "e": "null"}


def test_duplicate_key() -> None:
    assert refused("a: 1\nb: 2\na: 3\n") == ("TT-005", 3, 1)


def test_duplicate_key_deep_inside() -> None:
    assert refused("x:\n  - a: 1\n    a: 2\n") == ("TT-005", 3, 5)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("a: &x 1\n", (1, 4)),
        ("a: 1\nb: *x\n", (2, 4)),
        ("a: !!python/object:os.system x\n", (1, 4)),
        ("&k a: 1\n", (1, 1)),
    ],
)
def test_anchors_aliases_and_tags(text: str, place: tuple[int, int]) -> None:
    assert refused(text) == ("TT-006", *place)


def test_alias_bomb_is_refused_at_the_first_anchor() -> None:
    bomb = "a: &a [x,x]\n" + "".join(f"b{n}: &b{n} [*a,*a]\n" for n in range(30))
    assert refused(bomb)[0] == "TT-006"


@pytest.mark.parametrize("deep", ["[" * 200_000, "{a: " * 5_000, "- " * 5_000])
def test_too_deep(deep: str) -> None:
    assert refused(deep)[0] in {"TT-007", "TT-004"}


@pytest.mark.parametrize("text", ["? [a, b]\n: 1\n", "? {a: 1}\n: 2\n"])
def test_complex_keys(text: str) -> None:
    assert refused(text)[0] == "TT-008"


def test_two_documents() -> None:
    assert refused("a: 1\n---\nb: 2\n")[0] == "TT-004"


@pytest.mark.parametrize(
    ("text", "line", "says"),
    [
        ("a: Lưu ý: mang bản chính\n", 1, "dấu ngoặc kép"),
        ("a:\n\t- b\n", 2, "Tab"),
        ('a: "mở ra\n', 1, "ngoặc kép"),
    ],
)
def test_faults_are_explained_in_vietnamese(text: str, line: int, says: str) -> None:
    with pytest.raises(YamlError) as caught:
        parse(text)
    assert caught.value.line == line
    assert says in caught.value.message + caught.value.hint


def test_positions_of_values_keys_and_missing_parts() -> None:
    where = Positions()
    parse("ten: A\ngiay_to:\n  - ten: B\n    so: 1\n", where)
    assert where.find(("giay_to", 0, "so")) == (4, 9)
    assert where.find(("giay_to", 0, "so"), key=True) == (4, 5)
    assert where.find(("giay_to", 0, "khong_co")) == (3, 5)
    assert where.find(("giay_to", 7, "so")) == (2, 1)


def test_the_fast_parser_is_the_one_in_use() -> None:
    from generator.loading.yaml import full

    assert full._Parser.__module__ == "yaml._yaml", "libyaml's parser: seven times as fast as the pure one"


@pytest.mark.parametrize("char", ["\x00", "\x07", "\x1b", "\x7f", "\x9f", "\ufffe", "\ud800"])
def test_a_character_that_cannot_be_read_is_named_at_its_place(char: str) -> None:
    """A draft of the editor is no file, so nothing has looked at its characters before. libyaml counts bytes: after
    Vietnamese letters its position is far below."""
    text = "ten: Đăng ký khai sinh\nmo_ta: Để được cấp giấy khai sinh\n" * 3
    text = text.replace("ten", "a").replace("mo_ta", "b")  # keys are not looked at before the characters are
    with pytest.raises(YamlError) as error:
        parse(f"{text}nguon: Bộ {char}Tư pháp\n{text}")
    assert (error.value.id, error.value.line, error.value.column) == ("TT-002", 7, 11)
    assert f"U+{ord(char):04X}" in error.value.message
