"""TT-204: what has ended is not amended."""

from tests.support.rule_samples import PROCEDURE
from tests.support.versions import BASE, CHANGED, VERSION, fails, passes

ENDED = PROCEDURE.replace("  tu: 2016-01-01\n", "  tu: 2016-01-01\n  den: 2024-12-31\n  thay_the_boi: ['2.000528']\n")
ABOLISHED = PROCEDURE.replace(
    "muc_do_truc_tuyen", "bai_bo:\n  van_ban: 123/2015/NĐ-CP\n  ngay: 2024-01-01\nmuc_do_truc_tuyen"
)
MARKED = CHANGED.replace("tu: 2", "tu: ▶2")


def test_after_the_last_day() -> None:
    assert "đã hết hiệu lực" in fails("TT-204", {BASE: ENDED, VERSION: MARKED})


def test_after_the_abolition() -> None:
    fails("TT-204", {BASE: ABOLISHED, VERSION: MARKED})


def test_after_a_version_that_abolishes() -> None:
    first = CHANGED.replace("dia_chi_tiep_nhan_ho_so: Trung tâm Phục vụ hành chính công xã\n", "")
    first += "bai_bo:\n  van_ban: 120/2025/NĐ-CP\n  ngay: 2025-07-01\n"
    later = "procedures/ho-tich/1.001193@2026-01-01.yml"
    fails("TT-204", {VERSION: first, later: CHANGED.replace("tu: 2025-07-01", "tu: ▶2026-01-01")}, later)


def test_the_version_brings_it_back() -> None:
    passes("TT-204", {BASE: ABOLISHED, VERSION: CHANGED + "bo_phan: [bai_bo]\n"})


def test_while_in_force() -> None:
    passes("TT-204", {VERSION: CHANGED})
