"""The emitter: what a careful editor writes, and the reader reads back exactly."""

from __future__ import annotations

import datetime as dt
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.importing.merge import plain
from generator.importing.text_cleaning import text as clean
from generator.importing.yaml_writer import dump, scalar
from generator.loading.yaml.parse import parse
from generator.schema.procedure import Procedure
from tests.conftest import PROJECT


def test_an_editors_own_file_comes_out_the_same() -> None:
    """The example record, read and written again: same keys in the same order, same values."""
    text = (PROJECT / "content/procedures/ho-tich/1.001193.yml").read_text("utf-8")
    data = parse(text)
    assert parse(dump(Procedure, data)) == data
    keys = re.compile(r"^ *(?:- )?([a-z_]+):(?: |$)", re.MULTILINE)
    assert keys.findall(dump(Procedure, data)) == keys.findall(text)
    assert 'ma_thu_tuc: "1.001193"\n' in dump(Procedure, data)


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("1.000110", '"1.000110"'),
        ("Lưu ý: mang bản chính", '"Lưu ý: mang bản chính"'),
        ('Mẫu "A": 1', "'Mẫu \"A\": 1'"),
        ("163/QĐ-BTP", "163/QĐ-BTP"),
        ("- gạch", '"- gạch"'),
        ("no", '"no"'),
        ("<<", '"<<"'),
        (8000, "8000"),
        (dt.date(2026, 1, 16), "2026-01-16"),
        (False, "false"),
    ],
)
def test_quotes_only_where_needed(value: object, written: str) -> None:
    assert scalar(value) == written


def test_keys_stand_in_the_models_order_and_long_text_is_a_block() -> None:
    made = dump(
        Procedure,
        {
            "mo_ta": "chữ " * 60 + "hết",
            "ten_thu_tuc": "Tên",
            "ma_thu_tuc": "1.000110",
            "ghi_chu_dia_phuong": "Một\nhai",
        },
    )
    assert made.startswith('ma_thu_tuc: "1.000110"\nten_thu_tuc: Tên\nmo_ta: >-\n  chữ chữ')
    assert made.endswith("ghi_chu_dia_phuong: |-\n  Một\n  hai\n")
    assert max(len(line) for line in made.split("\n")) <= 120


def test_an_unknown_key_is_a_mistake_of_the_programmer() -> None:
    with pytest.raises(KeyError):
        dump(Procedure, {"khoa_la": "x"})


@given(st.text(max_size=300))
def test_any_text_survives(raw: str) -> None:
    value = clean(raw)
    data = (
        {"ten_thu_tuc": value, "tu_khoa": [value], "trinh_tu_thuc_hien": [{"noi_dung": value}]}
        if value
        else {"ten_thu_tuc": "x"}
    )
    assert parse(dump(Procedure, data)) == plain(data)
