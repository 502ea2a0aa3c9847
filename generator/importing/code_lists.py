"""Mapping tables from source vocabulary to model values: levels, kinds, audiences, channels, issuing bodies."""

from __future__ import annotations

import re

from generator.text.folding import fold

LEVELS = {
    "cap bo": "cấp bộ", "cap trung uong": "cấp bộ", "cap tinh": "cấp tỉnh", "cap huyen": "cấp huyện",
    "cap xa": "cấp xã", "nganh doc": "ngành dọc", "tinh": "cấp tỉnh", "huyen": "cấp huyện", "xa": "cấp xã",
}  # fmt: skip
KINDS = {
    "tthc duoc giao luat quy dinh chi tiet": "TTHC được luật giao quy định chi tiết",
    "tthc duoc luat giao quy dinh chi tiet": "TTHC được luật giao quy định chi tiết",
    "tthc duoc luat giao cho dia phuong quy dinh chi tiet": "TTHC được luật giao cho địa phương quy định chi tiết",
    "tthc khong duoc luat giao cho dia phuong quy dinh": "TTHC không được luật giao quy định chi tiết",
    "tthc khong duoc luat giao quy dinh chi tiet": "TTHC không được luật giao quy định chi tiết",
    "tthc lien thong": "TTHC liên thông",
}
AUDIENCES = {
    "cong dan viet nam": "Công dân Việt Nam",
    "nguoi viet nam dinh cu o nuoc ngoai": "Người Việt Nam định cư ở nước ngoài",
    "nguoi nuoc ngoai": "Người nước ngoài",
    "nguoi nuoc ngoai cu tru tai viet nam": "Người nước ngoài",
    "can bo, cong chuc, vien chuc": "Cán bộ, công chức, viên chức",
    "doanh nghiep": "Doanh nghiệp",
    "doanh nghiep viet nam": "Doanh nghiệp",
    "doanh nghiep co von dau tu nuoc ngoai": "Doanh nghiệp",
    "hop tac xa": "Hợp tác xã",
    "to chuc": "Tổ chức",
    "to chuc (khong bao gom doanh nghiep, htx)": "Tổ chức",
    "to chuc nuoc ngoai": "Tổ chức",
    "to chuc dang": "Tổ chức",
    "ho gia dinh": "Hộ gia đình",
}
CHANNELS = {
    "truc tiep": "trực tiếp",
    "dich vu buu chinh": "bưu chính",
    "buu chinh": "bưu chính",
    "truc tuyen": "trực tuyến",
}

_AND = re.compile(r"(?<!\s)\s*+(?:[,;/+]|[-–](?=\s)|(?<=\s)và(?=\s))\s*")

# States and notes of a procedure that has ended as a whole; “tạm dừng” and “bãi bỏ một phần” end nothing.
ENDED = re.compile(
    r"\W*(?:đã |bị |được )*(?:bãi bỏ|h(?:ủy|uỷ) bỏ|hết hiệu lực|không còn (?:hiệu lực|áp dụng|thực hiện)"
    r"|(?:ngừng|ngưng|dừng|chấm dứt) (?:hiệu lực|thực hiện|áp dụng|tiếp nhận))(?! một phần)",
    re.IGNORECASE,
)
_ENDED_MARK = re.compile(
    r"[(\[]\s*+((?:đã |bị |được )*+(?:bãi bỏ|h(?:ủy|uỷ) bỏ|hết hiệu lực)(?! một phần)[^()\[\]]{0,200})[)\]]",
    re.IGNORECASE,
)
ENDING = re.compile("bãi bỏ|hết hiệu lực|không còn (?:hiệu lực|áp dụng)")  # in a title of a part, in lower case

