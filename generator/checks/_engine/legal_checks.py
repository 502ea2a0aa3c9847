"""Legal requirements on a published procedure and the rules that cover each of them.

Rules declare the requirements they cover (`CHECKS` in each module). This module lists the requirements in the words of
editors, and what covers them besides rules: the site audit (KT-…), a report, a page.
"""

from __future__ import annotations

from dataclasses import dataclass

from generator.checks._engine.rule import Rule, all_rules


@dataclass(frozen=True, slots=True)
class LegalCheck:
    """id: permanent (L01 …); source: article with confidence V, S or M; asks: the requirement, for editors; elsewhere:
    what covers it besides the rules ('' for nothing)."""

    id: str
    source: str
    asks: str
    elsewhere: str = ""


LEGAL_CHECKS = (
    LegalCheck(
        "L01",
        "NĐ 63/2010 Đ8 k2 a–h (V)",
        "Đủ tên, trình tự, cách thức, hồ sơ, thời hạn, đối tượng, cơ quan, kết quả",
        "rà trang: KT-004",
    ),
    LegalCheck("L02", "NĐ 63/2010 Đ8 k2, sửa đổi (S)", "Mỗi giấy tờ nói số bản chính, bản sao; hồ sơ nói số bộ"),
    LegalCheck(
        "L03",
        "NĐ 63/2010 Đ8 k2 i (V)",
        "Mẫu đơn, mẫu kết quả, điều kiện, phí: có, không hay chưa rõ; 0 đồng phải có lý do",
    ),
    LegalCheck(
        "L04",
        "NĐ 63/2010 Đ3 (V)",
        "Bước có người làm và thứ tự; giấy tờ là nộp hay xuất trình; điều kiện không phải giấy tờ",
    ),
    LegalCheck("L05", "NĐ 63/2010 Đ15 k1 (V)", "Có căn cứ pháp lý còn hiệu lực; có nơi và giờ nhận hồ sơ"),
    LegalCheck("L06", "NĐ 63/2010 Đ15 k2 (V)", "Sửa đổi thì nói phần nào đổi, theo văn bản nào"),
    LegalCheck(
        "L07",
        "NĐ 63/2010 Đ15 k3, Đ14 (V)",
        "Bãi bỏ thì giữ tên, mã, văn bản và ngày bãi bỏ; không hiện như đang áp dụng",
        "trang thủ tục đã bãi bỏ vẫn mở được, không nằm trong danh sách và kết quả tìm",
    ),
    LegalCheck(
        "L08",
        "NĐ 63/2010 Đ13, Đ23, Đ18 k6 (V)",
        "Có quyết định công bố; huyện, xã không tự thêm bước, giấy tờ, khoản thu",
    ),
    LegalCheck("L09", "NĐ 63/2010 Đ25 (V)", "Tệp mẫu đơn có mã nguồn, mã băm, ngày lấy"),
    LegalCheck(
        "L10",
        "TT 19/2014/TT-BTP Đ10 k3 (V)",
        "Bốn báo cáo: chưa đăng, chưa đủ, hết hiệu lực còn đăng, khác dữ liệu quốc gia",
        "tthc report, tthc drift và trang /chat-luong/",
    ),
    LegalCheck(
        "L11",
        "TT 02/2017/TT-VPCP (S)",
        "Đăng từ ngày có hiệu lực, không sau ngày hết hiệu lực; mẫu đi ngay sau thủ tục",
    ),
    LegalCheck(
        "L12",
        "NĐ 63/2010 Đ16 (V)",
        "Từ trang đầu tới thủ tục không quá ba lần bấm, tìm ra, địa chỉ không đổi",
        "rà trang: KT-001, và trang tìm kiếm",
    ),
    LegalCheck(
        "L13",
        "NĐ 63/2010 Đ17 (V)",
        "Nói là bản sao, dẫn tới bản ghi quốc gia, ngày đối chiếu",
        "đầu và cuối trang thủ tục",
    ),
    LegalCheck("L14", "NĐ 63/2010 Đ26 (V)", "Thủ tục đã bãi bỏ vẫn giữ làm dữ liệu"),
    LegalCheck("L15", "NĐ 63/2010 Đ21 k2 (V)", "Bản in có số và ngày quyết định công bố", "bản in của trang thủ tục"),
    LegalCheck(
        "L16",
        "NĐ 63/2010 Đ20 k4 (V)",
        "Danh mục giấy tờ theo từng trường hợp",
        "phần “Trường hợp của bạn” ở trang thủ tục",
    ),
    LegalCheck(
        "L17",
        "NĐ 63/2010 Đ15, Đ24 (V); QĐ 766/QĐ-TTg (S)",
        "Công bố trước ngày áp dụng đủ ngày làm việc; ngày nghỉ lễ là dữ liệu",
    ),
    LegalCheck(
        "L18",
        "danh mục kèm quyết định của tỉnh, 2024 (V)",
        "Danh sách có STT, tên, mã, thời hạn, địa điểm, phí, căn cứ, cơ quan",
        "trang /don-vi/…/thu-tuc/",
    ),
    LegalCheck(
        "L19", "QĐ 766/QĐ-TTg, công thức 1.3 (S)", "Tỉ lệ đầy đủ tính hai cách", "tthc report và trang /chat-luong/"
    ),
    LegalCheck(
        "M01",
        "NĐ 61/2018 (M)",
        "Mỗi đơn vị có danh sách đúng những thủ tục nhận ở đó, in được",
        "trang /don-vi/…/thu-tuc/",
    ),
    LegalCheck(
        "M02",
        "NĐ 61/2018, NĐ 107/2021 (M)",
        "Trực tiếp, bưu chính, trực tuyến: mỗi hình thức có thời hạn, phí, ghi chú riêng",
    ),
    LegalCheck("M03", "Kế hoạch 2023 mục II.5 (V)", "Ghi rõ có phụ thuộc địa giới hành chính hay không"),
    LegalCheck("M04", "Kế hoạch 2023 mục II.4, QĐ 1291/QĐ-TTg (V)", "Thủ tục ngành dọc được đánh dấu, kèm nơi nhận"),
    LegalCheck("M05", "NĐ 118/2025 (S)", "Nơi nhận và cơ quan quyết định là hai chỗ ghi khác nhau"),
    LegalCheck("M06", "NQ 66.7/2025/NQ-CP (V)", "Không đòi giấy tờ mà dữ liệu đã thay được"),
    LegalCheck(
        "P01", "NĐ 20/2008 Đ7 k1 (V)", "Trang phản ánh nói: bằng tiếng Việt, nêu nội dung, ghi tên, địa chỉ, điện thoại"
    ),
    LegalCheck("P02", "NĐ 20/2008 Đ7 k2 (V)", "Mỗi đơn vị có số điện thoại chuyên dùng"),
    LegalCheck(
        "P03",
        "NĐ 20/2008 Đ7 k4, thêm bởi NĐ 92/2017 (V)",
        "Mỗi đơn vị có thư điện tử hoặc hệ thống; chữ Unicode dựng sẵn",
    ),
    LegalCheck(
        "P04",
        "Kế hoạch 2023 mục II.7 (V), mẫu phụ lục (M)",
        "Thông báo của từng đơn vị đủ phần, in được để niêm yết",
        "trang /don-vi/…/phan-anh/",
    ),
    LegalCheck("P05", "NĐ 63/2010 Đ22 (V)", "Công khai được kết quả xử lý theo từng đơn vị"),
    LegalCheck(
        "W01",
        "NĐ 42/2022 Đ7 (V)",
        "Tìm ra mọi nội dung; in và lưu được từng mục",
        "trang tìm kiếm, bản in của mỗi trang",
    ),
    LegalCheck("W02", "NĐ 42/2022 (S)", "Văn bản có hình thức, cơ quan, số, ngày, ngày hiệu lực, trích yếu, tệp"),
    LegalCheck("W03", "NĐ 42/2022 (S)", "Đơn vị có địa chỉ, điện thoại, thư; có cán bộ đầu mối"),
    LegalCheck("W04", "NĐ 42/2022 (S)", "Mức độ trực tuyến khớp với hình thức nộp và giấy tờ"),
    LegalCheck(
        "W05",
        "TT 26/2020, TT 39/2017 (S)",
        "UTF-8, Unicode dựng sẵn, trang ai cũng dùng được",
        "rà trang: KT-002, KT-006, KT-007",
    ),
)


def table() -> list[tuple[LegalCheck, list[Rule]]]:
    """Every requirement with the rules that cover it, in order."""
    return [(check, [rule for rule in all_rules() if check.id in rule.checks]) for check in LEGAL_CHECKS]
