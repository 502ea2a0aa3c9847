"""Converts text typed in TCVN3 (.VnTime …) and VNI (VNI-Times …) fonts to Unicode. Only the font name decides.

The tables are our own because the common library is wrong for VNI's ươ. TCVN3 ư is U+00AD (soft hyphen); fonts whose
name ends in H draw lower-case letters as capitals.
"""

from __future__ import annotations

import re
import unicodedata

_TCVN3_BYTES = (
    "a1Ă a2Â a3Ê a4Ô a5Ơ a6Ư a7Đ a8ă a9â aaê abô acơ adư aeđ b5à b6ả b7ã b8á b9ạ bbằ bcẳ bdẵ beắ c6ặ c7ầ c8ẩ c9ẫ "
    "caấ cbậ ccè ceẻ cfẽ d0é d1ẹ d2ề d3ể d4ễ d5ế d6ệ d7ì d8ỉ dcĩ ddí deị dfò e1ỏ e2õ e3ó e4ọ e5ồ e6ổ e7ỗ e8ố e9ộ "
    "eaờ ebở ecỡ edớ eeợ efù f1ủ f2ũ f3ú f4ụ f5ừ f6ử f7ữ f8ứ f9ự faỳ fbỷ fcỹ fdý feỵ"
)
TCVN3 = {int(pair[:2], 16): pair[2:] for pair in _TCVN3_BYTES.split()}

# VNI encodes a vowel plus one mark from the upper half of Latin-1; ơ, ư, đ and accented i are single characters.
_TONES = {"ø": "\u0300", "û": "\u0309", "õ": "\u0303", "ù": "\u0301", "ï": "\u0323"}
_HAT = {"â": "", "à": "\u0300", "å": "\u0309", "ã": "\u0303", "á": "\u0301", "ä": "\u0323"}
_BREVE = {"ê": "", "è": "\u0300", "ú": "\u0309", "ü": "\u0303", "é": "\u0301", "ë": "\u0323"}
_SINGLE = {"ô": "ơ", "ö": "ư", "ñ": "đ", "ì": "ì", "æ": "ỉ", "ó": "ĩ", "í": "í", "ò": "ị", "î": "ỵ"}


def _vni_table() -> dict[str, str]:
    table: dict[str, str] = {}
    for base in "aeiouyôö":
        plain = {"ô": "ơ", "ö": "ư"}.get(base, base)
        table.update({base + mark: unicodedata.normalize("NFC", plain + tone) for mark, tone in _TONES.items()})
    for base in "aeo":
        table.update({base + mark: unicodedata.normalize("NFC", base + "\u0302" + tone) for mark, tone in _HAT.items()})
    table.update({"a" + mark: unicodedata.normalize("NFC", "a\u0306" + tone) for mark, tone in _BREVE.items()})
    table.update(_SINGLE)
    return table


VNI = _vni_table()
_VNI_FOUND = re.compile("|".join(sorted(map(re.escape, VNI), key=len, reverse=True)), re.IGNORECASE)
_LOOKS_TCVN3 = re.compile(r"[\xad®µ¶·¸¹»¼½¾¨©ª«¬§¡¢£¤¥¦]")


def _encoding_of(font: str | None) -> str:
    """“tcvn3”, “tcvn3-hoa” (an all-capitals font), “vni”, or "" for a Unicode font."""
    name = (font or "").strip()
    if re.match(r"\.vn", name, re.IGNORECASE):
        return "tcvn3-hoa" if re.search(r"H$", name) else "tcvn3"
    return "vni" if re.match(r"vni[- ]", name, re.IGNORECASE) else ""


def to_unicode(text: str, font: str | None) -> str:
    """Convert `text` typed in `font` to Unicode NFC; unchanged for a Unicode font."""
    encoding = _encoding_of(font)
    if not encoding:
        return text
    if encoding == "vni":
        return unicodedata.normalize("NFC", _VNI_FOUND.sub(lambda match: _cased(match[0]), text))
    changed = unicodedata.normalize("NFC", text.translate(TCVN3))
    return changed.upper() if encoding == "tcvn3-hoa" else changed


def looks_old(text: str) -> bool:
    """True if text in a Unicode font looks like TCVN3. It is reported to the user and never converted."""
    return len(_LOOKS_TCVN3.findall(text)) >= 2


def _cased(sequence: str) -> str:
    letter = VNI[sequence.lower()]
    return letter.upper() if sequence[0].isupper() else letter
