"""A field leads to what became of its procedures: that of building said “0 thủ tục” in the present edition, no more."""

from __future__ import annotations

import re
from pathlib import Path

from tests.support.real_content import real_editions


def test_a_field_without_procedures_lists_those_that_have_ended(real_site: Path) -> None:
    """Where there are others, those that have ended are in no list."""
    past, present = real_editions()
    listed = 0
    for folder, catalogue in (("", past), ("hien-nay", present)):
        for field in catalogue.fields:
            assert all(one.in_force for one in field.procedures) and not any(one.in_force for one in field.ended)
            html = (real_site / folder / field.url / "index.html").read_text("utf-8").partition("<main")[2]
            for one in field.ended:
                assert (f"{one.url}" in html) == (not field.procedures)
                listed += not field.procedures
            assert ("Chưa có thủ tục nào" in html) == (not field.procedures and not field.ended and not field.withheld)
        assert sum(len(field.ended) for field in catalogue.fields) == len(catalogue.procedures) - len(
            catalogue.in_force
        )
    assert listed


def test_the_list_of_fields_does_not_say_none(real_site: Path) -> None:
    _, present = real_editions()
    empty = [field for field in present.fields if field.ended and not field.procedures]
    assert empty, "else this test shows nothing"
    cards = (real_site / "hien-nay" / "linh-vuc" / "index.html").read_text("utf-8")
    assert not re.search(r"\b0 thủ tục", cards)
    assert cards.count("thủ tục cũ, nay đã bãi bỏ hoặc được thay") == len(empty)
