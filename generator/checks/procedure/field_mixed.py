"""Chữ của phần này nằm ở phần khác.

Dán từ bảng tính lệch một cột thì giờ nhận nằm ở nơi nhận, thời hạn nằm ở cơ quan, mã thủ tục nằm ở từ khóa: phần nào
cũng có chữ nhưng người dân đọc không hiểu (NĐ 63/2010/NĐ-CP Điều 8 khoản 2, Điều 15 khoản 1). Chuyển chữ về đúng phần.

Sai:
    dia_chi_tiep_nhan_ho_so: Giờ hành chính các ngày làm việc
    thoi_gian_tiep_nhan: Bộ phận Một cửa UBND xã
Đúng:
    dia_chi_tiep_nhan_ho_so: Bộ phận Một cửa UBND xã
    thoi_gian_tiep_nhan: Giờ hành chính các ngày làm việc
"""

import re
from collections.abc import Iterator

from generator.checks._engine.context import ValidationContext
from generator.checks._engine.rule import Finding
from generator.loading.entry import Entry
from generator.problem import WARNING
from generator.schema.codes import PROCEDURE_CODE
from generator.text.audience import field
from generator.text.excerpts import excerpt

ID = "TT-269"
SEVERITY = WARNING
LAW = "NĐ 63/2010 Đ8 k2, Đ15 k1"
CONFIDENCE = "V"
CHECKS = ("L01", "L05")
KINDS = ("procedure",)
GIVES_WAY_TO = ("TT-097",)
LIMIT = re.compile(
    r"(?:không quá |trong (?:thời hạn |vòng )?)?\d{1,3} (?:ngày|giờ|tháng)(?: làm việc)?\b", re.IGNORECASE
)
HOURS = re.compile(
    r"(?:trong |theo )?giờ (?:hành chính|làm việc)|(?:từ )?thứ (?:hai|ba|tư|năm|sáu)\b|(?:buổi )?(?:sáng|chiều)\b"
    r"|từ \d{1,2} ?(?:h|g|:)",
    re.IGNORECASE,
)
MONEY = re.compile(r"\d[\d.]*+ ?(?:đồng|đ)\b|miễn phí\b|không thu\b", re.IGNORECASE)
APPLICANTS = "cá nhân|tổ chức|công dân(?: việt nam)?|doanh nghiệp|hộ gia đình|hợp tác xã|người nước ngoài|người dân"
APPLICANT = re.compile(rf"(?:{APPLICANTS})(?:(?:,| và| hoặc) (?:{APPLICANTS})){{0,9}}\W*", re.IGNORECASE)
A_TIME = re.compile(
    r"giờ|sáng|chiều|ngày|thứ|tuần|tháng|năm|lịch|đợt|\d ?(?:h|g)\b|\d[:hg]\d\d|24/|lúc|quy định|thường xuyên|liên tục",
    re.IGNORECASE,
)
STEPS = re.compile(r"\W*bước (?:1|một|thứ nhất)\b", re.IGNORECASE)


def check(entry: Entry, context: ValidationContext) -> Iterator[Finding]:
    """Bodies and places that are a time, money or an applicant; hours without a time; a summary that is the steps; a
    code among the key words."""
    record = entry.record
    for key, text in (
        ("co_quan_thuc_hien", record.executing_agency),
        ("co_quan_co_tham_quyen", record.deciding_agency),
        ("dia_chi_tiep_nhan_ho_so", record.receiving_place),
        ("co_quan_duoc_uy_quyen", record.delegated_agency),
        ("co_quan_phoi_hop", record.coordinating_agency),
    ):
        what = _other_than_a_body(text or "")
        if what:
            yield Finding((key,), f"“{excerpt(text or '')}” là {what[0]}", f"Chuyển sang {field(what[1])}.")
    hours = record.receiving_hours or ""
    if LIMIT.fullmatch(hours.strip(" .")):
        yield _in_hours(f"“{hours}” là thời hạn", field("thoi_han_giai_quyet"))
    elif hours and not A_TIME.search(hours):
        yield _in_hours(
            f"“{excerpt(hours)}” không nói giờ, ngày nào", f"{field('dia_chi_tiep_nhan_ho_so')} nếu là nơi nhận"
        )
    if STEPS.match(record.summary or ""):
        yield Finding(
            ("mo_ta",),
            "mô tả chép các bước",
            f"Viết một câu thủ tục để làm gì; các bước để ở {field('trinh_tu_thuc_hien')}.",
        )
    for at, word in enumerate(record.keywords):
        if PROCEDURE_CODE.fullmatch(word):
            yield Finding(
                ("tu_khoa", at),
                f"“{word}” là mã thủ tục",
                f"Mã đã tìm được; thủ tục khác thì kể ở {field('thu_tuc_lien_quan')}.",
            )


def _other_than_a_body(text: str) -> tuple[str, str] | None:
    """(what it is instead, where it belongs); None for a body or a place."""
    if LIMIT.match(text):
        return "thời hạn", "thoi_han_giai_quyet"
    if HOURS.match(text):
        return "giờ nhận", "thoi_gian_tiep_nhan"
    if MONEY.match(text):
        return "khoản thu", "phi_le_phi"
    return ("người làm thủ tục", "doi_tuong_thuc_hien") if APPLICANT.fullmatch(text) else None


def _in_hours(message: str, place: str) -> Finding:
    return Finding(("thoi_gian_tiep_nhan",), message, f"Ghi ngày giờ nhận hồ sơ; chuyển chữ này sang {place}.")
