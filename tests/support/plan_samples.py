"""A complete plan with one record of each register, for the rules of the plan. `fails` and `passes` work as in
rule_samples.py, with the rest of the plan around the changed record."""

from __future__ import annotations

from tests.support import rule_samples
from tests.support.rule_samples import TASK

PLAN = """\
nam: 2023
so_ky_hieu: 12/KH-UBND
dia_danh_ngay: Tứ Kỳ, ngày 20 tháng 02 năm 2023
ten: Kế hoạch năm 2023
co_quan_ban_hanh: UBND huyện Tứ Kỳ
can_cu:
  - nguyen_van: Căn cứ Nghị định số 123/2015/NĐ-CP;
loi_dan: "Kế hoạch như sau:"
phan:
  - so: II
    ten: NỘI DUNG
    nhiem_vu: true
ket_luan: Trên đây là kế hoạch.
noi_nhan:
  - UBND tỉnh;
chu_ky:
  thay_mat: TM. ỦY BAN NHÂN DÂN
  chuc_vu: CHỦ TỊCH
  ho_ten: chờ đơn vị bổ sung
bao_cao:
  quy:
    tu_ngay: 15
    tu_thang: tháng trước kỳ báo cáo
    den_ngay: 14
    den_thang: tháng cuối quý
    han_ngay: 17
    han_thang: tháng cuối quý
  nam:
    tu: 15/12 năm trước
    den: 14/12
  noi_nhan: UBND huyện
  don_vi_gui:
    - các cơ quan chuyên môn
  co_quan:
    - phong-tu-phap
"""

DOCUMENT = """\
so_ky_hieu: 10/CV-UBND
loai: Công văn
trich_yeu: Đôn đốc rà soát
co_quan_ban_hanh: UBND huyện Tứ Kỳ
ngay_ban_hanh: 2023-05-04
ngay_hieu_luc: 2023-05-04
thay_the:
  - cv-09
nhiem_vu:
  - 2
tep: https://tuky.haiduong.gov.vn/10.pdf
"""

OLDER = DOCUMENT.replace("10/CV", "09/CV").replace("2023-05-04", "2023-04-03").replace("thay_the:\n  - cv-09\n", "")

REVIEW = """\
ma_thu_tuc: "1.001193"
co_quan: phong-tu-phap
han: 2023-06-30
tien_do:
  - ngay: 2023-03-01
    trang_thai: đăng ký
  - ngay: 2023-06-15
    trang_thai: đã kiến nghị
    van_ban: cv-10
de_xuat: sửa đổi, bổ sung
noi_dung_de_xuat: Bỏ một bản sao.
chi_phi_hien_tai:
  thu_nhap_gio: 30000
  so_lan_nam: 1
  so_doi_tuong: 100
  cac_viec:
    - cong_viec: Đi nộp
      phut: 120
  nguon: Khảo sát
chi_phi_sau:
  thu_nhap_gio: 30000
  so_lan_nam: 1
  so_doi_tuong: 100
  cac_viec:
    - cong_viec: Đi nộp
      phut: 60
  nguon: Khảo sát
"""

EVENT = """\
loai: tập huấn
ten: Tập huấn nghiệp vụ
tu: 2023-04-10
den: 2023-04-11
chu_tri: phong-tu-phap
don_vi:
  - an-thanh
noi_dung: Hướng dẫn tiếp nhận hồ sơ.
ket_luan: 40 người dự.
van_ban:
  - cv-10
"""

RESULT = """\
ky: Quý II/2023
tu: 2023-03-15
den: 2023-06-14
nguon: Báo cáo 11/BC-UBND
so_lieu:
  - don_vi: an-thanh
    truc_tuyen: 10
    truc_tiep_buu_chinh: 20
    ky_truoc: 5
    tong_tiep_nhan: 35
    truoc_han: 25
    dung_han: 4
    qua_han: 1
    tong_da_giai_quyet: 30
    dang_trong_han: 5
    dang_qua_han: 0
tong_cong:
  truc_tuyen: 10
  truc_tiep_buu_chinh: 20
  ky_truoc: 5
  tong_tiep_nhan: 35
  truoc_han: 25
  dung_han: 4
  qua_han: 1
  tong_da_giai_quyet: 30
  dang_trong_han: 5
  dang_qua_han: 0
"""

