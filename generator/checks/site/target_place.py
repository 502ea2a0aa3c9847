"""Nơi đăng không dùng được.

`tthc publish TÊN` tìm nơi đăng theo tên: hai nơi cùng tên thì chỉ nơi đầu được dùng, tên có dấu `/` thì bị hiểu là địa
chỉ. Địa chỉ là `/thư/mục`, `./thư-mục`, `ssh://…` hoặc `sftp://…`. Phải giữ ít nhất hai bản thì mới quay lại được;
bỏ trống `giu` thì giữ năm bản.

Sai:
    noi_dang:
      - ten: chinh
        dia_chi: https://tthc.example.gov.vn/
        giu: 0
Đúng:
    noi_dang:
      - ten: chinh
        dia_chi: ssh://tthc@may-chu/srv/tthc
        giu: 5
"""

from collections.abc import Iterator

from generator.checks._engine.context import ValidationContext
from generator.checks._engine.rule import Finding
from generator.limits import MIN_RELEASES
from generator.loading.entry import Entry
from generator.problem import ERROR

ID = "TT-262"
SEVERITY = ERROR
SUPPRESSIBLE = False
KINDS = ("site",)


def check(entry: Entry, context: ValidationContext) -> Iterator[Finding]:
    """Names that do not single out a target, addresses that are none, releases that cannot be undone."""
    seen: set[str] = set()
    for at, place in enumerate(entry.record.targets):
        name, address = place.name or "", place.address or ""
        if name and name in seen:
            yield Finding(("noi_dang", at, "ten"), f"đã có nơi đăng “{name}” ở trên", "Mỗi nơi đăng một tên.")
        elif "/" in name:
            yield Finding(
                ("noi_dang", at, "ten"), f"tên nơi đăng “{name}” có dấu “/” nên bị hiểu là địa chỉ", "Ví dụ “chinh”."
            )
        seen.add(name)
        scheme, there, _ = address.partition("://")
        if address and ("/" not in address or there and scheme not in ("ssh", "sftp")):
            yield Finding(
                ("noi_dang", at, "dia_chi"),
                f"“{address}” không phải nơi đăng được",
                "Viết /thư/mục, ssh://người@máy/thư/mục hoặc sftp://người@máy/thư/mục.",
            )
        if place.keep is not None and place.keep < MIN_RELEASES:
            yield Finding(
                ("noi_dang", at, "giu"),
                f"giữ {place.keep} bản thì không quay lại được",
                f"Ghi ít nhất {MIN_RELEASES}; bỏ dòng này thì giữ 5 bản.",
            )
