"""What other pages, lists, indexes and checks can see of a procedure: everything but the long texts of its own page.

A new template or export that shows one of OWN_TEXTS elsewhere makes tests/speed/test_same_bytes.py fail; take it out here.
"""

from __future__ import annotations

import hashlib
import marshal
import re
from dataclasses import dataclass
from typing import Any

from generator.reading.store import Entry
from generator.rules.world import plain_name

OWN_TEXTS = (  # * stands for each item of a list
    ("trinh_tu_thuc_hien", "*", "noi_dung"),
    ("cach_thuc_thuc_hien", "*", "mo_ta"),
    ("thanh_phan_ho_so", "giay_to_chung", "*", "ghi_chu"),
    ("thanh_phan_ho_so", "truong_hop", "*", "giay_to", "*", "ghi_chu"),
    ("thanh_phan_ho_so", "nguyen_van", "*"),
    ("thoi_han_giai_quyet", "ghi_chu"),
    ("phi_le_phi", "*", "ly_do"),
    ("yeu_cau_dieu_kien", "*"),
    ("ghi_chu_dia_phuong",),
)
CODE = re.compile(r"\d\.\d{6}")


@dataclass(frozen=True, slots=True)
class Outline:
    """digest: of all that others can see; names: the record's own code and name; mentions: codes anywhere in its text."""

    digest: bytes
    names: frozenset[str]
    mentions: frozenset[str]


def outline(entry: Entry) -> Outline:
    """The outline of a procedure that was read without a fault."""
    data = entry.document.data
    for path in OWN_TEXTS:
        data = _without(data, path)
    record = entry.record
    names = {name for name in (record.code, plain_name(record.name or "")) if name}
    mentions = frozenset(CODE.findall(entry.document.text))
    # version 2 of marshal: later ones write shared objects differently, whatever their value
    return Outline(hashlib.blake2b(marshal.dumps([data, sorted(mentions)], 2), digest_size=16).digest(), frozenset(names), mentions)


def near(one: Outline, other: Outline) -> bool:
    """Whether the page or the check of `one` may look at `other`: one of them names the other, or both have a name in common."""
    return not (one.names.isdisjoint(other.names | other.mentions) and one.mentions.isdisjoint(other.names))


def _without(data: Any, path: tuple[str, ...]) -> Any:
    """A copy of `data` whose text at `path` only says whether it is blank."""
    if not path:
        return bool(data) if isinstance(data, str) else data
    key, rest = path[0], path[1:]
    if key == "*":
        return [_without(item, rest) for item in data] if isinstance(data, list) else data
    return {**data, key: _without(data[key], rest)} if isinstance(data, dict) and key in data else data
