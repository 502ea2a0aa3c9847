"""Trang chỉ có tệp của trang: không có tệp ẩn, tệp mật khẩu, mã chạy trên máy chủ, bản lưu tạm, liên kết ra ngoài.

Máy chủ đưa mọi tệp trong thư mục cho bất kỳ ai hỏi; tệp .php ở đó thì máy chủ còn chạy.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from generator.audit.finding import AuditFinding
from generator.audit.site import BuiltSite
from generator.io import mark

ID = "KT-017"
TITLE = "Tệp lạ trong trang"
OURS = {mark.MARK, ".htaccess", ".well-known"}
RUN = (".php", ".phtml", ".phar", ".asp", ".aspx", ".ashx", ".jsp", ".jspx", ".cgi", ".pl", ".py", ".rb", ".sh")
LEFT = ("~", ".bak", ".old", ".orig", ".rej", ".swp", ".tmp", ".sql", ".log")
AWAY = "Xóa tệp ấy, tìm xem ai đã để nó vào, rồi dựng lại trang."


def check_site(site: BuiltSite, notes: dict[str, Any]) -> Iterator[AuditFinding]:
    """Names that no output has, and symbolic links that lead out of the site."""
    root = os.path.realpath(site.folder)
    said = set[str]()  # strange folders: not each file of a .git
    for path, entry in sorted(site.entries.items()):
        folder, _, name = path.rpartition("/")
        if folder in said:
            said.add(path)
            continue
        if entry.is_symlink() and not Path(os.path.realpath(entry.path)).is_relative_to(root):
            message = "liên kết dẫn ra ngoài thư mục của trang"
        elif message := _strange(name):
            said.add(path)
        if message:
            yield AuditFinding(path, (1, 1), message, AWAY)


def _strange(name: str) -> str:
    lower = name.lower()
    if name.startswith(".") and name not in OURS and name not in mark.LITTER:
        return "tệp ẩn không phải của trang"
    if lower.endswith(RUN):
        return "mã chạy trên máy chủ, trang này không cần"
    return "bản lưu tạm, bản cũ, nhật ký" if lower.endswith(LEFT) else ""
