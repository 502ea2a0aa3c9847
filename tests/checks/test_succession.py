"""Chains of successors."""

from generator.checks._engine.succession import in_force_after, way_back

AFTER = {"a": ["b", "c"], "b": ["d"], "d": ["b"], "x": ["y"], "y": ["x"]}


def test_what_is_in_force() -> None:
    ended = {"a", "b", "x", "y"}
    assert in_force_after("a", lambda one: AFTER.get(one, ()), ended.__contains__) == ["c", "d"]
    assert in_force_after("x", lambda one: AFTER.get(one, ()), ended.__contains__) == []


def test_the_way_back() -> None:
    assert way_back("y", "x", lambda one: AFTER.get(one, ())) == ["y", "x"]
    assert way_back("b", "a", lambda one: AFTER.get(one, ())) == []
