"""QR codes made by sums of a few real encodings are the codes a real encoder makes."""

from __future__ import annotations

import pytest

from generator.rendering.qr import _encoded, _matrix

ADDRESSES = [
    f"https://tthc.example.gov.vn/thu-tuc/{code}/" for code in ("1-001193", "2-000635", "1-999999", "3-000000")
]


@pytest.mark.parametrize("address", [*ADDRESSES, "https://tthc.example.gov.vn/thu-tuc/mot-ten/", "chữ có dấu"])
def test_same_as_encoded_in_one_go(address: str) -> None:
    assert _matrix(address) == _encoded(address)
