"""Two people's changes of one record, joined: lists item by item, and a place that both changed shown with both."""

from __future__ import annotations

from typing import Any

import pytest

from generator.editing.three_way import three_way

Rows = list[Any]


@pytest.mark.parametrize(
    ("mine", "theirs", "joined"),
    [
        (["a", "b", "c", "x"], ["a", "b", "c", "y"], ["a", "b", "c", "y", "x"]),
        (["x", "a", "b", "c"], ["a", "b", "y", "c"], ["x", "a", "b", "y", "c"]),
        (["a", "b", "c", "x"], ["a", "b", "c", "x"], ["a", "b", "c", "x"]),
        (["a", "c"], ["a", "b", "c", "y"], ["a", "c", "y"]),
        (["a", "c"], ["a", "b"], ["a"]),
    ],
)
def test_lists_are_joined_item_by_item(mine: Rows, theirs: Rows, joined: Rows) -> None:
    assert three_way(["a", "b", "c"], mine, theirs) == (joined, [])


def test_a_field_that_both_changed_in_one_item_is_named() -> None:
    before = [{"ten": "A", "so": "1"}, {"ten": "B", "so": "1"}]
    mine = [{"ten": "A", "so": "2"}, {"ten": "B", "so": "1"}, {"ten": "C", "so": "1"}]
    theirs = [{"ten": "A", "so": "3"}, {"ten": "B2", "so": "1"}]
    data, clashes = three_way(before, mine, theirs, "giay_to")
    assert data == [{"ten": "A", "so": "3"}, {"ten": "B2", "so": "1"}, {"ten": "C", "so": "1"}]
    assert [(one.key, one.before, one.mine, one.theirs) for one in clashes] == [("giay_to.0.so", "1", "2", "3")]


@pytest.mark.parametrize(
    ("mine", "theirs"),
    [
        (["b", "a", "c"], ["a", "b", "c", "y"]),  # moved by one, added to by the other
        ([{"ten": "A"}], [{"ten": "A"}, {"ten": "B", "so": "2"}]),  # removed by one, changed by the other
    ],
)
def test_what_cannot_be_joined_is_shown_whole(mine: Rows, theirs: Rows) -> None:
    before: Rows = ["a", "b", "c"] if isinstance(mine[0], str) else [{"ten": "A"}, {"ten": "B", "so": "1"}]
    data, (clash,) = three_way(before, mine, theirs, "muc")
    assert data == theirs and (clash.key, clash.mine, clash.theirs) == ("muc", mine, theirs)
