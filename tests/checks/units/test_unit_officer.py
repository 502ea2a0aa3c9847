"""TT-063: every unit names its focal officer's post."""

from tests.support.rule_samples import UNIT, fails, passes

PART = UNIT[UNIT.index("can_bo_dau_moi") :]


def test_a_commune_without_an_officer() -> None:
    fails("TT-063", UNIT, {PART: "", "ma_don_vi": "▶ma_don_vi"}, severity="warning")


def test_with_one() -> None:
    passes("TT-063", UNIT)


def test_a_name_for_a_post_and_a_post_for_a_name() -> None:
    post, name = "chuc_vu: Công chức Văn phòng – Thống kê", "ho_ten: chờ đơn vị bổ sung"
    for person in ("Nguyễn Thị Hoa", "NGUYỄN THỊ HOA"):
        fails("TT-063", UNIT, {post: f"chuc_vu: ▶{person}"})
    for wrong in ("Công chức Văn phòng", "0912345679"):
        fails("TT-063", UNIT, {name: f"ho_ten: ▶{wrong}"})
    staff = "dien_thoai: 0220 3747 112", "nhan_su:\n    - chuc_vu: {}\n  dien_thoai: 0220 3747 112"
    fails("TT-063", UNIT, {staff[0]: staff[1].format("▶Trần Văn Bình")})
    passes("TT-063", UNIT, {name: "ho_ten: Nguyễn Thị Hoa", staff[0]: staff[1].format("Lãnh đạo Văn phòng")})
