"""A complete record of each kind, as an editor would write it."""

from __future__ import annotations

PROCEDURE = """\
ma_thu_tuc: "1.001193"
ten_thu_tuc: Đăng ký khai sinh
phan_biet: Dùng cho trẻ sinh tại Việt Nam.
linh_vuc: Hộ tịch
cap_thuc_hien:
  - cấp xã
mo_ta: Ghi việc sinh của trẻ và cấp Giấy khai sinh.
quyet_dinh_cong_bo:
  so: 1872/QĐ-BTP
  ngay: 2020-09-04
  co_quan: Bộ Tư pháp
hieu_luc:
  tu: 2016-01-01
muc_do_truc_tuyen: toàn trình
khong_phu_thuoc_dia_gioi: false
trinh_tu_thuc_hien:
  - nguoi_thuc_hien: người nộp
    noi_dung: Nộp hồ sơ tại Bộ phận Một cửa.
  - nguoi_thuc_hien: cơ quan
    noi_dung: Xem giấy tờ và cấp Giấy khai sinh.
cach_thuc_thuc_hien:
  - hinh_thuc_nop: trực tiếp
  - hinh_thuc_nop: trực tuyến
    mo_ta: Nộp trên Cổng dịch vụ công.
thoi_han_giai_quyet:
  so: 1
  don_vi: ngày làm việc
phi_le_phi:
  - loai: lệ phí
    muc_thu: 8000
    don_vi_tinh: hồ sơ
    ly_do: Khi đăng ký quá hạn.
thanh_phan_ho_so:
  so_bo: 1
  giay_to_chung:
    - ten_giay_to: Tờ khai đăng ký khai sinh
      nop_hay_xuat_trinh: nộp
      ban_chinh: 1
      ban_sao: 0
      bieu_mau: Tờ khai đăng ký khai sinh
    - ten_giay_to: Hộ chiếu hoặc căn cước của người đi đăng ký
      nop_hay_xuat_trinh: xuất trình
      ban_chinh: 1
      ban_sao: 0
      chi_khi_truc_tiep: true
  truong_hop:
    - ten: Trẻ bị bỏ rơi
      giay_to:
        - ten_giay_to: Biên bản về việc trẻ bị bỏ rơi
          nop_hay_xuat_trinh: nộp
          ban_chinh: 1
          ban_sao: 0
doi_tuong_thuc_hien:
  - Công dân Việt Nam
co_quan_thuc_hien: UBND cấp xã
co_quan_co_tham_quyen: UBND cấp xã
dia_chi_tiep_nhan_ho_so: Bộ phận Một cửa UBND xã, thị trấn
thoi_gian_tiep_nhan: Giờ hành chính các ngày làm việc
ket_qua_thuc_hien:
  - ten: Giấy khai sinh
    mau_ket_qua: không
bieu_mau:
  - ten: Tờ khai đăng ký khai sinh
    so_hieu: Mẫu 01
    van_ban: 123/2015/NĐ-CP
yeu_cau_dieu_kien:
  - Trẻ chưa được đăng ký khai sinh.
can_cu_phap_ly:
  - so_ky_hieu: 123/2015/NĐ-CP
    dieu_khoan: Điều 15
doi_chieu:
  trang_thai: đã đối chiếu
  nguon: https://dichvucong.gov.vn/thu-tuc-hanh-chinh/1
  ngay: 2023-11-02
"""

LAW = """\
so_ky_hieu: 123/2015/NĐ-CP
loai: Nghị định
trich_yeu: Quy định chi tiết Luật Hộ tịch
co_quan_ban_hanh: Chính phủ
ngay_ban_hanh: 2015-11-15
ngay_hieu_luc: 2016-01-01
tep: https://vanban.chinhphu.vn/123
"""

UNIT = """\
ma_don_vi: "11125"
ten: An Thanh
loai: xã
thuoc: tu-ky
hieu_luc:
  tu: chưa rõ
lien_he:
  dia_chi: Trụ sở UBND xã An Thanh
  dien_thoai: 0220 3747 111
  thu_dien_tu: anthanh@tuky.haiduong.gov.vn
  trang_thong_tin: https://anthanh.tuky.haiduong.gov.vn
bo_phan_mot_cua:
  ten: Bộ phận Một cửa UBND xã An Thanh
  dia_chi: Trụ sở UBND xã An Thanh
  gio_tiep_nhan: Giờ hành chính
  dien_thoai: 0220 3747 112
  thu_dien_tu: motcua@tuky.haiduong.gov.vn
phan_anh:
  co_quan_tiep_nhan: UBND xã An Thanh
  dia_chi: Trụ sở UBND xã An Thanh
  dien_thoai: 0220 3747 113
  thu_dien_tu: phananh@tuky.haiduong.gov.vn
  he_thong: https://pakn.dichvucong.gov.vn
can_bo_dau_moi:
  chuc_vu: Công chức Văn phòng – Thống kê
  ho_ten: chờ đơn vị bổ sung
  dien_thoai: chờ đơn vị bổ sung
  thu_dien_tu: chờ đơn vị bổ sung
"""

