"""Format and colour when nobody says which."""

from generator.reporting.context import format_from, wants_colour


def test_the_format_comes_from_the_environment() -> None:
    assert format_from({}) == "text"
    assert format_from({"GITHUB_ACTIONS": "true"}) == "github"
    assert format_from({"GITHUB_ACTIONS": "false"}) == "text"


def test_colour_on_terminals_only() -> None:
    assert wants_colour({}, is_terminal=True)
    assert not wants_colour({}, is_terminal=False)


def test_the_environment_may_forbid_or_force_it() -> None:
    assert not wants_colour({"NO_COLOR": "1"}, is_terminal=True)
    assert not wants_colour({"TERM": "dumb"}, is_terminal=True)
    assert wants_colour({"FORCE_COLOR": "1"}, is_terminal=False)
    assert not wants_colour({"NO_COLOR": "1", "FORCE_COLOR": "1"}, is_terminal=True)
