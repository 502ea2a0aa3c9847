"""Một chữ viết tắt mang hai nghĩa, hoặc một cách nói ghi hai lần.

Chữ viết tắt ghi hai nghĩa thì máy chỉ dùng nghĩa sau. Cùng một cách nói ghi hai lần trong content/search/ thì người
sửa sau chỉ sửa được một chỗ; viết không dấu một cách nói đã có thì cũng là nó. Một câu hỏi mẫu ghi ở hai thủ tục, hay
ở hai chuyện ngoài, thì không giúp chọn bên nào.
Gộp lại một chỗ; một cách nói có thể có nhiều `nghia_la`.

Sai: `viet_tat: [hk]` ở hai mục, một là “hộ khẩu”, một là “học kỳ”
Đúng: mỗi chữ viết tắt một mục
"""

from collections.abc import Iterator

from generator.checks._engine.context import ValidationContext
from generator.checks._engine.rule import Finding
from generator.loading.entry import Entry
from generator.loading.store import Store
from generator.problem import WARNING, KeyPath
from generator.text.folding import fold

ID = "TT-121"
SEVERITY = WARNING
SCOPE = "content"
CHECKS = ("L12",)
KINDS = (
    *("synonym", "abbreviation", "elsewhere", "sample_question", "outside_question"),
    *("word_group", "filler", "off_topic"),
)
NAMES = {"word_group": ("ten", "name"), "elsewhere": ("ten", "title")}  # what others name them by
LISTS = {
    "synonym": ("cach_noi", "says"),
    "abbreviation": ("viet_tat", "short"),
    "elsewhere": ("cach_noi", "says"),
    "sample_question": ("cau_hoi", "asked"),
    "outside_question": ("cau_hoi", "asked"),
    "filler": ("tu", "words"),
    "off_topic": ("tu", "words"),
    "word_group": ("tu", "words"),
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
    known: dict[tuple[str, KeyPath], list[int]] = {}  # what each other item has already
    for index, text in enumerate(own):
        for other in by_expression[entry.kind.name, level, text] if entry.kind.name != "word_group" else ():
            if other is entry:
                break
            known.setdefault((other.path, other.base), []).append(index)
        if text.isascii() and " " in text and (same := context.cached(_with_marks).get((entry.kind.name, level, text))):
            hint = "Bỏ đi: máy tự hiểu chữ không dấu."
            yield Finding((key, index), f"“{text}” là “{same[0]}” ở {same[1]} viết không dấu", hint)
    for (path, _), places in known.items():
        more = f" và {len(places) - 1} cách nói nữa" if len(places) > 1 else ""
        said = f"“{own[places[0]]}”{more} đã có ở {path}"
        yield Finding((key, places[0]), said, "Gộp hai mục, hoặc bỏ bớt ở một mục.")
    name_key, named = NAMES.get(entry.kind.name, ("", ""))
    first = context.cached(_named).get((entry.kind.name, _plain(getattr(entry.record, named) or ""))) if named else None
    if first and first is not entry:
        yield Finding((name_key,), f"“{getattr(entry.record, named)}” đã có ở {first.path}", "Gộp hai mục.")


def _entries_by_expression(store: Store) -> dict[tuple[str, str | None, str], list[Entry]]:
    """The entries by (kind, level, expression), in store order."""
    entries: dict[tuple[str, str | None, str], list[Entry]] = {}
    for kind, (_, name) in LISTS.items():
        for entry in store.of(kind):
            for text in dict.fromkeys(map(_plain, getattr(entry.record, name))):
                entries.setdefault((kind, getattr(entry.record, "level", None), text), []).append(entry)
    return entries


def _with_marks(store: Store) -> dict[tuple[str, str | None, str], tuple[str, str]]:
    """(expression, file) by kind, level and what is left of the expression without its marks."""
    found: dict[tuple[str, str | None, str], tuple[str, str]] = {}
    for kind in ("synonym", "elsewhere"):
        for entry in store.of(kind):
            for text in map(_plain, getattr(entry.record, LISTS[kind][1])):
                if not text.isascii():
                    level = getattr(entry.record, "level", None)
                    found.setdefault((kind, level, fold(text)), (text, entry.path))
    return found


def _named(store: Store) -> dict[tuple[str, str], Entry]:
    """The first record of each name."""
    found: dict[tuple[str, str], Entry] = {}
    for kind, (_, name) in NAMES.items():
        for entry in store.of(kind):
            if said := getattr(entry.record, name):
                found.setdefault((kind, _plain(said)), entry)
    return found


def _plain(text: str) -> str:
    return " ".join(text.lower().split())
