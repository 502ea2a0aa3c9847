"""What a sentence says about where a dossier is taken: at any desk, or at one that somebody's home, land or earlier
paper decides."""

from __future__ import annotations

import re
from typing import NamedTuple

_DESK = (
    r"(?:nơi|đâu|xã|phường|thị trấn|huyện|tỉnh|thành phố|cơ quan|công an|ubnd|[uủ][ỷy] ban|bộ phận|trung tâm|quầy"
    r"|bảo hiểm xã hội)"
)
_ANY = r"\bbất (?:k[ỳì]|cứ)\b"
_ANYWHERE = re.compile(
    rf"{_ANY} (?:\S+ )?{_DESK}\b|\b{_DESK}\b[^.;\n]{{0,40}}{_ANY}(?! (?:lúc|khi|ngày|giờ|ai|người))"
    rf"|\b{_DESK}\b[^.;,\n]{{0,30}} nào\b[^.;,\n]{{0,30}}\bcũng\b|\b(?:đâu|nơi nào|xã nào) cũng\b|\bmọi nơi\b"
    r"|\bnơi (?:thuận (?:lợi|tiện)|gần nhất)|\b(?:trong|trên) (?:cả nước|toàn quốc)",
    re.IGNORECASE,
)
_REGARDLESS = re.compile(
    r"\bkhông (?:phụ thuộc|bắt buộc|kể|phân biệt)\b[^.;\n]{0,25}?(?:nơi|địa giới|địa bàn|cư trú|thường trú)[^.;\n]*",
    re.IGNORECASE,
)
_ONE = re.compile(
    r"\b(?:nơi|địa bàn)\s+(?:[^\s.;]+\s+){0,4}?"
    r"(?:cư trú|thường trú|tạm trú|đang ở|(?<!văn phòng )đăng ký|có đất|có nhà|đặt trụ sở|có trụ sở)\b"
    rf"|\b{_DESK}\b[^.;\n]{{0,30}} (?:đã (?:cấp|chứng thực|đăng ký|ra quyết định)|đang (?:giữ|lưu|quản lý))\b",
    re.IGNORECASE,
)
# one of these is in every match: looked for first, since most texts have none
_SIGNS_OF_ONE = ("cư trú", "thường trú", "tạm trú", "đang ", "đăng ký", "có đất", "có nhà", "trụ sở", " đã ")
_SIGNS_OF_ANYWHERE = ("bất ", "cũng", "mọi nơi", "nơi thuận", "gần nhất", "cả nước", "toàn quốc")
_FORWARDED = re.compile(r"\bnơi (?:ấy|đó|này|nhận) (?:sẽ )?chuyển\b", re.IGNORECASE)


class Reach(NamedTuple):
    """one: the words that bind filing to one place, empty without; anywhere: any desk takes it, or any of some;
    regardless: the home does not matter. A text about several cases may say more than one of these."""

    one: str
    anywhere: bool
    regardless: bool


def forwards(text: str) -> bool:
    """Whether `text` names a second place that takes the dossier and sends it on to the one that decides."""
    return _FORWARDED.search(text) is not None


def reach(text: str) -> Reach:
    """What `text` says of the places that take a dossier."""
    lowered = text.lower()
    regardless = "không " in lowered and _REGARDLESS.search(text) is not None
    rest = _REGARDLESS.sub("", text) if regardless else text
    one = _ONE.search(rest) if any(sign in lowered for sign in _SIGNS_OF_ONE) else None
    anywhere = any(sign in lowered for sign in _SIGNS_OF_ANYWHERE) and _ANYWHERE.search(text) is not None
    return Reach(one[0] if one else "", anywhere, regardless)
