"""A small site with two editions: of 2023, and of the present, on which its commune is another one."""

from __future__ import annotations

from tests.support.rule_samples import DISTRICT, SITE, UNIT
from tests.support.versions import EDITIONS, content

FATES = """\
- ma_thu_tuc: "1.001193"
  hien_nay: tiếp tục
  nguon: Cơ sở dữ liệu quốc gia
  ngay: 2026-11-26
"""


def edition_files(more: dict[str, str] | None = None) -> dict[str, str]:
    """Its files, with `more` besides or instead."""
    old = UNIT.replace("  tu: chưa rõ\n", "  tu: chưa rõ\n  den: 2025-06-30\n").replace(
        "lien_he:\n",
        "ke_tuc:\n  - don_vi: chi-minh-2025\n    phan: toàn bộ\n    ngay: 2025-07-01\n    van_ban: chưa rõ\nlien_he:\n",
    )
    new = UNIT.replace("11125", "11131").replace("ten: An Thanh", "ten: Chí Minh").replace("thuoc: tu-ky\n", "")
    return content(
        {
            "site.yml": f"{SITE}du_lieu_mo: 400\n{EDITIONS}",
            "fates.yml": FATES,
            "units/tu-ky.yml": DISTRICT,
            "units/an-thanh.yml": old,
            "units/chi-minh-2025.yml": new.replace("  tu: chưa rõ", "  tu: 2025-07-01"),
            **(more or {}),
        }
    )
