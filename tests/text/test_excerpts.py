"""What messages quote of a long text."""

from generator.text.excerpts import excerpt


def test_only_a_long_text_is_cut() -> None:
    assert excerpt("a" * 60) == "a" * 60
    assert excerpt("a" * 61) == "a" * 57 + "…"
