"""Whatever a file holds, mending it changes nothing that it says and is finished after one go."""

import os

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.checks.fixes._runner import _meaning, fix
from generator.schema.kinds import BY_NAME, KINDS
from tests.support.rule_samples import SAMPLES

NIGHT = "TTHC_ALL" in os.environ
PIECES = st.sampled_from(
    [
        "\n",
        "  ",
        "# ",
        ": ",
        "- ",
        "\u00a0",
        "o\u0323",
        '"',
        "'",
        "1.001193",
        "30/6/2023",
        "ten: ",
        "so: ",
        ">-\n  ",
        "|\n  ",
        "ten_thu_tuc: a\n",
        ", ",
        "[",
        "]",
        "{",
        "}",
    ]
)


@st.composite
def changed_samples(draw) -> tuple[str, str]:
    name = draw(st.sampled_from(sorted(SAMPLES)))
    text = SAMPLES[name]
    for _ in range(draw(st.integers(0, 4))):
        at = draw(st.integers(0, len(text)))
        text = text[:at] + draw(PIECES) + text[at + draw(st.integers(0, 6)) :]
    lines = text.split("\n")
    if draw(st.booleans()):
        first, second = draw(st.integers(0, len(lines) - 1)), draw(st.integers(0, len(lines) - 1))
        lines[first], lines[second] = lines[second], lines[first]
    return name, "\n".join(lines)


@settings(max_examples=300 if NIGHT else 100, deadline=None)
@given(changed_samples())
def test_the_meaning_stays_and_twice_is_once(sample: tuple[str, str]) -> None:
    name, text = sample
    kind = BY_NAME[name]
    after, _ = fix(text, kind)
    assert _meaning(after, kind) == _meaning(text, kind)
    assert fix(after, kind)[0] == after


@settings(max_examples=200 if NIGHT else 60, deadline=None)
@given(st.sampled_from(KINDS), st.text(max_size=80))
def test_any_text_at_all(kind, text: str) -> None:
    fix(text, kind)
