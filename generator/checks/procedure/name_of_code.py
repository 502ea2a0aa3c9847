"""Tên không phải của mã ghi bên cạnh.

Mã và tên đi đôi. Chép dòng của thủ tục khác rồi chỉ sửa một trong hai thì trang dẫn người dân tới thủ tục khác. Tên
được so với tệp của thủ tục ấy và danh mục chính thức (content/catalogue/): chỉ nhắc khi đó là tên của mã khác, hoặc
không chung nửa số chữ. Xem lại mã và tên theo nguồn.

Sai:
    thay_boi:
      - ma: "1.013138"
        ten: Đăng ký khai tử   (1.013138 là Đăng ký nghĩa vụ quân sự tạm vắng)
Đúng:
    thay_boi:
      - ma: "1.013138"
        ten: Đăng ký nghĩa vụ quân sự tạm vắng
"""

import re
from collections.abc import Iterator
from functools import cached_property

from generator.checks._engine.context import ValidationContext
from generator.checks._engine.rule import Finding
from generator.loading.entry import Entry
from generator.loading.store import Store
from generator.problem import WARNING, KeyPath

ID = "TT-267"
SEVERITY = WARNING
SCOPE = "content"
KINDS = ("procedure", "fate", "review")
COMMON = {"thủ", "tục"}  # a list may begin each name with them
WORD = re.compile(r"\w+")


def check(entry: Entry, context: ValidationContext) -> Iterator[Finding]:
    """Each pair of a code and a name against the names that the code is known by."""
    for path, code, name in _pairs(entry):
        known = context.cached(_Known)
        others = {at: said for at, said in known.names.get(code, {}).items() if at != entry.path}
        if name in others.values():  # nearly always
            continue
        words = _words(name)
        if not words or not others or any(_alike(words, _words(said)) for said in others.values()):
            continue
        at, said = next(iter(others.items()))
        owner = next((one for one in known.owners.get(words, ()) if one != code), "")
        if owner:
            yield Finding(path, f"đây là tên của {owner}; {code} là “{said}” ({at})", "Xem lại mã và tên theo nguồn.")
        elif all(2 * len(words & _words(said)) < min(len(words), len(_words(said))) for said in others.values()):
            yield Finding(path, f"{code} là “{said}” ({at}), không phải “{name}”", "Xem lại mã và tên theo nguồn.")


def _pairs(entry: Entry) -> Iterator[tuple[KeyPath, str, str]]:
    """(path of the name, code, name) of every pair in the record."""
    record = entry.record
    if entry.kind.name == "fate":
        for at, other in enumerate(record.successors):
            if other.code and other.name:
                yield ("thay_boi", at, "ten"), other.code, other.name
    elif record.code and record.name:
        yield ("ten_thu_tuc" if entry.kind.name == "procedure" else "ten",), record.code, record.name


def _alike(one: frozenset[str], other: frozenset[str]) -> bool:
    """True if one name only adds words to the other: “… có yếu tố nước ngoài”, “… (cấp xã)”."""
    return one <= other or other <= one


def _words(name: str) -> frozenset[str]:
    return frozenset(WORD.findall(name.casefold())) - COMMON


class _Known:
    """names: of each code, by the file that has them: of the records, then of the official lists."""

    def __init__(self, store: Store) -> None:
        self.names: dict[str, dict[str, str]] = {}
        for entry in store.of("procedure"):
            if entry.code and entry.name:
                self.names.setdefault(entry.code, {})[entry.path] = entry.name
        for register in store.of("official_list"):
            for one in register.record.procedures:
                if one.code and one.name:
                    self.names.setdefault(one.code, {})[register.path] = one.name

    @cached_property
    def owners(self) -> dict[frozenset[str], list[str]]:
        """The codes of each name, by its words: only asked for where a name is wrong."""
        found: dict[frozenset[str], list[str]] = {}
        for code, names in self.names.items():
            for name in names.values():
                found.setdefault(_words(name), []).append(code)
        return found
