"""All files of a new site; they are written all or none, and never over existing ones."""

from __future__ import annotations

import errno
import os
import shutil
import tempfile
from contextlib import suppress
from pathlib import Path

from generator.importing.yaml_writer import dump_list
from generator.io.causes import cause_of
from generator.io.file import OutputRefused
from generator.io.guard import plain
from generator.loading.yaml.parse import parse
from generator.new_site.answers import SiteAnswers
from generator.new_site.plan_outline import plan_files
from generator.new_site.project_files import project_files
from generator.new_site.site_record import agencies_text, notice_text, site_text
from generator.new_site.units import unit_files
from generator.resources import FIELDS
from generator.schema.service_field import ServiceField

ALLOWED = frozenset({".git", "cong-cu", ".venv", ".idea", ".vscode", ".ds_store", "desktop.ini", "thumbs.db"})


def site_files(answers: SiteAnswers) -> dict[str, str]:
    """Every text of the site, by path below its folder."""
    content = {
        "site.yml": site_text(answers),
        "agencies.yml": agencies_text(answers),
        "fields.yml": _fields_text(),
        "notices/cach-dung-trang.md": notice_text(answers),
        **unit_files(answers),
        **plan_files(answers),
    }
    return project_files(answers) | {f"content/{path}": text for path, text in content.items()}


def _fields_text() -> str:
    """fields.yml: the fields that the package brings, without responsible offices."""
    rows = parse(FIELDS.read_text("utf-8"))
    return dump_list(ServiceField, [{key: value for key, value in row.items() if key != "co_quan"} for row in rows])


def guard_new(folder: Path) -> Path:
    """`folder`, resolved, if a site may be created there: it does not exist, or holds nothing that belongs to a site.
    Raises OutputRefused."""
    target = plain(folder)
    if os.path.lexists(target) and (target.is_symlink() or not target.is_dir()):
        raise OutputRefused(f"không tạo trang ở “{folder}”: đó là một tệp hay liên kết; hãy chọn tên khác.")
    try:
        others = sorted(name for name in os.listdir(target) if name.casefold() not in ALLOWED)
    except FileNotFoundError:
        return target
    except OSError as error:
        raise OutputRefused(f"không xem được thư mục “{folder}”: {cause_of(error)}.") from None
    if others:
        raise OutputRefused(f"không tạo trang ở “{folder}”: trong đó đã có “{others[0]}”; hãy chọn thư mục mới.")
    return target


def write_site(target: Path, files: dict[str, str]) -> None:
    """Write `files` below `target`, which guard_new accepted. Raises OSError and then leaves nothing behind."""
    missing = [folder for folder in (target, *target.parents) if not folder.exists()]
    target.parent.mkdir(parents=True, exist_ok=True)
    try:
        _place(target, files)
    except BaseException:
        for folder in missing[1:]:
            with suppress(OSError):
                folder.rmdir()
        raise


def _place(target: Path, files: dict[str, str]) -> None:
    """Write the files to a folder beside `target`, then move them there. Raises OSError and then leaves `target`
    unchanged."""
    placed: list[Path] = []
    with tempfile.TemporaryDirectory(prefix=".tthc-init-", dir=target.parent) as name:
        new = Path(name) / "site"
        for path, text in files.items():
            (new / path).parent.mkdir(parents=True, exist_ok=True)
            (new / path).write_text(text, "utf-8", newline="")
        if not target.exists():
            new.rename(target)
            return
        try:
            for entry in sorted(os.listdir(new)):
                if os.path.lexists(target / entry):
                    raise FileExistsError(errno.EEXIST, "đã có", str(target / entry))
                (new / entry).rename(target / entry)
                placed.append(target / entry)
        except BaseException:
            for entry_path in placed:
                shutil.rmtree(entry_path) if entry_path.is_dir() else entry_path.unlink()
            raise
