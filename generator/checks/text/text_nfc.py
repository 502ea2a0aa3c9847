"""Chữ tổ hợp, không phải Unicode dựng sẵn.

Cùng một chữ “ế” có thể là một ký tự (dựng sẵn) hay là “e” kèm các dấu rời (tổ hợp). Chữ tổ hợp nhìn giống hệt nhưng
tìm không ra, sắp xếp sai và làm máy đọc màn hình vấp. Nhà nước dùng Unicode dựng sẵn theo TCVN 6909:2001 (theo TT
39/2017/TT-BTTTT, NĐ 20/2008/NĐ-CP Điều 7 khoản 4 được NĐ 92/2017/NĐ-CP thêm). Chạy `tthc fix` là xong.

Sai: `ten: Hộ tịch` với chữ “ộ” gồm ba ký tự
Đúng: `ten: Hộ tịch` với chữ “ộ” là một ký tự
"""

import unicodedata
from collections.abc import Iterator

from generator.checks._engine.context import ValidationContext
from generator.checks._engine.file_text import text_of
from generator.checks._engine.rule import Finding
from generator.loading.entry import Entry
from generator.problem import ERROR
from generator.schema.kinds import KINDS as ALL_KINDS
from generator.text.audience import fixed_by_command

ID = "TT-070"
SEVERITY = ERROR
LAW = "theo TT 39/2017/TT-BTTTT"
CONFIDENCE = "S"
CHECKS = ("P03", "W05")
KINDS = tuple(kind.name for kind in ALL_KINDS)


def check(entry: Entry, context: ValidationContext) -> Iterator[Finding]:
    """One finding per file, at the first word that is not NFC, with the number of lines."""
    text = text_of(entry)
    if not text or unicodedata.is_normalized("NFC", text):
        return
    lines = [
        (number, line) for number, line in enumerate(text.split("\n"), 1) if not unicodedata.is_normalized("NFC", line)
    ]
    if not lines:
        return
    number, line = lines[0]
    column = next(at for at in range(len(line)) if not unicodedata.is_normalized("NFC", line[: at + 1]))
    word = unicodedata.normalize("NFC", line[: column + 1].split()[-1] + line[column + 1 :].split(" ")[0])
    yield Finding(
        (),
        f"“{word[:40]}” viết bằng dấu rời ({len(lines)} dòng như vậy)",
        fixed_by_command("để chuyển sang Unicode dựng sẵn"),
        at=(number, max(column, 1)),
    )
