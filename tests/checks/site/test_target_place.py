"""TT-262: each target has a name of its own, an address, and keeps a release to go back to."""

import pytest

from tests.support.rule_samples import SITE, fails, passes

LAST = SITE.splitlines(keepends=True)[-1]
TARGET = "noi_dang:\n  - ten: chinh\n    dia_chi: ssh://tthc@may-chu/srv/tthc\n"


@pytest.mark.parametrize("number", [0, 1])
def test_fewer_releases_than_two_cannot_be_undone(number: int) -> None:
    said = fails("TT-262", SITE, {LAST: f"{LAST}{TARGET}    giu: ▶{number}\n"})
    assert f"giữ {number} bản" in said and "ít nhất 2" in said


@pytest.mark.parametrize("address", ["tthc.example.gov.vn", "https://tthc.example.gov.vn/", "ftp://a/srv"])
def test_an_address_that_nothing_can_be_sent_to(address: str) -> None:
    fails("TT-262", SITE, {LAST: f"{LAST}noi_dang:\n  - ten: chinh\n    dia_chi: ▶{address}\n"})


def test_names_that_do_not_single_out_a_target() -> None:
    second = "  - ten: ▶chinh\n    dia_chi: /srv/khac\n  - ten: ▶a/b\n    dia_chi: ./khac\n"
    fails("TT-262", SITE, {LAST: LAST + TARGET + second})


def test_targets_that_can_be_used() -> None:
    second = "    giu: 2\n  - ten: thu\n    dia_chi: ./thu-muc\n  - ten: dong-bang\n    dia_chi: sftp://a@b:22/srv\n"
    passes("TT-262", SITE, {LAST: LAST + TARGET + second})
