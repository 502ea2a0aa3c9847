"""Chữ dán từ bảng mã cũ.

Văn bản soạn bằng phông .VnTime (TCVN3) hay VNI-Times chép sang đây thành “Thñ tôc hµnh chÝnh” hoặc “Thuû tuïc haønh
chính”, hoặc mất chữ thành “Th? t?c h?nh ch?nh”: không ai đọc được, không ai tìm ra. Chỉ dùng Unicode (theo TT
39/2017/TT-BTTTT). Mở bản gốc, chuyển mã (UniKey: Ctrl+Shift+F6) rồi dán lại.

Sai: `ten: §¨ng ký khai sinh`
Đúng: `ten: Đăng ký khai sinh`
"""

import re
from collections.abc import Iterator

from generator.checks._engine.context import ValidationContext
from generator.checks._engine.file_text import find_in_text, letters_of, text_of
from generator.checks._engine.rule import Finding
from generator.loading.entry import Entry
from generator.problem import ERROR
from generator.schema.kinds import KINDS as ALL_KINDS
from generator.text.misread import LOST, MISREAD, may_have_lost

ID = "TT-072"
SEVERITY = ERROR
LAW = "theo TT 39/2017/TT-BTTTT"
CONFIDENCE = "S"
CHECKS = ("W05",)
KINDS = tuple(kind.name for kind in ALL_KINDS)
OLD = "ÄÅÆÇËÎÏÑÖØÛÜßäåæçëîïñöøûüþµ¸¶¹¨¾¼½©®ª¬§\u00ad"  # never letters of Unicode Vietnamese; letters in TCVN3 or VNI
WORD = rf"[A-Za-zÀ-ỹ{OLD}]++"  # compiled on first use, like the next three
BESIDE = rf"[{OLD}][A-Za-zÀ-ỹ]|[A-Za-zÀ-ỹ][{OLD}]"
UNIT = r"µ[A-Za-z]{1,2}"  # µm, µg
# one word is enough when it has what no Vietnamese word has: a sign inside it (TCVN3), a vowel and a marked vowel (VNI)
SURE = (
    r"(?i)[a-zà-ỹ][¨¸¬¾¼½ª]|[a-zà-ỹ][¹¶µ®©§][a-zà-ỹ]|[§®¨][a-zà-ỹ¨]"
    r"|[aeiouy]ù|[aeo]â|aê|a[áàãéèú]|e[áàã]"
)
ANY = re.compile(f"[{OLD}]")


def check(entry: Entry, context: ValidationContext) -> Iterator[Finding]:
    """Lines with two suspicious words (one alone may be a foreign name) or one certain one; at most three per file."""
    text = text_of(entry)
    letters = letters_of(text)
    if "º" in letters or "»" in letters or "Ã" in letters or "â€" in text:
        for spot in find_in_text(MISREAD, text, limit=1):
            hint = "Mở lại tệp gốc với mã UTF-8 rồi dán lại."
            yield Finding((), f"“{spot.excerpt}” là chữ UTF-8 bị đọc nhầm bảng mã", hint, at=spot.at)
            return
    if may_have_lost(text):
        for spot in find_in_text(LOST, text, limit=1):
            hint = "Mở bản gốc, chép lại đoạn này (lưu tệp với mã UTF-8)."
            yield Finding((), f"“{spot.excerpt}” mất chữ có dấu", hint, at=spot.at)
            return
    if not ANY.search(letters):
        return
    count = 0
    for number, line in enumerate(text.split("\n"), 1):
        words = [
            word
            for word in (re.finditer(WORD, line) if ANY.search(line) else ())
            if re.search(BESIDE, word[0]) and not re.fullmatch(UNIT, word[0])
        ]
        if len(words) >= 2 or (words and re.search(SURE, line[words[0].start() :])):
            shown = " ".join(line[words[0].start() : words[-1].end()].split())[:60]
            yield Finding(
                (),
                f"“{shown}” giống chữ dán từ bảng mã cũ (TCVN3 hoặc VNI)",
                "Chuyển sang Unicode rồi dán lại.",
                at=(number, words[0].start() + 1),
            )
            count += 1
            if count == 3:
                return
