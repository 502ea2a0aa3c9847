"""Questions that nobody types: of any length and kind they are answered, and cost no more than the longest that is
looked at."""

from __future__ import annotations

import json
import subprocess

import pytest

from generator.schema.codes import procedure_code, procedure_codes
from tests.conftest import PROJECT
from tests.outputs.search.conftest import SCRIPT, in_node, read

pytestmark = pytest.mark.slow

CODES = json.loads((PROJECT / "tests" / "cases" / "codes.json").read_text("utf-8"))
MOST = 200
# each grows without end; what is beyond the limit must not be looked at
ENDLESS = {
    "words": "đăng ký khai sinh cho con ",
    "one word": "khaisinhdangkyketho",
    "one letter": "a",
    "letters": "a b c d e ",
    "short forms": "bhxh cccd ",
    "fillers": "cho tôi hỏi làm sao ",
    "denials": "không có chưa có ",
    "digits": "1",
    "codes": "1.001193 ",
    "document": "nghị định 123/2015/NĐ-CP ",
    "dots": "1.",
    "marks": "e\u0301\u0302\u0323\u031b",
    "a sign that stands for eighteen letters": "\ufdfa",
    "faces": "👩‍👩‍👧",
    "half characters": "\ud83d",
    "spaces": "1          ",
    "telex": "dawng kys keets hoon ",
    "strange words": "xyzzyq blorp ",
}


def test_codes_are_read_alike_in_python_and_in_the_browser() -> None:
    texts = [text for text, _ in CODES]
    assert [procedure_code(text) for text in texts] == [code for _, code in CODES]
    assert [codes for _, codes in in_node({"written": texts})] == [procedure_codes(text) for text in texts]
    assert procedure_codes("1.1193") == [["1.119300", "1.001193"]]


@pytest.mark.parametrize("between", ["\n", " ", "\t", ", ", ",", ";", "; ", " và "])
def test_every_code_of_a_column_is_read(between: str) -> None:
    """Several cells copied at once."""
    assert procedure_codes(between.join(["1.001193", "2.000950", "1.001193"])) == [["1.001193"], ["2.000950"]]
    assert procedure_codes("1 001 193 1 004 222") == [["1.001193"], ["1.004222"]]


@pytest.mark.parametrize("kind", ENDLESS)
def test_what_is_looked_at_has_a_length(kind: str) -> None:
    part = ENDLESS[kind]
    long = part * (30_000 // len(part) + 1)
    texts = [long, long[: MOST + 1], part]
    cuts = [text for text, _ in in_node({"written": texts})]
    assert len(cuts[0].encode("utf-16-le")) // 2 <= MOST
    assert cuts[0] == cuts[1] and len(cuts[2]) == len(part)
    cuts[0].encode("utf-8")  # whole characters
    if " " in part.strip():
        assert not set(cuts[0].split()) - set(long.split()), "no word is cut"


def test_answers_to_endless_questions(real) -> None:  # type: ignore[no-untyped-def]
    """All of them, of 30,000 letters each, within one call: before, one of 8,000 letters took longer than this may."""
    texts = [part * (30_000 // len(part) + 1) for part in ENDLESS.values()]
    given = json.dumps({**read(real[1]), "questions": texts})
    done = subprocess.run(["node", str(SCRIPT)], input=given, capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 0, done.stderr
    answers = dict(zip(ENDLESS, json.loads(done.stdout), strict=True))
    assert answers["words"]["codes"][0] == "1.001193"
    assert answers["codes"]["codes"][0] == "1.001193"


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("2.00095", "2.000950"),
        ("2,000950", "2.000950"),
        ("1,001193", "1.001193"),
        ("2,00095", "2.000950"),
        ("1001193", "1.001193"),
        ("1.1193", "1.001193"),
        ("1.001193.000.00.00.H23", "1.001193"),
        ("1.001.193", "1.001193"),
        ("1 001 193", "1.001193"),
        ("1.001\u200b193", "1.001193"),
    ],
)
def test_a_code_as_a_spreadsheet_shows_it(ask, typed: str, code: str) -> None:  # type: ignore[no-untyped-def]
    answer = ask(typed)
    assert answer["state"] == "done" and answer["codes"] == [code]


def test_all_procedures_whose_codes_are_named_are_found(ask) -> None:  # type: ignore[no-untyped-def]
    assert ask("2.000635 9.999999 1.001193")["codes"] == ["2.000635", "1.001193"]
