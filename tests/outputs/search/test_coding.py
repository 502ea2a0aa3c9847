"""Texts as word numbers: nothing is lost on the way to the browser and back."""

from __future__ import annotations

import pytest

from generator.outputs.search.coding import ALPHABET, Coder, code, folded, short_code, split_chunk
from tests.outputs.search.conftest import in_node

FORBIDDEN = set(' !"\\\n')


def decode(text: str) -> list[int]:
    """The way theme/assets/search-data.js reads codes."""
    found, at = [], 0
    values = {char: number for number, char in enumerate(ALPHABET)}

    def take() -> int:
        nonlocal at
        at += 1
        return values[text[at - 1]]

    while at < len(text):
        first = take()
        if first < 70:
            found.append(first)
        elif first < 89:
            found.append(70 + (first - 70) * 91 + take())
        elif first == 89:
            found.append(70 + 19 * 91 + take() * 91 + take())
        else:
            found.append(70 + 19 * 91 + 91 * 91 + take() * 91 * 91 + take() * 91 + take())
    return found


@pytest.mark.parametrize("number", [0, 69, 70, 160, 161, 1798, 1799, 1800, 10079, 10080, 10081, 500_000])
def test_a_number_comes_back(number: int) -> None:
    assert decode(code(number)) == [number]
    assert not FORBIDDEN & set(code(number))


def test_frequent_words_have_short_codes() -> None:
    rare = [f"chữ{number}" for number in range(100)]
    coder = Coder([*rare, "đăng ký khai sinh", "đăng ký kết hôn"])
    assert len(coder.encode("đăng ký")) == 2
    assert len(coder.encode("chữ99")) == 2


def test_equal_counts_are_ordered_by_spelling() -> None:
    assert Coder(["b a c"]).words == Coder(["c b a"]).words == ["a", "b", "c"]


@pytest.mark.parametrize(
    ("text", "cut"),
    [
        ("Khai sinh, khai tử", ["Khai", "sinh", ",", "khai", "tử"]),
        ("Cấp thẻ (cấp xã)", ["Cấp", "thẻ", "(", "cấp", "xã", ")"]),
        ("123/2015/NĐ-CP", ["123", "/2015/", "NĐ-CP"]),
        ("2418/QĐ-BNNMT", ["2418/QĐ-BNNMT"]),
        ("thêm – bớt", ["thêm", "–", "bớt"]),
    ],
)
def test_punctuation_is_cut_off(text: str, cut: list[str]) -> None:
    assert [piece for chunk in text.split() for piece in split_chunk(chunk)] == cut


def test_codes_of_procedures() -> None:
    assert len(short_code("1.001193")) == 4
    assert short_code("1.001193.000.00.00.H23") == "!1.001193.000.00.00.H23"
    assert short_code("") == ""


def test_words_that_begin_alike_are_folded() -> None:
    words = ["an", "anh", "ânh", "An", "abcdefghijklm", "abcdefghijklm1", "500"]
    assert folded(words) == "=an$h#^nh=An=abcdefghijklm]ghijklm1=500"


def test_marks_are_signs_behind_their_letters() -> None:
    words = ["giấy", "Giấy", "giầy", "GIẤY", "được", "đặng", "ữ", "ắ"]
    assert folded(words) == "=gia^'y!@`y=GIA^'Y=đu>o>_c#a_<ng=u>~=a<'"


def test_what_the_browser_reads_are_the_same_words() -> None:
    words = [
        "an",
        "An",
        "a_b",
        "A_b",
        "anh",
        "😀a",
        "😀b",
        "𐐨",
        "𐐀",
        "ß",
        "é",
        "a\u0301",
        "ǆ",
        "",
        "!",
        "!x",
        "a=b",
        "a\\b",
        "A\\b",
        "500",
        "ẫ",
    ]
    assert in_node({"folded": folded(words)}) == words
