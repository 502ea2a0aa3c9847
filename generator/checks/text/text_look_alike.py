"""Chữ cái trông giống nhưng là chữ khác.

Chữ “ð” của tiếng Iceland trông như “đ”, chữ “а” của tiếng Nga trông như “a”, chữ rộng “Ａ” trông như “A”. Mắt không
thấy khác, máy thì thấy: tìm “đăng ký” không ra “ðăng ký”. Chữ số La Mã viết bằng một ký tự (“Ⅱ”), chữ đậm kiểu mạng xã
hội (“𝐤ý”) cũng vậy. Gõ lại chữ ấy bằng bàn phím tiếng Việt (theo TT 39/2017/TT-BTTTT).

Sai: `ten: Ðăng ký khai sinh`   (chữ Ð đầu là U+00D0)
Đúng: `ten: Đăng ký khai sinh`
"""

import unicodedata
from collections.abc import Iterator

from generator.checks._engine.context import ValidationContext
from generator.checks._engine.file_text import find_in_text, letters_of, text_of
from generator.checks._engine.look_alikes import ALIKE, ANY
from generator.checks._engine.rule import Finding
from generator.loading.entry import Entry
from generator.problem import ERROR
from generator.schema.kinds import KINDS as ALL_KINDS

ID = "TT-073"
SEVERITY = ERROR
LAW = "theo TT 39/2017/TT-BTTTT"
CONFIDENCE = "S"
CHECKS = ("W05",)
KINDS = tuple(kind.name for kind in ALL_KINDS)


def check(entry: Entry, context: ValidationContext) -> Iterator[Finding]:
    """Eth for đ, Cyrillic or Greek beside Latin letters, full-width forms."""
    text = text_of(entry)
    if not ANY.search(letters_of(text)):
        return
    for spot in find_in_text(ALIKE, text):
        char = spot.excerpt
        meant = {"Ð": "Đ", "ð": "đ", "\u0189": "Đ"}.get(char) or unicodedata.normalize("NFKC", char)
        hint = f"Ý bạn là “{meant}”?" if meant != char else "Gõ lại chữ này."
        yield Finding(
            (),
            f"“{char}” là U+{ord(char):04X} ({unicodedata.name(char, 'không tên').lower()}), không phải chữ tiếng Việt",
            hint,
            at=spot.at,
        )
