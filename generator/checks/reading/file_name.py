"""Mã trong tệp khác tên tệp.

Tệp thủ tục mang tên là mã của nó (`1.001193.yml`). Mã bên trong khác tên tệp thì một trong hai chỗ gõ sai: trang công
bố một mã không có thật, những chỗ gọi thủ tục này trỏ vào chỗ trống. So với quyết định công bố, rồi sửa mã hoặc đổi
tên tệp. Những chỗ gọi theo tên tệp không bị báo lỗi nữa: chỉ cần sửa ở đây.

Sai: tệp `1.001193.yml` ghi `ma_thu_tuc: "1.001199"`
Đúng: tệp `1.001193.yml` ghi `ma_thu_tuc: "1.001193"`
"""

from collections.abc import Iterator

from generator.checks._engine.context import ValidationContext, codes_in_name
from generator.checks._engine.rule import Finding
from generator.loading.store import Entry
from generator.problem import ERROR
from generator.schema.codes import SHAPES

ID = "TT-191"
SEVERITY = ERROR
SUPPRESSIBLE = False
KINDS = ("procedure",)


def check(entry: Entry, context: ValidationContext) -> Iterator[Finding]:
    """Compares the code in the record with the one in the file name; names without a code are skipped."""
    code, named = entry.record.code, codes_in_name(entry.stem)
    if code and named and code not in named and SHAPES["ma_thu_tuc"].fullmatch(code):
        ending = entry.path.rpartition(".")[2]
        yield Finding(
            ("ma_thu_tuc",),
            f"mã “{code}” khác tên tệp “{entry.stem}.{ending}”",
            f"Sửa thành “{named[0]}”, hoặc đổi tên tệp thành {code}.{ending} rồi sửa những chỗ gọi mã {named[0]}.",
        )
