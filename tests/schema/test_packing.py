"""Records as plain values and back."""

from __future__ import annotations

from typing import Any

from generator.schema.contact import Contact
from generator.schema.packing import pack, unpack
from generator.schema.plan.plan import Plan, Signature
from generator.schema.unit import Unit


def test_equal_values_of_two_kinds_stay_two_kinds() -> None:
    """The numbers of classes differ from kind to kind: what is shared must not be taken for another class."""
    unit = Unit.model_validate(
        {"lien_he": {"dia_chi": "a", "dien_thoai": "a", "thu_dien_tu": "a", "trang_thong_tin": "a"}}
    )
    plan = Plan.model_validate({"chu_ky": {"thay_mat": "a", "ky_thay": "a", "chuc_vu": "a", "ho_ten": "a"}})
    shared: dict[Any, Any] = {}
    assert isinstance(unpack(pack(unit, Unit), Unit, shared).contact, Contact)
    assert isinstance(unpack(pack(plan, Plan), Plan, shared).signature, Signature)
