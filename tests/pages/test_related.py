"""What stands around a procedure."""

from __future__ import annotations

from generator.pages.related import guide_positions, inverse_relations, relatives
from tests.support.real_content import real_catalogue


def test_what_one_record_says_is_seen_from_the_other_side_too() -> None:
    content = real_catalogue()
    turned = inverse_relations(content)
    birth, copy = content.procedures["1.001193"], content.procedures["2.000635"]
    after = dict(relatives(birth, turned))["Làm tiếp sau"]
    assert (copy, "Xin thêm bản sao giấy khai sinh.") in after
    before = [
        other.code for heading, others in relatives(copy, turned) if heading == "Làm trước" for other, _ in others
    ]
    assert "1.001193" in before


def test_every_near_duplicate_comes_with_a_line_that_tells_them_apart() -> None:
    content = real_catalogue()
    turned = inverse_relations(content)
    silent = [
        (view.code, other.code)
        for view in content.in_force
        for heading, others in relatives(view, turned)
        if heading.startswith("Gần giống")
        for other, note in others
        if not note
    ]
    assert silent == []


def test_the_step_of_a_journey() -> None:
    content = real_catalogue()
    marriage = next(place for place in guide_positions(content.procedures["1.000894"]) if place.guide.slug == "ket-hon")
    assert (marriage.number, marriage.title) == (2, "Đăng ký kết hôn")
