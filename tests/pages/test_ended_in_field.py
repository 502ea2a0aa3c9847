"""A field leads to what became of its procedures: that of building said “0 thủ tục” in the present edition, no more."""

from __future__ import annotations

import re
from pathlib import Path

from tests.support.real_content import real_editions


def test_a_field_lists_the_procedures_that_have_ended(real_site: Path) -> None:
    past, present = real_editions()
    for folder, catalogue in (("", past), ("hien-nay", present)):
        ended = 0
        for field in catalogue.fields:
            assert all(one.in_force for one in field.procedures) and not any(one.in_force for one in field.ended)
            html = (real_site / folder / field.url / "index.html").read_text("utf-8").partition("<main")[2]
            for one in field.ended:
                ended += 1
                assert f"{one.url}" in html and (real_site / folder / one.url / "index.html").is_file()
            assert ("Chưa có thủ tục nào" in html) == (not field.procedures and not field.ended and not field.withheld)
        assert ended == len(catalogue.procedures) - len(catalogue.in_force)


def test_the_list_of_fields_does_not_say_none(real_site: Path) -> None:
    _, present = real_editions()
    empty = [field for field in present.fields if field.ended and not field.procedures]
    assert empty, "else this test shows nothing"
    cards = (real_site / "hien-nay" / "linh-vuc" / "index.html").read_text("utf-8")
    assert not re.search(r"\b0 thủ tục", cards)
    assert cards.count("thủ tục cũ, nay đã bãi bỏ hoặc được thay") == len(empty)