# Longest first when used in a pattern: BNNPTNT before BN.
BODIES = {
    "BCA": "Bộ Công an", "BCT": "Bộ Công Thương", "BDTTG": "Bộ Dân tộc và Tôn giáo", "BGDĐT": "Bộ Giáo dục và Đào tạo",
    "BGTVT": "Bộ Giao thông vận tải", "BKHCN": "Bộ Khoa học và Công nghệ", "BKHĐT": "Bộ Kế hoạch và Đầu tư",
    "BLĐTBXH": "Bộ Lao động - Thương binh và Xã hội", "BNG": "Bộ Ngoại giao", "BNNMT": "Bộ Nông nghiệp và Môi trường",
    "BNNPTNT": "Bộ Nông nghiệp và Phát triển nông thôn", "BNV": "Bộ Nội vụ", "BQP": "Bộ Quốc phòng",
    "BTC": "Bộ Tài chính",
    "BTNMT": "Bộ Tài nguyên và Môi trường", "BTP": "Bộ Tư pháp", "BTTTT": "Bộ Thông tin và Truyền thông",
    "BVHTTDL": "Bộ Văn hóa, Thể thao và Du lịch", "BXD": "Bộ Xây dựng", "BYT": "Bộ Y tế", "CP": "Chính phủ",
    "NHNN": "Ngân hàng Nhà nước Việt Nam", "TTCP": "Thanh tra Chính phủ", "TTg": "Thủ tướng Chính phủ",
    "UBDT": "Ủy ban Dân tộc", "UBTVQH": "Ủy ban Thường vụ Quốc hội", "VPCP": "Văn phòng Chính phủ",
    "TANDTC": "Tòa án nhân dân tối cao", "VKSTC": "Viện kiểm sát nhân dân tối cao", "BHXH": "Bảo hiểm xã hội Việt Nam",
}  # fmt: skip
LAW_KINDS = {
    "NĐ": "Nghị định", "TT": "Thông tư", "TTLT": "Thông tư liên tịch", "QĐ": "Quyết định", "NQ": "Nghị quyết",
    "CT": "Chỉ thị", "PL": "Pháp lệnh", "NQLT": "Nghị quyết liên tịch", "KH": "Kế hoạch",
}  # fmt: skip
SECTORS = (
    ("công an", "công an"), ("cơ quan thuế", "thuế"), ("chi cục thuế", "thuế"), ("thuế cơ sở", "thuế"),
    ("thuế tỉnh", "thuế"), ("bảo hiểm xã hội", "bảo hiểm xã hội"), ("hải quan", "hải quan"), ("quân sự", "quân sự"),
    ("kho bạc", "kho bạc"), ("cục thuế", "thuế"), ("đội thuế", "thuế"), ("cảnh sát", "công an"), ("tòa án", "tòa án"),
    ("thi hành án", "thi hành án"), ("bhxh", "bảo hiểm xã hội"),
)  # fmt: skip


def without_end(name: str) -> tuple[str, str]:
    """(name, what a mark in brackets says of its end): “(Bãi bỏ) Cấp giấy” is “Cấp giấy”; without one it says ""."""
    found = _ENDED_MARK.search(name) if "(" in name or "[" in name else None
    if not found:
        return name, ""
    return f"{name[: found.start()].rstrip()}{name[found.end() :]}".strip(), found[1].strip()


def split_list(value: str) -> list[str]:
    """Split a comma-separated list of names. A comma before a lower-case word belongs to the name."""
    names: list[str] = []
    for part in re.split(r"(?<![^\S\n])[^\S\n]*+[;\n]\s*+|,\s++(?=[^\W\d_])", value):
        continues = names and part and (not part[0].isupper() or part.startswith("HTX"))
        if continues:
            names[-1] += ", " + part
        elif part:
            names.append(part)
    return names


def mapped(values: list[str], table: dict[str, str]) -> tuple[list[str], list[str]]:
    """Return (model values without duplicates, source values with no entry in `table`)."""
    mapped_values: list[str] = []
    unmapped: list[str] = []
    for value in values:
        words = [table.get(fold(value).strip(" ."))]
        if words == [None]:  # “cấp tỉnh/cấp xã”, “Cấp huyện, cấp xã”
            words = [table.get(fold(part).strip(" .")) for part in _AND.split(value)]
        if None in words:
            unmapped.append(value)
        else:
            mapped_values += filter(None, words)
    return list(dict.fromkeys(mapped_values)), unmapped


def body_of(number: str) -> str:
    """The issuing body, derived from the suffix of a document number; "" when unknown."""
    tail = number.rsplit("/", 1)[-1]
    if re.search(r"\bQH\d", tail):
        return "Quốc hội"
    for part in tail.split("-")[1:]:
        if (body := part.rstrip("0123456789")) in BODIES:
            return BODIES[body]
    return "Ủy ban Thường vụ Quốc hội" if tail.startswith("UBTVQH") else ""


def sector_of(agencies: str) -> str:
    """The vertical sector recognised in agency names, or ""."""
    text = agencies.lower()
    return next((word for part, word in SECTORS if part in text), "")


def field_sector(field: str) -> str:
    """The vertical sector that a field of work belongs to as a whole, or ""."""
    text = field.lower()
    if "bhxh" in text or "bhyt" in text:
        return "bảo hiểm xã hội"
    return next((word for word in ("hải quan", "thuế", "kho bạc", "tòa án") if text.startswith(word)), "")


def only_sector(agencies: list[str]) -> str:
    """The vertical sector to which all of these agencies belong; "" if one of them belongs to none or another, or there
    are no agencies."""
    found = {sector_of(agency) for agency in agencies}
    return found.pop() if len(found) == 1 else ""
