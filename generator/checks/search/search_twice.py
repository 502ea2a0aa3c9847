"""Một chữ viết tắt mang hai nghĩa, hoặc một cách nói ghi hai lần.

Chữ viết tắt ghi hai nghĩa thì máy chỉ dùng nghĩa sau. Cùng một cách nói ghi hai lần trong content/search/ thì người
sửa sau chỉ sửa được một chỗ. Một câu hỏi mẫu ghi ở hai thủ tục, hay ở hai chuyện ngoài, thì không giúp chọn bên nào.
Gộp lại một chỗ; một cách nói có thể có nhiều `nghia_la`.

Sai: `viet_tat: [hk]` ở hai mục, một là “hộ khẩu”, một là “học kỳ”
Đúng: mỗi chữ viết tắt một mục
"""

from collections.abc import Iterator

from generator.checks._engine.context import ValidationContext
from generator.checks._engine.rule import Finding
from generator.loading.store import Entry, Store
from generator.problem import WARNING

ID = "TT-121"
SEVERITY = WARNING
SCOPE = "content"
CHECKS = ("L12",)
KINDS = ("synonym", "abbreviation", "elsewhere", "sample_question", "outside_question")
LISTS = {
    "synonym": ("cach_noi", "says"),
    "abbreviation": ("viet_tat", "short"),
    "elsewhere": ("cach_noi", "says"),
    "sample_question": ("cau_hoi", "asked"),
    "outside_question": ("cau_hoi", "asked"),
}


def check(entry: Entry, context: ValidationContext) -> Iterator[Finding]:
    """Reported at the second occurrence of an expression."""
    key, name = LISTS[entry.kind.name]
    own = [_plain(text) for text in getattr(entry.record, name)]
    for index, text in enumerate(own):
        if text in own[:index]:
            yield Finding((key, index), f"“{text}” ghi hai lần trong mục này", "Bỏ một lần.")
    by_expression = context.cached(_entries_by_expression)
    level = getattr(entry.record, "level", None)  # a word for a kind may also be part of a name
    for index, text in enumerate(own):
        for other in by_expression[entry.kind.name, level, text]:
            if other is entry:
                break
            yield Finding((key, index), f"“{text}” đã có ở {other.path}", "Gộp hai mục, hoặc bỏ bớt ở một mục.")


def _entries_by_expression(store: Store) -> dict[tuple[str, str | None, str], list[Entry]]:
    """The entries by (kind, level, expression), in store order."""
    entries: dict[tuple[str, str | None, str], list[Entry]] = {}
    for kind, (_, name) in LISTS.items():
        for entry in store.of(kind):
            for text in dict.fromkeys(map(_plain, getattr(entry.record, name))):
                entries.setdefault((kind, getattr(entry.record, "level", None), text), []).append(entry)
    return entries


def _plain(text: str) -> str:
    return " ".join(text.lower().split())
