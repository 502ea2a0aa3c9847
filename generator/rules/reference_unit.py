"""Đơn vị được nhắc tới không có.

Đơn vị cấp trên, đơn vị kế tục và đơn vị chủ trang phải là tên tệp (không đuôi) trong content/units/.
"""

from collections.abc import Iterator

from generator.problem import ERROR, suggest
from generator.reading.store import Entry
from generator.rules.rule import Finding
from generator.rules.world import World

ID = "TT-033"
SEVERITY = ERROR
KINDS = ("unit", "site")


def check(entry: Entry, world: World) -> Iterator[Finding]:
    """Every slug named must be a file in content/units/."""
    if entry.kind.name == "site":
        named = [(("don_vi",), entry.record.unit)]
    else:
        named = [(("thuoc",), entry.record.parent)]
        named += [(("ke_tuc", index, "don_vi"), item.unit) for index, item in enumerate(entry.record.successors)]
    for path, slug in named:
        if slug and slug not in world.units:
            yield Finding(path, f"không có đơn vị “{slug}” trong content/units/", suggest(slug, list(world.units)))
