"""A record with dated versions, in memory, and its problems."""

from __future__ import annotations

import datetime as dt

from generator.checks._engine.runner import check
from generator.loading.folder import read_text
from generator.loading.store import Store
from generator.problem import Problem
from generator.schema.kinds import KINDS, kind_of
from tests.support import rule_samples as samples

MARK = samples.MARK
BASE = "procedures/ho-tich/1.001193.yml"
VERSION = "procedures/ho-tich/1.001193@2025-07-01.yml"
NEW_LAW = """\
so_ky_hieu: 120/2025/NĐ-CP
loai: Nghị định
trich_yeu: Quy định về phân định thẩm quyền của chính quyền địa phương hai cấp
co_quan_ban_hanh: Chính phủ
ngay_ban_hanh: 2025-06-11
ngay_hieu_luc: 2025-07-01
tep: https://vanban.chinhphu.vn/120
"""
EDITIONS = """\
cac_ban:
  - ngay: 2023-12-31
    thu_muc: ban-2023
    ten: Bản năm 2023
  - ngay: 2026-11-29
    thu_muc: hien-nay
    ten: Bản hiện nay
"""
CHANGED = """\
ma_thu_tuc: "1.001193"
ap_dung_tu: 2025-07-01
can_cu_sua_doi: 120/2025/NĐ-CP
noi_dung_sua_doi: Nộp tại Trung tâm Phục vụ hành chính công của xã mới.
dia_chi_tiep_nhan_ho_so: Trung tâm Phục vụ hành chính công xã
"""


def content(files: dict[str, str] | None = None) -> dict[str, str]:
    """Files of a small content with one procedure, and `files` besides or instead."""
    return {
        "site.yml": samples.SITE,
        "fields.yml": samples.FIELDS,
        "agencies.yml": samples.AGENCIES,
        "laws/123.yml": samples.LAW,
        "laws/120.yml": NEW_LAW,
        BASE: samples.PROCEDURE,
        **(files or {}),
    }


def store_of(files: dict[str, str]) -> Store:
    """The store of these files, without marks."""
    store = Store({kind.name: [] for kind in KINDS})
    for path in sorted(files):
        kind = kind_of(path)
        assert kind, path
        read_text(files[path].replace(MARK, ""), f"content/{path}", kind, store)
    return store


def problems_of(
    files: dict[str, str], day: dt.date = dt.date(2023, 12, 31), others: tuple[dt.date, ...] = ()
) -> list[Problem]:
    """All problems of the content with these files."""
    return check(store_of(content(files)), day, None, others)


def fails(rule: str, files: dict[str, str], marked: str = VERSION) -> str:
    """The rule reports one problem, in the file `marked` at the mark. Returns its message and hint."""
    found = [problem for problem in problems_of(files) if problem.id == rule]
    assert len(found) == 1, found
    before = files[marked].partition(MARK)[0]
    place = (before.count("\n") + 1, len(before.rpartition("\n")[2]) + 1)
    assert (found[0].path, found[0].line, found[0].column) == (f"content/{marked}", *place), found
    return f"{found[0].message} {found[0].hint}"


def passes(rule: str, files: dict[str, str]) -> None:
    """The rule reports nothing."""
    assert [problem for problem in problems_of(files) if problem.id == rule] == []
