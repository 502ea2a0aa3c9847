"""An overlay of a commune for a procedure of the sample content."""

PLACE = "units/an-thanh/overlay/1.001193.yml"
OVERLAY = """\
ma_thu_tuc: "1.001193"
quay: Quầy số 2
dia_chi: Nhà một cửa, thôn An Định
gio_tiep_nhan: Sáng thứ Hai đến thứ Sáu
chuc_vu_can_bo: Công chức Tư pháp – Hộ tịch
noi_nop_tien: Nộp tại quầy
ghi_chu: Nên đến vào buổi chiều, ít phải chờ.
ngay_ra_soat: 2023-12-01
phien_ban:
  doi_tuong: v00
"""
