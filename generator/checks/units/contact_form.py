"""Số điện thoại, thư điện tử hay địa chỉ trang viết sai dạng.

Số gõ thiếu một chữ số, thư thiếu @ thì người dân gọi, gửi không tới (NĐ 20/2008/NĐ-CP Điều 7 khoản 2 và 4; theo NĐ
42/2022/NĐ-CP). Số cố định có 11 chữ số kể cả mã vùng (02…), số di động 10, tổng đài 1800, 1900 có 8 đến 10. Số gõ
cho đủ chỗ như 0123456789, 0000000000 cũng là lỗi. Chưa có thì ghi đúng chữ `chờ đơn vị bổ sung`.

Tên miền gõ thiếu (`gmail.con`, `haiduong.gov.vm`) cũng không tới đâu.

Sai: `dien_thoai: "0220 374"`
Đúng: `dien_thoai: chờ đơn vị bổ sung`
"""

import re
import unicodedata
from collections.abc import Iterator

from generator.checks._engine.context import ValidationContext
from generator.checks._engine.rule import Finding
from generator.loading.entry import Entry
from generator.problem import ERROR, KeyPath
from generator.schema.values import PENDING_CONTACT, SPREADSHEET_ERROR, UNKNOWN
from generator.schema.web_address import mail_address, web_address
from generator.text.invisible import without_invisible

ID = "TT-089"
SEVERITY = ERROR
LAW = "NĐ 20/2008 Đ7"
CONFIDENCE = "V"
CHECKS = ("P02", "P03", "W03")
KINDS = ("unit", "site", "overlay")
DOTTED = re.compile(r"https?://[^/]+\.[^/]{2}", re.IGNORECASE)
SEVERAL = re.compile(r"[,;/]|hoặc|máy lẻ| [-–] ")
NOTE = re.compile(r"(?<=\d) ?\([^()\d]{1,60}+\) ?")  # (giờ hành chính)
SHORT = re.compile(r"11[1-5]|10\d\d")  # 113; 1022
ENDING = re.compile(r"(?:\.(?:con|vm|cmo|gov|go\.vn)|[.@]g(?:mai|amil|mial|mal)\.com)[./]?$", re.IGNORECASE)
PHONE = re.compile(r"\s*+[+(]?\d[\d\s.()-]*+")
HOTLINE = ("tong_dai", "so")
URL_KEYS = {"trang_thong_tin", "he_thong", "dia_chi_trang", "cong_quoc_gia", "he_thong_phan_anh", "giay_phep_du_lieu"}


def check(entry: Entry, context: ValidationContext) -> Iterator[Finding]:
    """The format of phone numbers, e-mail and web addresses."""
    for path, spec, value in entry.fields:
        if spec.key == "noi_nhung":
            for at, address in enumerate(value or ()):
                if not web_address(address):
                    yield _not_an_address((*path, at), address, "Ghi cả https:// ở đầu.")
        elif isinstance(value, str) and value not in ("", PENDING_CONTACT, UNKNOWN):
            if value.casefold().strip(" .…") == PENDING_CONTACT:
                yield Finding(path, f"“{value}” không được hiểu là chưa có", f"Ghi đúng chữ “{PENDING_CONTACT}”.")
                continue
            if SPREADSHEET_ERROR.fullmatch(value.strip()):
                continue  # TT-097
            # TT-071 and TT-073 name the characters that are left out here
            finding = _fault(path, spec.key, without_invisible(unicodedata.normalize("NFKC", value)))
            if finding:
                yield finding


def is_contact(kind: str, path: KeyPath, key: str) -> bool:
    """True if a value there is judged here: a number, a mailbox or an address that must not be a placeholder."""
    return kind in KINDS and (key in URL_KEYS or key in ("dien_thoai", "thu_dien_tu") or path == HOTLINE)


def _fault(path: KeyPath, key: str, value: str) -> Finding | None:
    """What is wrong with one value; None if nothing is, or if it is no contact."""
    if key == "dien_thoai" or path == HOTLINE:
        if _phone(value):
            return None
        return Finding(
            path, f"“{value[:40]}” không giống số điện thoại", "Ghi đủ số kèm mã vùng, hoặc “chờ đơn vị bổ sung”."
        )
    if key == "thu_dien_tu":
        if mail_address(value) and not ENDING.search(value) and not value.lower().startswith("www."):
            return None
        example = "Ví dụ: vanphong@tuky.haiduong.gov.vn, hoặc “chờ đơn vị bổ sung”."
        if value.count("@") > 1:
            example = "Chỉ ghi một hộp thư, là hộp thư nhận được ngay."
        return Finding(path, f"“{value[:60]}” không giống địa chỉ thư điện tử", example)
    if path == ("dia_chi_trang",) and value.lower().endswith((".html", ".htm", ".aspx", ".php")):
        return Finding(path, f"“{value[:60]}” là một trang, không phải địa chỉ gốc", "Bỏ tên tệp ở cuối.")
    if path == ("dia_chi_trang",) and ("?" in value or "#" in value):
        return Finding(path, f"“{value[:60]}” có phần sau dấu ? hay #", "Ghi địa chỉ gốc của trang, không có phần ấy.")
    if key not in URL_KEYS:
        return None
    if web_address(value) and DOTTED.match(value):
        host = value.split("/")[2]
        if path == ("cong_quoc_gia",) and host.startswith("pakn."):
            return Finding(path, f"“{host}” là hệ thống phản ánh, kiến nghị", "Ghi https://dichvucong.gov.vn.")
        if path == ("he_thong_phan_anh",) and host == "dichvucong.gov.vn":
            return Finding(path, f"“{host}” là Cổng Dịch vụ công", "Ghi https://pakn.dichvucong.gov.vn.")
        return Finding(path, f"tên miền “{host}” gõ nhầm", "Xem lại phần cuối.") if ENDING.search(host) else None
    if value.lower().startswith(("http://", "https://")):
        example = "Một địa chỉ như https://tuky.haiduong.gov.vn/, không có dấu cách, dấu phẩy hay tên đăng nhập."
        return _not_an_address(path, value, example)
    return _not_an_address(path, value, "Ghi cả https:// ở đầu.")


def _not_an_address(path: KeyPath, value: str, hint: str) -> Finding:
    return Finding(path, f"“{value[:60]}” không phải địa chỉ trang", hint)


def _phone(text: str) -> bool:
    text = NOTE.sub("", text)
    numbers = SEVERAL.split(text)
    if not all(map(PHONE.fullmatch, numbers)):
        return False
    numbers = SEVERAL.split(text.partition("máy lẻ")[0])
    digits = [re.sub(r"\D", "", number.replace("+84", "0", 1)) for number in numbers]
    return bool(digits) and all(_one_number(number) for number in digits if number)


def _one_number(digits: str) -> bool:
    """True for a possible phone number: landline (0, area, seven or eight digits), mobile, hotline; no fillers."""
    if SHORT.fullmatch(digits):
        return True
    rows = digits in "0123456789" * 2 or digits in "9876543210" * 2
    if rows or len(set(digits.lstrip("0"))) <= 1 or digits.startswith("00"):
        return False
    if digits.startswith("1"):
        return 8 <= len(digits) <= 10
    if digits.startswith("02"):  # 024 3804 3100, 0220 3747 111; not the subscriber's number of zeros alone
        return len(digits) == 11 and not digits.endswith(("0000000", "1234567"))
    return len(digits) == 10 and digits[:2] in ("03", "05", "07", "08", "09")