DISTRICT = UNIT.replace("11125", "298").replace("ten: An Thanh\nloai: xã\nthuoc: tu-ky", "ten: Tứ Kỳ\nloai: huyện")
DISTRICT = DISTRICT.replace("UBND xã An Thanh", "UBND huyện Tứ Kỳ")

SITE = """\
ten: Thủ tục hành chính huyện Tứ Kỳ
co_quan_chu_quan: UBND huyện Tứ Kỳ
co_quan_quan_ly: Văn phòng HĐND và UBND huyện
don_vi: tu-ky
as_of: 2023-12-31
dia_chi_trang: https://tthc.tuky.haiduong.gov.vn/
cong_quoc_gia: https://dichvucong.gov.vn
he_thong_phan_anh: https://pakn.dichvucong.gov.vn
tong_dai:
  so: "18001096"
  ten: Tổng đài hỗ trợ
phan_anh:
  duoc_phan_anh:
    - Quy định hành chính chưa phù hợp
  khong_nhan:
    - Khiếu nại, tố cáo gửi Ban Tiếp công dân huyện
  yeu_cau:
    - Viết bằng tiếng Việt, nêu rõ nội dung
    - Ghi tên, địa chỉ, số điện thoại
  cach_gui:
    - Gửi văn bản
"""

FIELDS = """\
- ten: Hộ tịch
  slug: ho-tich
  co_quan: phong-tu-phap
"""

AGENCIES = """\
- slug: phong-tu-phap
  ten: Phòng Tư pháp
  loai: cơ quan
"""

GUIDE = """\
---
ten: Sinh con
mo_ta: Từ giấy chứng sinh đến thẻ bảo hiểm y tế.
buoc:
  - ten: Khai sinh cho con
    thu_tuc: ["1.001193"]
---
Mang theo giấy chứng sinh.
"""

NOTICE = """\
---
ten: Trang thủ tục hành chính bắt đầu hoạt động
ngay: 2023-12-31
mo_ta: Tra cứu thủ tục của huyện và xã.
---
Nội dung tin.
"""

HANDBOOK = """\
---
ten: Sửa một mức phí
mo_ta: Đổi một con số.
thu_tu: 1
---
Nội dung chương.
"""

HOLIDAYS = """\
nam: 2023
ngay_nghi:
  - ngay: 2023-01-01
    ten: Tết Dương lịch
  - ngay: 2023-04-30
    ten: Ngày Chiến thắng
  - ngay: 2023-05-01
    ten: Quốc tế Lao động
  - ngay: 2023-09-02
    ten: Quốc khánh
  - ngay: 2023-09-04
    ten: Nghỉ bù Quốc khánh
nguon: Thông báo 5034/TB-LĐTBXH
"""

TASK = """\
so: 1
ten: Công tác chỉ đạo
noi_dung:
  - Ban hành kế hoạch.
co_quan_chu_tri:
  nguyen_van: Phòng Tư pháp
  co_quan: [phong-tu-phap]
thoi_gian:
  nguyen_van: Trong năm 2023
  tu: 2023-01-01
  den: 2023-12-31
"""

PLAN = """\
nam: 2023
so_ky_hieu: /KH-UBND
dia_danh_ngay: Tứ Kỳ, tháng 02 năm 2023
ten: Kiểm soát thủ tục hành chính năm 2023
co_quan_ban_hanh: UBND huyện Tứ Kỳ
can_cu:
  - nguyen_van: Căn cứ Nghị định số 123/2015/NĐ-CP;
    van_ban: [123/2015/NĐ-CP]
loi_dan: UBND huyện xây dựng Kế hoạch như sau
phan:
  - so: II
    ten: NỘI DUNG
    nhiem_vu: true
ket_luan: Trên đây là Kế hoạch.
noi_nhan:
  - UBND tỉnh
chu_ky:
  thay_mat: TM. ỦY BAN NHÂN DÂN
  chuc_vu: PHÓ CHỦ TỊCH
  ho_ten: Đào Văn Soái
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
    - UBND cấp xã
"""

PLACES = {
    "procedure": "procedures/ho-tich/1.001193.yml",
    "law": "laws/123-2015-nd-cp.yml",
    "unit": "units/an-thanh.yml",
    "site": "site.yml",
    "field": "fields.yml",
    "agency": "agencies.yml",
    "guide": "guides/sinh-con.md",
    "notice": "notices/khai-truong.md",
    "handbook": "handbook/sua-phi.md",
    "holidays": "holidays/2023.yml",
    "task": "plan/2023/tasks/01.yml",
    "plan": "plan/2023/plan.yml",
}

SAMPLES = {
    "procedure": PROCEDURE, "law": LAW, "unit": UNIT, "site": SITE, "field": FIELDS, "agency": AGENCIES,
    "guide": GUIDE, "notice": NOTICE, "handbook": HANDBOOK, "holidays": HOLIDAYS, "task": TASK, "plan": PLAN,
}  # fmt: skip
