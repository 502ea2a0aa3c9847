"""TT-026: one address a page."""

from tests.support.rule_samples import FIELDS, fails, passes


def test_two_fields_at_one_address() -> None:
    fails("TT-026", FIELDS, {"  co_quan: phong-tu-phap\n": "- ten: Hộ tịch mới\n  slug: ▶Hộ-tịch\n"})


def test_two_addresses() -> None:
    passes("TT-026", FIELDS, {"  co_quan: phong-tu-phap\n": "- ten: Hộ tịch mới\n  slug: ho-tich-moi\n"})


def test_two_fields_of_one_name() -> None:
    """Procedures name their field: of two, one would have none."""
    fails("TT-026", FIELDS, {"  co_quan: phong-tu-phap\n": "- ten: ▶Hộ  tịch\n  slug: ho-tich-moi\n"})
