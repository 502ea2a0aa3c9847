"""Sổ tay nhắc một hình không có.

Hình của sổ tay đi kèm công cụ, trong theme/handbook/; người đọc không thấy hình nào nếu tên sai.

Sai: `ten: sua-phi.png`
Đúng: `ten: sua-phi`
"""

from collections.abc import Iterator

from generator.checks._engine.rule import Finding
from generator.loading.entry import Entry
from generator.problem import ERROR
from generator.resources import handbook_pictures
from generator.text.suggestions import suggest

ID = "TT-280"
SEVERITY = ERROR
SCOPE = "record"
KINDS = ("handbook",)


def check(entry: Entry, context: object) -> Iterator[Finding]:
    """Names of pictures that the tool does not bring."""
    names = handbook_pictures()
    for index, picture in enumerate(entry.record.pictures):
        if picture.name and picture.name not in names:
            yield Finding(
                ("hinh", index, "ten"),
                f"không có hình “{picture.name[:80]}” trong theme/handbook/",
                suggest(picture.name, list(names)) or f"Các hình có sẵn: {', '.join(names)}.",
            )
