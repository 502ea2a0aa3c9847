"""Thiếu tệp site.yml.

Tệp site.yml nằm ngay trong thư mục nội dung, ghi tên trang, cơ quan chủ quản, cơ quan quản lý, ngày mà nội dung được
tính đến. Không có tệp này thì không ai biết trang của cơ quan nào, nên trang không được dựng. Tên tệp phải đúng từng
chữ, và chỉ có một tệp như vậy.

Sai: content/Site.yml, content/site.yml.txt
Đúng: content/site.yml
"""

from __future__ import annotations

import os

from generator.loading.folder import display_path
from generator.loading.national_content import SITE_FILES
from generator.loading.store import Store
from generator.problem import ERROR, Problem
from generator.text.folding import fold

ID = "TT-170"
SEVERITY = ERROR
LAW = "theo NĐ 42/2022"
CONFIDENCE = "S"


def site_problems(store: Store) -> list[Problem]:
    """A missing or second site.yml, for a store that was read from a folder."""
    if store.root is None:
        return []
    folder = store.root.name
    paths = [entry.path for entry in store.of("site")]
    if len(paths) > 1:
        names = " và ".join(path.partition("/")[2] for path in paths)
        return [_problem(paths[-1], f"có cả {names}", "Chỉ giữ một tệp site.yml.")]
    if paths or any(name.startswith("site/") for name in store.unread):
        return []
    try:
        there = sorted(os.listdir(store.root))
    except OSError:
        there = []
    alike = next((name for name in there if _is_alike(name)), None)
    if alike is None:
        return [
            _problem(
                f"{folder}/site.yml",
                "thư mục nội dung không có tệp site.yml, nên không biết trang của cơ quan nào",
                "Thêm tệp, ghi ten, co_quan_chu_quan, co_quan_quan_ly, as_of …; "
                "hoặc xem lại --content có đúng thư mục không.",
            )
        ]
    hint = "Để một tệp ở đó." if alike in SITE_FILES else f"Đổi tên “{display_path(alike)}” thành site.yml."
    reason = "là thư mục, không phải tệp" if alike in SITE_FILES else "không được đọc vì tên phải là site.yml"
    return [_problem(f"{folder}/{display_path(alike)}", f"{reason}, nên không biết trang của cơ quan nào", hint)]


def _is_alike(name: str) -> bool:
    stem = fold(name).strip("._-~ ").partition(".")[0].strip("_- 0123456789()")
    return stem in ("site", "sites", "ste", "sit", "siet") and not name.startswith(".")


def _problem(path: str, message: str, hint: str) -> Problem:
    return Problem(path, 1, 1, ID, SEVERITY, message, LAW, hint)
