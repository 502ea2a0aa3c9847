"""What a phone's list says once instead of on each card."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

from generator.pages.field_groups import usual_place


def at(*places: str | None) -> list[Any]:
    return [SimpleNamespace(record=SimpleNamespace(receiving_place=place)) for place in places]


def test_the_place_of_more_than_half_is_said_once() -> None:
    assert usual_place(at("Một cửa", "Công an", "Một cửa")) == "Một cửa"
    assert usual_place(at("Một cửa", "Công an")) == ""
    assert usual_place(at(None, None, "Một cửa")) == ""
    assert usual_place(at("Một cửa")) == usual_place([]) == ""
