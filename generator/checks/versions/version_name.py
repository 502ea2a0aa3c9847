"""Tên tệp của bản sửa đổi khác nội dung.

Tên tệp gồm mã, dấu @ và ngày đầu tiên áp dụng: `1.001193@2025-07-01.yml`. Mã và ngày ấy phải trùng với `ma_thu_tuc`
và `ap_dung_tu` trong
tệp, để nhìn danh sách tệp là biết thủ tục đổi những ngày nào.

Sai: `1.001193@2025-07-01.yml` ghi `ap_dung_tu: 2025-07-10`; `1.001193@2025-13-01.yml`; `1.001193@moi.yml`
Đúng: `1.001193@2025-07-01.yml` ghi `ap_dung_tu: 2025-07-01`
"""

from collections.abc import Iterator

from generator.checks._engine.context import ValidationContext
from generator.checks._engine.rule import Finding
from generator.loading.entry import Entry
from generator.loading.versions import MARK, VERSION_KINDS, base_stem, named_day
from generator.problem import ERROR

ID = "TT-201"
SEVERITY = ERROR
SUPPRESSIBLE = False
KINDS = tuple(sorted(VERSION_KINDS))


def check(entry: Entry, context: ValidationContext) -> Iterator[Finding]:
    """A name whose second half is no day, or another day or code than the file's."""
    day, named, ending = entry.record.from_day, named_day(entry), entry.path.rpartition(".")[2]
    said = entry.stem.partition(MARK)[2]
    if named is None:
        better = f"{base_stem(entry)}{MARK}{day or '2025-07-01'}.{ending}"
        yield Finding(
            ("ap_dung_tu",), f"“{said}” trong tên tệp không phải một ngày (năm-tháng-ngày)", f"Đổi tên thành {better}."
        )
    elif day and day != named:
        hint = f"Sửa thành {named}, hoặc đổi tên tệp thành {base_stem(entry)}{MARK}{day}.{ending}."
        yield Finding(("ap_dung_tu",), f"ngày {day:%d/%m/%Y} khác ngày trong tên tệp ({named:%d/%m/%Y})", hint)
    code = entry.record.code
    if entry.kind.name == "procedure_version" and code and code != base_stem(entry):
        hint = f"Sửa thành “{base_stem(entry)}”, hoặc đổi tên tệp thành {code}{MARK}{said}.{ending}."
        yield Finding(("ma_thu_tuc",), f"mã “{code}” khác mã trong tên tệp (“{base_stem(entry)}”)", hint)
