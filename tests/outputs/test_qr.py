"""QR codes made by sums of a few real encodings are the codes a real encoder makes."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from generator.outputs.qr import QrSums, qr

ADDRESSES = [
    f"https://tthc.example.gov.vn/thu-tuc/{code}/"
    for code in ("1-001193", "2-000635", "1-999999", "3-000000", "0-000000", "9-999999")
]
OTHERS = ["https://tthc.example.gov.vn/thu-tuc/mot-ten/", "chữ có dấu 123", "https://x.vn:8443/a1/b22/", "٣ 3", "7"]


@pytest.fixture(scope="module")
def sums() -> QrSums:
    return QrSums()


@pytest.mark.parametrize("address", [*ADDRESSES, *OTHERS])
def test_same_as_encoded_in_one_go(address: str, sums: QrSums) -> None:
    assert sums.svg(address) == qr(address)


def test_the_same_from_the_files(tmp_path: Path) -> None:
    for address in 2 * [*ADDRESSES, *OTHERS]:
        assert QrSums(tmp_path).svg(address) == qr(address)


def test_any_digits() -> None:
    """Every bit of every digit, together."""
    codes, chance = QrSums(), random.Random(1)
    for _ in range(60):
        address = f"https://tthc.tuky.gov.vn/thu-tuc/{chance.randrange(10)}-{chance.randrange(10**6):06}/"
        assert codes.svg(address) == qr(address)


def test_addresses_that_differ_in_digits_share_one_set_of_encodings(tmp_path: Path) -> None:
    codes = QrSums(tmp_path)
    for address in ADDRESSES:
        codes.svg(address)
    assert len(codes.known) == 1 and len(list(tmp_path.iterdir())) == 1


def test_an_altered_file_is_not_used(tmp_path: Path) -> None:
    QrSums(tmp_path).svg(ADDRESSES[0])
    [file] = tmp_path.iterdir()
    data = bytearray(file.read_bytes())
    data[-20] ^= 1
    file.write_bytes(data)
    assert QrSums(tmp_path).svg(ADDRESSES[0]) == qr(ADDRESSES[0])
    assert file.read_bytes() != bytes(data), "written again"


def test_a_folder_that_cannot_be_written_only_costs_time(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("not a folder")
    assert QrSums(tmp_path / "file").svg(ADDRESSES[0]) == qr(ADDRESSES[0])


def test_one_drawing() -> None:
    assert qr("https://x.vn/").count("<path") == 1
