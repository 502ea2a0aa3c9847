"""The position found from a key's own lines is the one found from the whole file."""

import pytest

from generator.loading.document import Document
from generator.loading.yaml.parse import parse
from generator.loading.yaml.positions import Positions
from generator.problem import KeyPath
from generator.schema.kinds import BY_NAME
from tests.support.mutations import FILES
from tests.support.night import at_night
from tests.support.rule_samples import PROCEDURE

pytestmark = pytest.mark.slow


MOST = 40
Place = tuple[int, int]
FIRST = {kind: number for number, (kind, _) in reversed(list(enumerate(FILES)))}.values()  # of each kind


def some(places: dict[KeyPath, Place]) -> list[tuple[KeyPath, Place]]:
    """Of many positions by day every so many-th; the last is among them."""
    every = list(places.items())
    return every if at_night(every) else every[:: -(len(every) // MOST + 1)]


@pytest.mark.parametrize("number", sorted({*FIRST, *at_night(*range(len(FILES)))}))
def test_every_position_of_real_files(number: int) -> None:
    """By day of one file of each kind, of a long one forty positions from all over it: each reads the file anew."""
    kind, text = FILES[number]
    if BY_NAME[kind].markdown:
        text = text.split("---\n")[1]
    whole = Positions()
    data = parse(text, whole)
    for path, place in some(whole.values):
        assert Document("x", text, data, text).locate(path) == place
    for path, place in some(whole.keys):
        assert Document("x", text, data, text).locate(path, key=True) == place


@pytest.mark.parametrize(
    "text",
    [
        'a: "x\nb: y\nb: z"\nb: w\n',
        "a: 'x\n\nb: y'\n\"b\": w\n",
        "a: |\n  b: y\nb: w\n",
        "# b: no\nb: w\n",
        "{a: x, b: w}\n",
        "---\nb: w\n",
        "a: >\n  x\n\n# c\nb: w",
    ],
)
def test_keys_that_stand_in_texts_are_no_keys(text: str) -> None:
    whole = Positions()
    data = parse(text, whole)
    assert Document("x", text, data, text).locate(("b",)) == whole.values[("b",)]


def test_a_part_that_is_not_there_is_shown_at_the_part_above() -> None:
    data = parse(PROCEDURE)
    document = Document("x", PROCEDURE, data, PROCEDURE)
    assert document.locate(("doi_chieu", "ghi_chu"), key=True) == (
        PROCEDURE[: PROCEDURE.index("doi_chieu")].count("\n") + 1,
        1,
    )
    assert document.locate(("bai_bo",), key=True) == (1, 1)
