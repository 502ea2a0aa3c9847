"""Ký tự lạ hoặc vô hình.

Chép từ Word, PDF hay Zalo thường kéo theo ký tự không nhìn thấy (khoảng trắng rộng bằng không, dấu nối mềm), ký hiệu
riêng của phông chữ (hiện thành ô vuông) hay ký tự thay thế “�”. Chúng làm tìm kiếm trượt và không thuộc bộ mã tiếng
Việt TCVN 6909:2001 (theo TT 39/2017/TT-BTTTT). Xóa ký tự ấy và gõ lại chữ quanh nó.

Sai: `ten: Hộ` + U+200B + `tịch`
Đúng: `ten: Hộ tịch`
"""

import re
import unicodedata
from collections.abc import Iterator

from generator.checks._engine.context import ValidationContext
from generator.checks._engine.file_text import find_in_text, letters_of, text_of
from generator.checks._engine.rule import Finding
from generator.loading.store import Entry
from generator.problem import ERROR
from generator.schema.kinds import KINDS as ALL_KINDS

ID = "TT-071"
SEVERITY = ERROR
LAW = "theo TT 39/2017/TT-BTTTT"
CONFIDENCE = "S"
CHECKS = ("P03", "W05")
KINDS = tuple(kind.name for kind in ALL_KINDS)
STRANGE = re.compile("[\x80-\x9f\u00ad\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffd\ue000-\uf8ff]")


def check(entry: Entry, context: ValidationContext) -> Iterator[Finding]:
    """Controls, invisible characters, private use, the replacement character."""
    text = text_of(entry)
    if not STRANGE.search(letters_of(text)):
        return
    for spot in find_in_text(STRANGE, text):
        char = spot.excerpt
        name = unicodedata.name(char, "").lower() or (
            "ký hiệu riêng của phông chữ" if "\ue000" <= char <= "\uf8ff" else "ký tự điều khiển"
        )
        yield Finding(
            (), f"có ký tự lạ U+{ord(char):04X} ({name})", "Xóa ký tự này rồi gõ lại chữ quanh nó.", at=spot.at
        )
