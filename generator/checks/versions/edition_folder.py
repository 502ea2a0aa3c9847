"""Thư mục của các bản được đăng.

Mỗi bản không ở gốc nằm trong thư mục riêng (`thu_muc`), ví dụ `hien-nay`: chữ thường không dấu, chữ số, dấu gạch nối.
Thư mục không được trùng
nhau và không được trùng với địa chỉ của các trang khác (thu-tuc, don-vi …). Bản đóng băng (`dong_bang: true`) luôn
nằm ở ban/NGÀY/ nên không cần
`thu_muc`; bản ở địa chỉ gốc thì không đóng băng được.

Sai: `thu_muc: thu-tuc`, `thu_muc: Hiện nay`
Đúng: `thu_muc: hien-nay`
"""

import datetime as dt
from collections.abc import Iterator

from generator import urls
from generator.checks._engine.context import ValidationContext
from generator.checks._engine.rule import Finding
from generator.loading.entry import Entry
from generator.problem import ERROR
from generator.schema.site import FOLDER
from generator.text.slugs import slug

ID = "TT-209"
SEVERITY = ERROR
SUPPRESSIBLE = False
KINDS = ("site",)
TAKEN = {
    value.split("/")[0] for name, value in vars(urls).items() if name.isupper() and isinstance(value, str) and value
}
TAKEN |= {"assets", "search", "pagefind", "du-lieu", "ban", "thay-doi"}


def check(entry: Entry, context: ValidationContext) -> Iterator[Finding]:
    """Folders that are malformed, doubled, or those of pages."""
    seen, days = set[str](), set[dt.date | None]()
    for index, edition in enumerate(entry.record.editions):
        place, folder = ("cac_ban", index, "thu_muc"), edition.folder or ""
        if edition.frozen and edition.day and edition.day == entry.record.as_of:
            yield Finding(("cac_ban", index, "dong_bang"), "bản ở địa chỉ gốc không đóng băng được", "Bỏ dòng này.")
        if edition.frozen:
            continue  # always in ban/DAY/
        if not folder:
            said = "bản này chưa có thư mục (thu_muc)"
            yield Finding(
                ("cac_ban", index), said, "Ví dụ “thu_muc: hien-nay”; bản đóng băng thì ghi “dong_bang: true”."
            )
            continue
        if not FOLDER.fullmatch(folder):
            yield Finding(
                place,
                f"“{folder}” không dùng làm thư mục được",
                f"Chỉ chữ thường không dấu, chữ số, gạch nối: “{slug(folder)}”.",
            )
        elif folder in TAKEN:
            yield Finding(place, f"“{folder}” là địa chỉ của các trang khác", "Chọn tên khác, ví dụ “hien-nay”.")
        elif folder in seen and edition.day not in days:  # a day twice: TT-208
            yield Finding(place, f"thư mục “{folder}” đã dùng cho một bản khác", "Chọn tên khác.")
        seen.add(folder)
        days.add(edition.day)
