"""Mã, số ký hiệu trong tệp khác tên tệp.

Tệp thủ tục mang tên là mã của nó (`1.001193.yml`). Mã bên trong khác tên tệp thì một trong hai chỗ gõ sai: trang công
bố một mã không có thật, những chỗ gọi thủ tục này trỏ vào chỗ trống. So với quyết định công bố, rồi sửa mã hoặc đổi tên
tệp. Tệp văn bản cũng vậy: `123-2015-nd-cp.yml` là của 123/2015/NĐ-CP. Những chỗ gọi theo tên tệp không bị báo lỗi nữa:
chỉ cần sửa ở đây.

Sai: tệp `1.001193.yml` ghi `ma_thu_tuc: "1.001199"`
Đúng: tệp `1.001193.yml` ghi `ma_thu_tuc: "1.001193"`
"""

import re
from collections.abc import Iterator

from generator.checks._engine.context import ValidationContext, codes_in_name
from generator.checks._engine.law_names import stem_of_law
from generator.checks._engine.rule import Finding
from generator.loading.entry import Entry
from generator.problem import ERROR
from generator.schema.codes import SHAPES

ID = "TT-191"
SEVERITY = ERROR
SUPPRESSIBLE = False
KINDS = ("procedure", "law")
NUMBERED = re.compile(r"\d+[a-z]?-\d{4}-")


def check(entry: Entry, context: ValidationContext) -> Iterator[Finding]:
    """Compares the code in the record with the one in the file name (names without a code are skipped), or the number
    of a document with its file's."""
    if not is_misnamed(entry):
        return
    if entry.kind.name == "law":
        number = entry.record.number or ""
        yield Finding(
            ("so_ky_hieu",),
            f"số ký hiệu “{number}” khác tên tệp “{entry.stem}”",
            f"Sửa số ký hiệu, hoặc đổi tên tệp thành {stem_of_law(number)}.yml.",
        )
        return
    code, (named, *_) = entry.record.code, codes_in_name(entry.stem)
    ending = entry.path.rpartition(".")[2]
    yield Finding(
        ("ma_thu_tuc",),
        f"mã “{code}” khác tên tệp “{entry.stem}.{ending}”",
        f"Sửa thành “{named}”, hoặc đổi tên tệp thành {code}.{ending} rồi sửa những chỗ gọi mã {named}.",
    )


def is_misnamed(entry: Entry) -> bool:
    """True if the file of a procedure or of a document is named after another code or number."""
    if entry.kind.name == "law":
        number = entry.record.number or ""
        numbered = re.search(r"\d/", number) and NUMBERED.match(entry.stem)
        return bool(numbered) and stem_of_law(number) != entry.stem
    code, named = entry.code, codes_in_name(entry.stem)
    return bool(code and named and code not in named and SHAPES["ma_thu_tuc"].fullmatch(code))
