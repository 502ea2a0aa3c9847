"""Mã sai dạng.

Mã thủ tục gồm một chữ số, dấu chấm, sáu chữ số (1.001193) và luôn để trong dấu ngoặc kép: không có ngoặc, bảng tính và
nhiều công cụ đọc `1.000110` thành 1.00011. Mã đơn vị hành chính gồm 2, 3 hoặc 5 chữ số; chưa tra được thì ghi “chưa
rõ”, không đoán: khi ấy chỉ được nhắc.

Sai: `ma_thu_tuc: 1.00011`
Đúng: `ma_thu_tuc: "1.000110"`
"""

import re
from collections.abc import Iterator

from generator.checks._engine.context import ValidationContext
from generator.checks._engine.rule import Finding
from generator.loading.entry import Entry
from generator.problem import ERROR, WARNING
from generator.schema.codes import SHAPES, procedure_code
from generator.schema.values import UNKNOWN
from generator.text.audience import BY_COMMAND, either

ID = "TT-024"
SEVERITY = ERROR
LAW = "NĐ 63/2010 Đ24"
CONFIDENCE = "V"
SUPPRESSIBLE = False
KINDS = ("procedure", "unit")


def check(entry: Entry, context: ValidationContext) -> Iterator[Finding]:
    """The shape of the code, and quotes around it."""
    key = "ma_thu_tuc" if entry.kind.name == "procedure" else "ma_don_vi"
    code = entry.record.code
    if not code:
        return
    data = entry.document.data
    written = data.get(key) if isinstance(data, dict) else code  # the record's own text has lost the spaces around it
    if isinstance(written, str) and written != code:
        yield Finding(
            (key,), f"mã “{written}” có khoảng trắng thừa", either(f'Viết {key}: "{code}".', f"Viết “{code}”.")
        )
    elif code == UNKNOWN and key == "ma_don_vi":
        hint = f"Tra trong danh mục đơn vị hành chính của Cục Thống kê rồi ghi vào{either(', trong ngoặc kép', '')}."
        yield Finding((key,), "chưa rõ mã đơn vị hành chính", hint, severity=WARNING)
    elif not SHAPES[key].fullmatch(code):
        yield Finding(
            (key,),
            f"mã “{code}” sai dạng",
            _mend(code, entry.stem) if key == "ma_thu_tuc" else "Mã gồm 2, 3 hoặc 5 chữ số.",
        )
    elif f"{key}: {code}" in entry.document.text:
        said = f"mã “{code}” {either('chưa để trong dấu ngoặc kép', 'viết như một con số')}"
        hint = f'Viết {key}: "{code}", hoặc chạy tthc fix.'
        yield Finding((key,), said, either(hint, BY_COMMAND))


def _mend(code: str, stem: str) -> str:
    meant = procedure_code(code)
    if meant and re.fullmatch(r"\d[.,]\d{1,5}", code):
        return f"Ý bạn là “{meant}”? (số 0 ở cuối bị mất khi mã bị đọc thành số)"
    if SHAPES["ma_thu_tuc"].fullmatch(stem):  # the file carries the code
        return f"Ý bạn là “{stem}”?"
    return f"Ý bạn là “{meant}”?" if meant else "Mã gồm một chữ số, dấu chấm, sáu chữ số, ví dụ 1.001193."
