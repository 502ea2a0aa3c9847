"""Cách nói cho ô tìm kiếm viết sai dạng.

Trong `cach_noi`, `tru_khi` và `tu`, dấu “…” thay cho vài chữ ở giữa và {tên nhóm} thay cho các từ của
nhóm đó trong content/search/groups.yml; “ + ” nối các phần đứng đâu trong câu cũng được. Nhóm không có, ngoặc thiếu hay
khác kiểu, ba dấu chấm thay cho “…”, “…” hay “+” đứng đầu hoặc cuối, hai cách nói trong một mục thì cách nói ấy không
bao giờ khớp; một chữ cái, hay chữ đưa đẩy (fillers.yml) đứng một mình thì câu nào cũng khớp.

Sai: `cach_noi: ["mở {cửa hiệu}"]` khi groups.yml không có nhóm “cửa hiệu”
Đúng: `cach_noi: ["mở {cửa hàng}"]`
"""

import re
from collections.abc import Iterator

from generator.checks._engine.context import ValidationContext
from generator.checks._engine.rule import Finding
from generator.loading.entry import Entry
from generator.loading.store import Store
from generator.problem import ERROR, KeyPath
from generator.text.suggestions import suggest

ID = "TT-120"
SEVERITY = ERROR
SCOPE = "content"
CHECKS = ("L12",)
KINDS = ("synonym", "elsewhere", "word_group", "filler", "off_topic")
LISTS = {
    "synonym": (("cach_noi", "says"),),
    "elsewhere": (("cach_noi", "says"), ("tru_khi", "unless")),
}
WORDS = (("tu", "words"),)
BRACKETS = re.compile(r"[(\[]([^()\[\]{}]{1,40})[)\]]")


def check(entry: Entry, context: ValidationContext) -> Iterator[Finding]:
    """Unknown groups, unbalanced braces, leading or trailing gaps."""
    groups, nested = context.cached(_groups)
    for key, name in LISTS.get(entry.kind.name, WORDS):
        for index, text in enumerate(getattr(entry.record, name)):
            path = (key, index)
            used = re.findall(r"\{([^{}]*)\}", text) if "{" in text else []
            if ("{" in text or "}" in text) and re.search(r"[{}]", re.sub(r"\{[^{}]*\}", "", text)):
                yield Finding(path, f"“{text}” thiếu ngoặc nhọn", "Viết tên nhóm giữa { và }.")
            for group in used:
                if group not in groups and "" not in groups:  # a group without its name may be the one
                    yield Finding(
                        path,
                        f"không có nhóm từ “{group}”",
                        suggest(group, groups) or "Thêm nhóm vào content/search/groups.yml.",
                    )
            if (
                text.strip(" ").startswith("+")
                or text.strip(" ").endswith("+")
                or ("+" in text and re.search(r"\S\+|\+\S", text))
                or "+ +" in text
            ):
                yield Finding(
                    path,
                    f"“{text}” có dấu “+” không nối hai phần",
                    "Viết “phần một + phần hai”, có dấu cách hai bên dấu +.",
                )
            yield from _typed(path, text, groups)
            if key == "cach_noi" and (reason := _too_wide(entry, text, context)):
                yield Finding(path, f"“{text}” {reason}", "Ghi cả cụm từ chỉ việc này.")
            if text.strip().startswith("…") or text.strip().endswith("…"):
                yield Finding(path, f"“{text}” có dấu “…” ở đầu hoặc cuối", "Chỉ đặt “…” giữa hai chữ.")
            if entry.kind.name == "word_group" and (nested.intersection(used) or "…" in text or "+" in text):
                yield Finding(
                    path,
                    f"từ trong nhóm phải là chữ thường hoặc {{nhóm}} chỉ có chữ thường, không phải “{text}”",
                    "Viết từng từ một.",
                )


def _typed(path: KeyPath, text: str, groups: list[str]) -> Iterator[Finding]:
    """Signs that were typed for others: three dots, brackets of another kind, a separator of lists."""
    if ".." in text:
        better = re.sub(r" ?\.{2,} ?", " … ", text).strip()
        yield Finding(path, f"“{text}” có ba dấu chấm", f"Ý bạn là “{better}” (một dấu …)?")
    if ";" in text:
        yield Finding(path, f"“{text}” là nhiều cách nói trong một mục", "Mỗi cách nói một mục.")
    for named in BRACKETS.findall(text) if "(" in text or "[" in text else ():
        if named.strip() in groups:
            yield Finding(
                path, f"“{text}” ghi tên nhóm trong ngoặc khác", f"Viết {{{named.strip()}}}, trong ngoặc nhọn."
            )


def _too_wide(entry: Entry, text: str, context: ValidationContext) -> str:
    """Why an expression would be met by nearly every question; "" otherwise."""
    plain = " ".join(text.lower().split())
    if len(plain) < 2:
        return "là một chữ cái" if plain else "để trống"
    if getattr(entry.record, "level", None) is None and plain in context.cached(_fillers):
        return "là chữ đưa đẩy (fillers.yml), câu nào cũng có"
    return ""


def _fillers(store: Store) -> set[str]:
    """Words that are as good as not said; not those that ask for a fact, which name it."""
    said = [word for item in store.of("filler") if item.record.level == "bỏ" for word in item.record.words]
    return {" ".join(word.lower().split()) for word in said}


def _groups(store: Store) -> tuple[list[str], set[str]]:
    """(names of all groups, names of groups that contain groups); the latter must not be nested: no cycles."""
    named = [(item.record.name or "", item.record.words) for item in store.of("word_group")]
    return [name for name, _ in named], {name for name, words in named if any("{" in word for word in words)}
