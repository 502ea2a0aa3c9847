"""TT-087: the year of the site has its holidays."""

from tests.support.rule_samples import SITE, fails, passes


def test_a_year_without_a_file() -> None:
    assert "2024" in fails(
        "TT-087", SITE, {"as_of: 2023-12-31": "as_of: ▶2024-06-30"}, as_of="2024-06-30", severity="warning"
    )


def test_a_year_with_a_file() -> None:
    passes("TT-087", SITE)
