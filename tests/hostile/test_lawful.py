"""Right but unusual: no rule says more about these than about the unchanged sample."""

from __future__ import annotations

from tests.support.rule_samples import LAW, PLACES, PROCEDURE, UNIT, change, problems

REASON, ONLINE = "ly_do: Khi đăng ký quá hạn.", "    mo_ta: Nộp trên Cổng dịch vụ công.\n"
LIMIT = "  so: 1\n  don_vi: ngày làm việc\n"
CONDITION = "  - Trẻ chưa được đăng ký khai sinh."
HOURS = "thoi_gian_tiep_nhan: Giờ hành chính các ngày làm việc"
RESULT = "ten: Giấy khai sinh"


def online(amount: int, reason: str) -> dict[str, str]:
    line = f"    phi_le_phi:\n      - loai: lệ phí\n        muc_thu: {amount}\n        ly_do: {reason}\n"
    return {ONLINE: line + ONLINE}


def decision(number: str, body: str) -> dict[str, str]:
    return {"so: 1872/QĐ-BTP": f"so: {number}", "co_quan: Bộ Tư pháp": f"co_quan: {body}"}


PROCEDURES = [
    online(4000, "Giảm 50% khi nộp trực tuyến, theo Nghị quyết 08/2022/NQ-HĐND."),
    online(5600, "Giảm 30% khi nộp trực tuyến, theo Nghị quyết 08/2022/NQ-HĐND."),
    online(0, "Nộp trực tuyến được miễn theo Nghị quyết 08/2022/NQ-HĐND."),
    {REASON: "ly_do: 8.000 đồng (tám nghìn đồng) mỗi hồ sơ."},
    {REASON: "ly_do: 8k một hồ sơ."},
    {REASON: "ly_do: Tối đa 200.000 đồng một hồ sơ."},
    {"muc_thu: 8000": "muc_thu: 0", REASON: "ly_do: Người có công được miễn theo Pháp lệnh Ưu đãi người có công."},
    {"muc_thu: 8000": "muc_thu: 0", REASON: "ly_do: Không thu, theo Nghị quyết của HĐND tỉnh."},
    {ONLINE: "    mo_ta: Nộp trên Cổng dịch vụ công. Người cao tuổi được miễn lệ phí.\n"},
    decision("1234/QĐ-UBND", "Chủ tịch UBND tỉnh Hòa Lộc"),
    decision("1234/QĐ-UBND", "Ủy ban nhân dân tỉnh Hòa Lộc"),
    decision("855/QĐ-LĐTBXH", "Bộ Lao động - Thương binh và Xã hội"),
    decision("3457/QĐ-BNN-PCTT", "Bộ Nông nghiệp và Phát triển nông thôn"),
    decision("3457/QĐ-BVHTTDL", "Bộ Văn hóa, Thể thao và Du lịch"),
    decision("222/QĐ-BHXH", "Bảo hiểm xã hội Việt Nam"),
    decision("528/QĐ-UBDT", "Ủy ban Dân tộc"),
    decision("528/QĐ-VPCP", "Văn phòng Chính phủ"),
    decision("1061b/QĐ-BTP", "Bộ trưởng Bộ Tư pháp"),
    {LIMIT: f"{LIMIT}  ghi_chu: Không quá một ngày làm việc kể từ ngày nhận đủ hồ sơ.\n"},
    {LIMIT: f"{LIMIT}  ghi_chu: Trong 8 giờ làm việc kể từ khi nhận đủ hồ sơ.\n"},
    {LIMIT: f"{LIMIT}  ghi_chu: Cần xác minh thì kéo dài không quá 8 ngày làm việc.\n"},
    {LIMIT: f"{LIMIT}  ghi_chu: Vùng sâu, hải đảo không quá 10 ngày làm việc.\n"},
    {"noi_dung: Xem giấy tờ và cấp": "noi_dung: Trong 10 ngày kể từ khi có kết quả, gửi thông báo rồi cấp"},
    {"so_bo: 1": "so_bo: 3"},
    {CONDITION: "  - Bản sao phải còn đọc được.\n  - Tờ khai do chính người đi khai ký."},
    {CONDITION: "  - Có giấy phép xây dựng còn hiệu lực.\n  - Không thuộc trường hợp bị cấm."},
    {"dieu_khoan: Điều 15": "dieu_khoan: khoản 2 Điều 11; điểm a khoản 1 Điều 13"},
    {"co_quan_co_tham_quyen: UBND cấp xã": "co_quan_co_tham_quyen: Chủ tịch UBND cấp xã"},
    {"co_quan_thuc_hien: UBND cấp xã": "co_quan_thuc_hien: Công chức tư pháp – hộ tịch"},
    {HOURS: "thoi_gian_tiep_nhan: Thứ 2 – thứ 6 (7h30–11h30, 13h00–16h30); thứ 7 sáng 8h-11h"},
    {HOURS: "thoi_gian_tiep_nhan: Sáng từ 7 giờ 30 đến 11 giờ 30, chiều từ 13 giờ 30 đến 17 giờ"},
    {HOURS: "thoi_gian_tiep_nhan: 24/7 với hồ sơ trực tuyến"},
    {RESULT: "ten: Giấy khai sinh (Birth certificate), café, München"},
    {RESULT: 'ten: "Giấy khai sinh, bản sao…"'},
    {RESULT: "ten: XÃ NÃO – giấy khai sinh"},
    {RESULT: "ten: |-\n      Giấy khai sinh"},
]
UNITS = [
    {"gio_tiep_nhan: Giờ hành chính": "gio_tiep_nhan: Thứ Hai đến sáng thứ Bảy, 7h00 - 11h30 và 13h30 - 17h00"},
    {"ten: Bộ phận Một cửa UBND xã An Thanh": "ten: Bộ phận Một cửa"},
    {"co_quan_tiep_nhan: UBND xã An Thanh": "co_quan_tiep_nhan: Văn phòng UBND huyện Tứ Kỳ"},
    {"  tu: chưa rõ": "  tu: 2019-12-01\n  den: 2025-06-30"},
]
LAWS = [
    {"tep:": "sua_doi_bo_sung_boi:\n  - 07/2025/NĐ-CP\ntep:"},
    {"ngay_hieu_luc: 2016-01-01": "ngay_hieu_luc: chưa rõ"},
]


def test_nothing_right_is_refused() -> None:
    for kind, sample, cases in (("procedure", PROCEDURE, PROCEDURES), ("unit", UNIT, UNITS), ("law", LAW, LAWS)):
        known = {(one.id, one.message) for one in problems({PLACES[kind]: sample})}
        for changes in cases:
            found = problems({PLACES[kind]: change(sample, changes)})
            assert [one for one in found if (one.id, one.message) not in known] == [], changes
