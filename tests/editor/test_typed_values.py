"""Amounts, days and texts as officers type and paste them: taken as what they say, or refused with the way to mend."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.editor.form.values import amount_per, parse_typed
from tests.editor.conftest import RECORD, Client, changed

JSON = {"Accept": "application/json"}


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("8.000", "8000"),
        ("8 000 ₫", "8000"),
        ("1.000.000đ", "1000000"),
        ("10,000,000 VNĐ", "10000000"),
        # no single amount: stays, and the check tells why
        ("1.000,000", "1.000,000"),
        ("0.500", "0.500"),
        ("1,5", "1,5"),
        ("12.34.567", "12.34.567"),
        ("8k", "8k"),
        ("1 triệu rưỡi", "1 triệu rưỡi"),
        ("8.000/10.000", "8.000/10.000"),
    ],
)
def test_an_amount(typed: str, value: str) -> None:
    assert parse_typed("number", typed, None) == value


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("1/7/2025", "2025-07-01"),
        ("01.07.2025", "2025-07-01"),
        ("1 - 7 - 2025", "2025-07-01"),
        ("31/2/2025", "31/2/2025"),
        ("31/2", "31/2"),
        ("1-7-25", "1-7-25"),
        ("45839", "45839"),
    ],
)
def test_a_day(typed: str, value: str) -> None:
    assert parse_typed("day", typed, None) == value


@pytest.mark.parametrize(
    ("typed", "both"),
    [
        ("8.000 đồng/bản", ("8000", "bản")),
        ("8.000đ / 1 trường hợp", ("8000", "trường hợp")),
        ("8000/bản", ("8000", "bản")),
        ("8.000/10.000", ("", "")),
        ("1/2/3", ("", "")),
        ("8k/bản", ("", "")),
    ],
)
def test_an_amount_for_each(typed: str, both: tuple[str, str]) -> None:
    assert amount_per(typed) == both


def fee(content: Path) -> dict[str, Any]:
    return yaml.load((content / RECORD).read_text("utf-8"), yaml.CBaseLoader)["phi_le_phi"][0]


def test_the_unit_typed_behind_an_amount_goes_into_its_own_field(client: Client, content: Path) -> None:
    form = changed(client.form(), phi_le_phi__0__muc_thu="8.000 đồng/bản")
    assert client.post(f"/luu/{RECORD}", form, **JSON).status == 200
    assert (fee(content)["muc_thu"], fee(content)["don_vi_tinh"]) == ("8000", "bản")
    again = changed(client.form(), phi_le_phi__0__muc_thu="9.000 đồng/Bản")
    assert client.post(f"/luu/{RECORD}", again, **JSON).status == 200
    assert (fee(content)["muc_thu"], fee(content)["don_vi_tinh"]) == ("9000", "bản")


def test_a_unit_that_contradicts_its_field_is_refused_not_dropped(client: Client, content: Path) -> None:
    before = (content / RECORD).read_bytes()
    form = changed(client.form(), phi_le_phi__0__muc_thu="8.000 đồng/bản", phi_le_phi__0__don_vi_tinh="trang")
    answer = client.post(f"/luu/{RECORD}", form, **JSON)
    found = [one for one in json.loads(answer.text)["problems"] if one["key"] == "phi_le_phi.0.muc_thu"]
    assert answer.status == 422 and "8.000 đồng/bản" in found[0]["message"] and found[0]["hint"]
    assert (content / RECORD).read_bytes() == before


def test_an_amount_that_nobody_touched_stays_as_it_is_written(client: Client, content: Path) -> None:
    file = content / RECORD
    file.write_text(file.read_text("utf-8").replace("muc_thu: 0\n", "muc_thu: 8.000 đồng/bản\n", 1), "utf-8")
    assert client.post(f"/luu/{RECORD}", changed(client.form(), mo_ta="Lời khác."), **JSON).status == 200
    assert fee(content)["muc_thu"] == "8.000 đồng/bản" and "don_vi_tinh" not in fee(content)
