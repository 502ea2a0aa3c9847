"""Cách nói cho ô tìm kiếm viết sai dạng.

Trong `cach_noi`, `tru_khi` và `tu`, dấu “…” thay cho vài chữ ở giữa và {tên nhóm} thay cho các từ của
nhóm đó trong content/search/groups.yml; “ + ” nối các phần đứng đâu trong câu cũng được. Nhóm không có, ngoặc thiếu,
“…” hay “+” đứng đầu hoặc cuối thì cách nói ấy không bao giờ khớp.

Sai: `cach_noi: ["mở {cửa hiệu}"]` khi groups.yml không có nhóm “cửa hiệu”
Đúng: `cach_noi: ["mở {cửa hàng}"]`
"""

import re
from collections.abc import Iterator

from generator.checks._engine.context import ValidationContext
from generator.checks._engine.rule import Finding
from generator.loading.store import Entry, Store
from generator.problem import ERROR
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
                if group not in groups:
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
            if text.strip().startswith("…") or text.strip().endswith("…"):
                yield Finding(path, f"“{text}” có dấu “…” ở đầu hoặc cuối", "Chỉ đặt “…” giữa hai chữ.")
            if entry.kind.name == "word_group" and (nested.intersection(used) or "…" in text or "+" in text):
                yield Finding(
                    path,
                    f"từ trong nhóm phải là chữ thường hoặc {{nhóm}} chỉ có chữ thường, không phải “{text}”",
                    "Viết từng từ một.",
                )


def _groups(store: Store) -> tuple[list[str], set[str]]:
    """(names of all groups, names of groups that contain groups); the latter must not be nested: no cycles."""
    named = [(item.record.name, item.record.words) for item in store.of("word_group") if item.record.name]
    return [name for name, _ in named], {name for name, words in named if any("{" in word for word in words)}