TARGETS = """\
- ten: Hồ sơ trực tuyến
  nhom: dịch vụ công trực tuyến
  nhiem_vu: 2
  muc: 50
  can_cu: Kế hoạch của tỉnh
  so_lieu:
    - ngay: 2023-06-14
      dat: 30
      tong: 100
      nguon: Báo cáo 11/BC-UBND
"""

FEEDBACK = """\
ky: Quý II/2023
tu: 2023-03-15
den: 2023-06-14
nguon: Báo cáo 11/BC-UBND
so_lieu:
  - don_vi: an-thanh
    hanh_vi: 1
    quy_dinh: 3
    tong_tiep_nhan: 4
    da_xu_ly: 3
    dang_xu_ly: 1
    da_cong_khai: 2
"""

ANSWER = """\
ten: Giờ tiếp nhận ghi chưa đúng
ngay_nhan: 2023-05-08
ngay_tra_loi: 2023-05-15
don_vi: an-thanh
ma_thu_tuc: "1.001193"
phan_anh: Người gửi thấy giờ niêm yết khác giờ thực tế.
tra_loi: Đã sửa thông báo.
"""

PROCESS = """\
ma_thu_tuc: "1.001193"
cap: cấp xã
van_ban: Quyết định 5/QĐ-UBND
buoc:
  - viec: Tiếp nhận
    nguoi_lam: Công chức Một cửa
    so: 2
    don_vi: giờ làm việc
  - viec: Xem xét, ký
    nguoi_lam: Lãnh đạo UBND
    so: 6
    don_vi: giờ làm việc
"""

SECOND = TASK.replace("so: 1", "so: 2").replace("chỉ đạo", "rà soát")
PLACES = {
    "plan/2023/plan.yml": PLAN,
    "plan/2023/tasks/01.yml": TASK + "mang: chỉ đạo\n",
    "plan/2023/tasks/02.yml": SECOND + "mang: rà soát\n",
    "plan/2023/documents/cv-09.yml": OLDER,
    "plan/2023/documents/cv-10.yml": DOCUMENT,
    "plan/2023/reviews/khai-sinh.yml": REVIEW,
    "plan/2023/events/tap-huan.yml": EVENT,
    "plan/2023/results/quy-2.yml": RESULT,
    "plan/2023/targets.yml": TARGETS,
    "plan/2023/feedback/quy-2.yml": FEEDBACK,
    "plan/2023/answers/gio.yml": ANSWER,
    "processes/1-001193.yml": PROCESS,
}
for number, area in enumerate(("tập huấn", "một cửa", "phản ánh"), 3):
    PLACES[f"plan/2023/tasks/{number:02}.yml"] = TASK.replace("so: 1", f"so: {number}") + f"mang: {area}\n"


def fails(
    rule: str,
    place: str,
    changes: dict[str, str],
    *,
    others: dict[str, str] | None = None,
    severity: str = "",
    as_of: str = rule_samples.DAY,
) -> str:
    """The rule reports exactly at the marks of the changed record at `place`; returns messages and hints."""
    return rule_samples.fails(
        rule, PLACES[place], changes, others=around(place, others), severity=severity, path=place, as_of=as_of
    )


def passes(
    rule: str,
    place: str,
    changes: dict[str, str] | None = None,
    *,
    others: dict[str, str] | None = None,
    as_of: str = rule_samples.DAY,
) -> None:
    """The rule has nothing to say about the changed record, nor about the rest of the plan."""
    rule_samples.passes(rule, PLACES[place], changes, others=around(place, others), path=place, as_of=as_of)


def around(place: str, others: dict[str, str] | None) -> dict[str, str]:
    """The rest of the plan, with these files instead."""
    return {path: text for path, text in (PLACES | (others or {})).items() if path != place}
