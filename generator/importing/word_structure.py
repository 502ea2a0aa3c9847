"""Words of a source that become structure: titles, bullets, units, numbering. They need not be found in a record."""

from __future__ import annotations

import re
from functools import lru_cache

from generator.text.number_words import SPELT

_LETTER = re.compile(r"[^\W_]")
# Words that become structure, a number, a unit or a date: bullets, “Bước 2:”, “1 bản chính”, “không quá”, titles.
_STRUCTURE = (
    r"(?<![^\W\d_])(?:thủ(?: tục)?(?: hành chính)?|bước (?:thứ )?(?:\d+|nhất|tư|" + "|".join(SPELT[1:]) + r")"
    r"|(?:do )?(?:theo )?(?:nghị quyết |quy định )?(?:của )?hội(?: đồng)? nhân dân(?: cấp)?(?: tỉnh)?(?:,? thành phố)?"
    r"(?: quy định| quyết định)?|hội(?= *$)|lưu ý|giấy tờ (?:phải|cần)(?: nộp| xuất trình)?"
    r"|trình tự thực hiện|thực hiện"
    r"|theo(?: mô tả)?(?= *$)|không (?:có|quy định|yêu cầu)|thành phần hồ sơ|(?:bao )?gồm"
    r"|[*+–-]?\s?trường hợp \d+|\d{0,3} ?bản (?:chính|sao)(?:\s?:\s?\d+)?|(?:không )?(?:có )?thông tin|không quá|tối đa"
    r"|\d{1,3} ?bộ"
    r"|chậm nhất|trong vòng|trong thời (?:hạn|gian)|thời (?:hạn|gian)(?: giải quyết)?|ngày|năm|tháng|đồng|vnđ|đ"
    r"|không (?:thu|mất|phải nộp) (?:lệ )?phí|miễn (?:lệ )?phí|(?:không thu|miễn)(?= *$)"
    r"|việt nam đồng|tên giấy tờ|mẫu đơn, tờ khai|số lượng|hình thức nộp|mô tả|(?:từ )?khóa"
    r"|chọn cơ quan thực hiện"
    r"|tỉnh/? ?thành phố|quận/? ?huyện|phường/? ?xã|tên văn bản pháp lý|mã văn bản|xem chi tiết"
    r"|phí, lệ phí|lệ phí|phí|mã"
    r"|số|của|quyết định|nghị định|(?:thông )?tư|luật|(?:kq|tphs)[\w.\-]*|docx?|pdf|(?:dịch vụ )?bưu chính"
    r"|dịch vụ(?= *$)|trực tiếp|trực tuyến"
    r"|mức|là|[a-zđ]|[ivx]{1,6}|(?<!\d)(?<!\d[.,])\d{1,3}(?:\.\d{1,2})*(?![.,]?\d))(?![^\W\d_])"
)
_ANY_CASE = re.compile(_STRUCTURE, re.IGNORECASE)
_LOWER_CASE = re.compile(_STRUCTURE)  # several times faster on lower-case text
_RUNS = re.compile(r"[^\W\d_]+")
# Every run of letters that structure can have, except single letters, Roman numbers and what follows “kq”, “tphs”.
_VOCABULARY = frozenset(_RUNS.findall(_STRUCTURE)) | {"doc"}  # of “docx?”
_FREE_FORM = re.compile("kq|tphs")


def words(text: str) -> int:
    """The number of words: pieces between spaces with a letter or a digit in them."""
    pieces = text.split()
    marks = [piece for piece in pieces if len(piece) < 4 and not piece.isalnum() and not _LETTER.search(piece)]
    return len(pieces) - len(marks)  # without “-”, “–”, “…”


def without_structure(text: str) -> str:
    """`text` with a space for each piece of structure."""
    lower = text.lower()
    if len(lower) != len(text):  # a letter that is two in lower case: places would move
        return _ANY_CASE.sub(" ", text)
    kept, start = [], 0
    for found in _LOWER_CASE.finditer(lower):
        kept += [text[start : found.start()], " "]
        start = found.end()
    return "".join([*kept, text[start:]])


@lru_cache(maxsize=5_000)  # the titles and fixed words of the tables occur again and again
def is_structure(text: str) -> bool:
    """True if nothing but structure is in `text`."""
    lower = text.lower()
    if not _FREE_FORM.search(lower):  # most texts have a word that occurs in no structure
        strange = (run for run in _RUNS.findall(lower) if len(run) > 1 and run not in _VOCABULARY)
        if any(run.strip("ivx") for run in strange):
            return False
    return not words(without_structure(text))
