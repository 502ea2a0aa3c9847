"""Câu tóm tắt hoặc câu của một bước dài quá 25 tiếng.

Tóm tắt và các bước là hai phần ai cũng đọc, nhiều người đọc chậm hoặc nghe máy đọc. Câu dài quá 25 tiếng thì đến cuối
câu đã quên đầu câu. Cắt thành hai câu, hoặc chuyển chi tiết sang ghi chú.

Sai: một bước là một câu 40 tiếng, có bốn dấu phẩy
Đúng: hai câu, mỗi câu nói một việc
"""

import re
from collections.abc import Iterator

from generator.checks._engine.context import ValidationContext
from generator.checks._engine.rule import Finding
from generator.loading.entry import Entry
from generator.problem import WARNING

ID = "TT-229"
SEVERITY = WARNING
CHECKS = ("L12",)
KINDS = ("procedure", "guide")
GIVES_WAY_TO = ("TT-059",)

MAX_SYLLABLES = 25
SENTENCES = re.compile(r"[.;!?…]\s+")  # a semicolon is a place to breathe
SYLLABLE = re.compile(r"\w[\w./-]*")


def check(entry: Entry, context: ValidationContext) -> Iterator[Finding]:
    """The longest sentence of a summary or step, counted in syllables (words between spaces)."""
    record = entry.record
    parts: list[tuple[tuple[str | int, ...], str | None]] = [(("mo_ta",), record.summary)]
    if entry.kind.name == "procedure":
        steps = record.steps if isinstance(record.steps, list) else []
        parts += [(("trinh_tu_thuc_hien", at, "noi_dung"), step.text) for at, step in enumerate(steps)]
    else:
        parts += [(("buoc", at, "noi_dung"), step.text) for at, step in enumerate(record.steps)]
    for path, text in parts:
        # a syllable has a letter at least, and something before the next one
        if not text or len(text) <= 2 * MAX_SYLLABLES:
            continue
        sentences = (one for one in SENTENCES.split(text.replace("\n", ".\n")) if len(one) > 2 * MAX_SYLLABLES)
        longest = max((len(SYLLABLE.findall(sentence)) for sentence in sentences), default=0)
        if longest > MAX_SYLLABLES:
            yield Finding(path, f"có câu dài {longest} tiếng", f"Cắt câu, mỗi câu không quá {MAX_SYLLABLES} tiếng.")
