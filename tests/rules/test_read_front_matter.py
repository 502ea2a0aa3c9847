"""TT-016: guides and notices begin with front matter."""

from tests.rules.sample import GUIDE, fails, passes


def test_plain_markdown() -> None:
    fails("TT-016", GUIDE, {GUIDE: "▶# Sinh con\n"})


def test_front_matter() -> None:
    passes("TT-016", GUIDE)
