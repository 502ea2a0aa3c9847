"""Each field is declared once, with everything that is generated from it."""

from __future__ import annotations

import re

from generator.schema.kinds import KINDS
from generator.schema.record import Record, specs


def models(model: type[Record]) -> list[type[Record]]:
    found = [model]
    for spec in specs(model):
        if spec.part and spec.part not in found:
            found += [part for part in models(spec.part) if part not in found]
    return found


ALL = {part: kind.name for kind in KINDS for part in models(kind.model)}


def test_every_field_has_key_label_and_help() -> None:
    for model in ALL:
        keys = [spec.key for spec in specs(model)]
        assert len(keys) == len(set(keys)), model.__name__
        for spec in specs(model):
            assert re.fullmatch(r"[a-z0-9]+(_[a-z0-9]+)*", spec.key), f"{spec.key}: lower case without marks"
            assert spec.label and spec.help.endswith((".", "…")), (
                f"{model.__name__}.{spec.name} needs a label and a sentence of help"
            )


def test_the_parts_that_the_law_asks_for_are_marked() -> None:
    procedure = {spec.key: spec for spec in specs(next(kind.model for kind in KINDS if kind.name == "procedure"))}
    asked = "ten_thu_tuc trinh_tu_thuc_hien cach_thuc_thuc_hien thanh_phan_ho_so doi_tuong_thuc_hien co_quan_thuc_hien ket_qua_thuc_hien"  # noqa: E501
    for key in asked.split():
        assert procedure[key].required and procedure[key].law.startswith("NĐ 63/2010 Đ8 k2")
