"""`tthc edit --repository DIR`: a bare repository that checks what it receives, where a district has no forge."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from generator.editor.review.repository import Repository
from generator.io.git import GitError, ask

HOOK = """#!/bin/sh
# Kiểm tra nội dung trước khi nhận (tthc edit --repository ghi tệp này).
exec '{python}' -m generator edit --receive
"""
SETTINGS = {
    "receive.advertisePushOptions": "true",
    "receive.denyNonFastForwards": "true",
    "tthc.haiNguoi": "true",
}


def set_up(content: Path, folder: Path) -> str:
    """Create the repository and push the present state to it. Returns a summary in Vietnamese. Raises GitError."""
    work = Repository(content)
    if folder.exists() and any(folder.iterdir()):
        raise GitError(f"thư mục {folder} đã có gì đó; chọn thư mục khác")
    if "origin" in work.text("remote").split():
        raise GitError(f"kho này đã nối với {work.setting('remote.origin.url')}; không đổi")
    branch = work.branch
    folder.mkdir(parents=True, exist_ok=True)
    ask(folder, "init", "--quiet", "--bare", f"--initial-branch={branch}")
    for name, value in SETTINGS.items():
        ask(folder, "config", name, value)
    ask(folder, "config", "tthc.noiDung", work.inside)
    hook = folder / "hooks" / "pre-receive"
    hook.parent.mkdir(exist_ok=True)
    hook.write_text(HOOK.format(python=sys.executable.replace("\\", "/").replace("'", "'\\''")), "utf-8", newline="\n")
    os.chmod(hook, 0o755)
    work.git("remote", "add", "origin", str(folder.absolute()))
    work.git("push", "--quiet", "--set-upstream", "origin", f"HEAD:refs/heads/{branch}")
    return f"Đã lập kho chung ở {folder}. Máy khác lấy về bằng: git clone {folder.absolute()}"
