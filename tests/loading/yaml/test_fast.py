"""The quick reader and libyaml must never disagree: whatever the quick one accepts, both read alike, positions too."""

import os
import random
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.loading.yaml.fast import Unsupported, parse_fast
from generator.loading.yaml.full import parse_full
from generator.loading.yaml.positions import Positions, YamlError

CONTENT = Path(__file__).parents[3] / "content"
ROUNDS = 50 * int(os.environ.get("TTHC_ROUNDS", "6"))

PLAIN = """\
ma: "1.001193"
ten: Đăng ký khai sinh
trong:
ghi: null

buoc:
- nguoi: người nộp
  noi_dung: >-
    Nộp hồ sơ
    tại Một cửa.
- mot dong: 1
cap:
  - cấp xã
  - 'cấp huyện'
ho_so:
  giay_to:
    - ten: Tờ khai
      so: 1
"""


def same(text: str) -> bool:
    """Whether the quick reader took `text`; if it did, libyaml must give the same."""
    quick, full = Positions(), Positions()
    try:
        data = parse_fast(text, quick)
    except Unsupported:
        return False
    assert data == parse_fast(text)
    assert data == parse_full(text, full)
    assert quick == full
    return True


def test_what_editors_write_is_read_without_libyaml():
    text = PLAIN.replace("- mot dong: 1\n", "")
    assert same(text)
    assert parse_fast(text)["buoc"] == [{"nguoi": "người nộp", "noi_dung": "Nộp hồ sơ tại Một cửa."}]
    assert parse_fast(text)["trong"] is None and parse_fast(text)["ghi"] is None
    assert parse_fast(text)["ma"] == "1.001193"


def test_lines_of_a_text_are_kept_as_they_are():
    text = "a: |-\n  một\n    thụt\n\n  - hai: ba\n\nb:\n  - |-\n    c\n    d\n  - e\n"
    assert same(text)
    assert parse_fast(text) == {"a": "một\n  thụt\n\n- hai: ba", "b": ["c\nd", "e"]}
    for other in ("a: |-\n\n  một\n", "a: |-\nb: 1\n", "a: |-\n  một\n hai\n", "a: |+\n  một\n"):
        with pytest.raises(Unsupported):
            parse_fast(other)


def test_comments_on_lines_of_their_own_are_passed_over():
    text = (
        "# đầu\na: 1\n  # trong\nb:\n# sát lề\n  - c: >-\n      d\n      # chữ\n    # hết\n    e:\n# trống\n\n# cuối\n"
    )
    assert same(text)
    assert parse_fast(text) == {"a": "1", "b": [{"c": "d # chữ", "e": None}]}
    for other in ("a: 1 # ghi\n", "a: b#c\n", "a: 1\n# x\n  b: 2\n", "a:\n  - b # c\n"):
        with pytest.raises(Unsupported):
            parse_fast(other)


def test_nearly_all_real_files_are_plain():
    files = sorted(CONTENT.glob("procedures/**/*.yml"))
    assert sum(same(file.read_text("utf-8")) for file in files) > 0.9 * len(files)


@pytest.mark.parametrize(
    "text",
    ["", "a: [1]", "a: {b: 1}", "a: &x 1", "a: *x", "a: !t 1", "a: 1 # ghi", "a: b: c", "a: b:", 'a: "x\\n"', "a: >\n  x\n", "a: |\n  x\n", "a: 1\na: 2",  # noqa: E501
     "a: một\n  hai", "a:\n  - b\n c: 1", " a: 1", "a: 1\n b: 2", "- a\nb: 1", "---\na: 1", "a: 1\n---\nb: 1", "a:\t1", "a: 1 \n", "a: >-\n  x\n   y\n", "a: x\x85y", "a: x\u2028y",  # noqa: E501
     "? a\n: b", "a: >-\nb: 1", "- - a", "a: '", 'a: "x', "a: ''''", "a: -", "a\nb"],
)  # fmt: skip
def test_anything_else_is_left_to_libyaml(text):
    with pytest.raises(Unsupported):
        parse_fast(text)


LINES = ["ma: 1", "ten: Đăng ký", "b:", "- c: d", "- x", "  e: f", "  - g", "    h: i", "j: >-", "    đoạn văn", "  k: \"v\"", "l: 'w'", "- m:", "", "    - n: o", "      p: q", "a: b c: d",  # noqa: E501
         "x: ~", "- >-", "t: 2023-01-01", "u: 'it''s'", "v: a\"b", "- \"y\"", "đ: e", "w: (a) [b], c", "z: a - b", "y: 10%", "aa: …", "  ", "- ", "-", "b :", "b:c", "n: >-", "  x: >-", "      sâu", "r: |-", "  s: |-", "- |-", "     lệch", "# ghi", "  # xem #2", "    # sâu"]  # fmt: skip  # noqa: E501


@settings(max_examples=ROUNDS, deadline=None)
@given(st.lists(st.sampled_from(LINES), max_size=12), st.sampled_from(["\n", "", " ", "\n  ", "\n    "]))
def test_random_lines_are_read_as_libyaml_reads_them(lines, end):
    _agree("\n".join(lines) + end)


@pytest.mark.parametrize("text", ["a: >-\n  x\n  ", "- >-\n  b: x\n  ", "a: >-\n  ", "a: |-\n  ", "a: 1\n  ", "a: 1 "])
def test_blanks_at_the_very_end_are_left_to_libyaml(text):
    """The last line of a paragraph was read beyond its end: a traceback for a file that ends in spaces."""
    with pytest.raises(Unsupported):
        parse_fast(text)


@settings(max_examples=ROUNDS, deadline=None)
@given(st.integers(0, 10**9))
def test_real_files_with_random_damage_are_read_as_libyaml_reads_them(seed):
    draw = random.Random(seed)
    text = PLAIN
    for _ in range(draw.randint(1, 4)):
        at = draw.randrange(len(text))
        text = (
            text[:at]
            + draw.choice(
                [" ", "\n", "-", ":", "'", '"', "#", "  ", "- ", ": ", "\n\n", "", "a", "[", ">-", "\u00a0", "|"]
            )
            + text[at + draw.randint(0, 3) :]
        )
    _agree(text)


def _agree(text: str) -> None:
    try:
        same(text)
    except YamlError as error:
        raise AssertionError(f"libyaml refuses what the quick reader took: {error.message}\n{text}") from None
