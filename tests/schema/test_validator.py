"""What the schema of pydantic-core makes of each kind of annotation (docs/adr/0015-pydantic-core-alone.md)."""

from __future__ import annotations

import datetime as dt
from typing import Any, Literal

import pytest
from pydantic_core import ValidationError

from generator.schema.record import Record, field, specs
from generator.schema.values import Amount, Date, DateOrUnknown, Text, Whole, YesNo, or_stated


class Inner(Record):
    text: Text | None = field("chu", "Chữ", "")


class Sample(Record):
    text: Text | None = field("chu", "Chữ", "")
    number: Whole | None = field("so", "Số", "")
    day: Date | None = field("ngay", "Ngày", "")
    yes: YesNo | None = field("co", "Có", "")
    one_of: Literal["a", "b"] = field("mot", "Một", "", default="a")
    parts: list[Inner] = field("phan", "Phần", "", many=True)
    stated: or_stated(list[Text]) | None = field("noi", "Nói", "")  # type: ignore[valid-type]
    amount: Amount | None = field("tien", "Tiền", "")
    since: DateOrUnknown | None = field("tu", "Từ", "")


class Open(Record, extra="allow"):
    text: Text | None = field("chu", "Chữ", "")


class Unsupported(Record):
    number: float | None = field("so", "Số", "")


@pytest.mark.parametrize(
    ("key", "given", "value"),
    [
        ("chu", "  hai  đầu ", "hai  đầu"),
        ("so", "12", 12),
        ("ngay", "2026-11-30", dt.date(2026, 11, 30)),
        ("co", "có", True),
        ("mot", "b", "b"),
        ("phan", [{"chu": "trong"}], [Inner.model_validate({"chu": "trong"})]),
        ("noi", ["x"], ["x"]),
        ("noi", "chưa rõ", "chưa rõ"),
        ("tien", "8000", 8000),
        ("tien", "theo văn bản", "theo văn bản"),
        ("tu", "chưa rõ", "chưa rõ"),
        ("tu", "2026-11-30", dt.date(2026, 11, 30)),
    ],
)
def test_a_value_of_each_annotation(key: str, given: Any, value: Any) -> None:
    record = Sample.model_validate({key: given})
    assert {spec.key: getattr(record, spec.name) for spec in specs(Sample)}[key] == value


@pytest.mark.parametrize(
    ("key", "given", "place", "error"),
    [
        ("chu", ["x"], ("chu",), "string_type"),
        ("ngay", "30/2/2026", ("ngay",), "ngay"),
        ("mot", "c", ("mot",), "literal_error"),
        ("phan", [{"la": "x"}], ("phan", 0, "la"), "extra_forbidden"),
        ("noi", "đâu đó", ("noi", "@said"), "literal_error"),
        ("tu", "30/2/2026", ("tu", "@given"), "ngay"),
        ("la", "x", ("la",), "extra_forbidden"),
    ],
)
def test_the_place_and_the_type_of_a_fault(key: str, given: Any, place: tuple[Any, ...], error: str) -> None:
    with pytest.raises(ValidationError) as caught:
        Sample.model_validate({key: given})
    assert [(found["loc"], found["type"]) for found in caught.value.errors()] == [(place, error)]


def test_unknown_keys_are_kept_where_a_class_allows_them() -> None:
    record = Open.model_validate({"chu": "x", "la": "y"})
    assert record.model_extra == {"la": "y"} and record.model_dump() == {"chu": "x", "la": "y"}


def test_an_annotation_without_a_meaning_is_refused() -> None:
    with pytest.raises(TypeError, match="float"):
        Unsupported.model_validate({})
