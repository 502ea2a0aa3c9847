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
from generator.loading.entry import Entry
from generator.problem import ERROR
from generator.schema.kinds import KINDS as ALL_KINDS
from generator.text.invisible import INVISIBLE

ID = "TT-071"
SEVERITY = ERROR
LAW = "theo TT 39/2017/TT-BTTTT"
CONFIDENCE = "S"
CHECKS = ("P03", "W05")
KINDS = tuple(kind.name for kind in ALL_KINDS)
# also: controls, marks that strike a letter through or pile up on it, private use, the replacement character
STRANGE = re.compile(f"[\x80-\x9f{INVISIBLE}\u0305\u0330-\u036f\ufffc\ufffd\ue000-\uf8ff\U000f0000-\U0010fffd]")


def check(entry: Entry, context: ValidationContext) -> Iterator[Finding]:
    """Controls, invisible characters, private use, the replacement character."""
    text = text_of(entry)
    if not STRANGE.search(letters_of(text)):
        return
    for spot in find_in_text(STRANGE, text):
        char = spot.excerpt
        name = unicodedata.name(char, "").lower() or (
            "ký hiệu riêng của phông chữ" if unicodedata.category(char) == "Co" else "ký tự điều khiển"
        )
        yield Finding(
            (), f"có ký tự lạ U+{ord(char):04X} ({name})", "Xóa ký tự này rồi gõ lại chữ quanh nó.", at=spot.at
        )
