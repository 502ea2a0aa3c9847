"""Số bước không khớp thứ tự.

Các bước được đánh số theo thứ tự trong tệp (NĐ 63/2010/NĐ-CP Điều 3 khoản 2: trình tự là *thứ tự các bước*). Câu tự ghi
“Bước 3”, “B3”, “3.” mà đứng thứ hai thì trên trang có hai con số nói khác nhau. Bỏ chữ “Bước n” ở đầu câu,
hoặc xếp lại.

Sai:
    - nguoi_thuc_hien: người nộp
      noi_dung: "Bước 2: Nộp hồ sơ."    # đứng thứ nhất
Đúng:
    - nguoi_thuc_hien: người nộp
      noi_dung: Nộp hồ sơ.
"""

import re
from collections.abc import Iterator

from generator.checks._engine.context import ValidationContext
from generator.checks._engine.rule import Finding
from generator.loading.entry import Entry
from generator.problem import WARNING
from generator.text.number_words import SPELT

ID = "TT-044"
SEVERITY = WARNING
LAW = "NĐ 63/2010 Đ3 k2"
CONFIDENCE = "V"
CHECKS = ("L04",)
KINDS = ("procedure",)
WORDS = {word: number for number, word in enumerate(SPELT) if number} | {"nhất": 1, "tư": 4}
QUOTES = " \t“”\"'‘’"
NUMBERED = re.compile(
    rf"[^\w\n]*(?:bước\s+(?:thứ\s+)?(\d{{1,2}}|{'|'.join(WORDS)})\b|B(\d{{1,2}})\b|(\d{{1,2}})[.)]\s+(?!\d))",
    re.IGNORECASE,
)
LIST = re.compile(r"[\s;]\(?\d{1,2}[.)]\s")  # a list of its own inside the step


def check(entry: Entry, context: ValidationContext) -> Iterator[Finding]:
    """A step whose text begins with another number than its place."""
    for index, step in enumerate(entry.record.steps):
        prefix = NUMBERED.match(step.text or "")
        if prefix is None or (prefix[3] and LIST.search(step.text or "", prefix.end())):
            continue
        said = prefix[1] or prefix[2] or prefix[3]
        number = int(said) if said.isdigit() else WORDS[said.lower()]
        if number != index + 1:
            yield Finding(
                ("trinh_tu_thuc_hien", index, "noi_dung"),
                f"câu ghi “{prefix[0].lstrip(QUOTES).strip()}” nhưng đứng thứ {index + 1}",
                "Bỏ số bước ở đầu câu, hoặc xếp lại thứ tự.",
            )
