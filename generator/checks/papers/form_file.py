"""Tệp mẫu đơn không có hoặc đã khác.

Mẫu được kể mà tệp không có thì người dân bấm vào chỉ thấy lỗi; tệp khác mã băm đã ghi thì không còn chắc là mẫu của
CSDL quốc gia (NĐ 63/2010/NĐ-CP Điều 25). Đặt tệp vào content/forms/, ghi đường dẫn từ thư mục ấy, và tính lại mã băm
khi thay tệp. Tệp phải là pdf, doc, docx, xls, xlsx, odt, ods hoặc rtf, không quá 10 MB; tệp để đó mà không thủ tục nào
kể tới thì được nhắc ở site.yml.

Sai: `tep: ../tai-ve/ct01.docx`
Đúng: `tep: cu-tru/ct01.docx`
"""

import posixpath
from collections.abc import Iterator
from pathlib import Path

from generator import urls
from generator.checks._engine.context import ValidationContext
from generator.checks._engine.rule import Finding
from generator.checks._engine.traversal import forms
from generator.io.regular_file import sha256_of
from generator.loading.entry import Entry
from generator.loading.store import Store
from generator.loading.stored_files import fault, stored_forms
from generator.problem import ERROR, WARNING
from generator.schema.portable_names import composed
from generator.text.audience import field
from generator.text.suggestions import suggest

ID = "TT-055"
SEVERITY = ERROR
SCOPE = "content"
LAW = "NĐ 63/2010 Đ25"
CONFIDENCE = "V"
CHECKS = ("L09",)
KINDS = ("procedure", "site")


def check(entry: Entry, context: ValidationContext) -> Iterator[Finding]:
    """Files outside content/forms/, missing, not publishable or with a wrong hash; for the site: unreferenced files."""
    root = context.store.root
    if root is None:
        return
    stored = context.cached(_stored)
    if entry.kind.name == "site":
        yield from _unnamed(context, stored) if stored else ()
        return
    for index, form in enumerate(forms(entry.record)):
        if not form.file:
            continue
        here = ("bieu_mau", index, "tep")
        file = stored.get(posixpath.normpath(composed(form.file)))
        if _inside(root / "forms", form.file) is None:
            yield Finding(
                here,
                f"“{form.file[:80]}” đi ra ngoài content/forms/",
                "Chép tệp vào content/forms/ và ghi đường dẫn từ đó.",
            )
        elif file is None:
            yield Finding(
                here,
                f"không có tệp content/forms/{form.file}",
                suggest(form.file, list(stored)) or "Đặt tệp vào content/forms/.",
            )
        elif why := fault(file):
            yield Finding(here, why, "Lưu lại bằng dạng khác, hoặc bớt ảnh cho nhẹ.")
        elif form.sha256 and sha256_of(file) != form.sha256:
            yield Finding(
                ("bieu_mau", index, "sha256"),
                f"tệp {form.file} đã khác mã băm đã ghi",
                "Xem lại tệp; thay có chủ ý thì ghi ngày lấy mới và mã băm mới (trang soạn tự ghi khi để trống).",
            )


def _stored(store: Store) -> dict[str, Path]:
    return stored_forms(store.root) if store.root else {}


def _unnamed(context: ValidationContext, stored: dict[str, Path]) -> Iterator[Finding]:
    """Files that no record references, and two files with the same address."""
    named = {
        posixpath.normpath(composed(form.file))
        for entry in context.store.of("procedure")
        for form in forms(entry.record)
        if form.file
    }
    without = sorted(stored.keys() - named)
    if without:
        yield Finding(
            (),
            f"{len(without)} tệp trong content/forms/ không thủ tục nào kể tới, đầu tiên là {without[0][:80]}",
            f"Ghi tên tệp vào {field('bieu_mau.tep')} của thủ tục, hoặc xóa tệp.",
            severity=WARNING,
        )
    taken: dict[str, str] = {}
    for relative in stored:
        other = taken.setdefault(urls.form(relative), relative)
        if other != relative:
            yield Finding(
                (), f"hai tệp trong content/forms/ chung một địa chỉ: {other} và {relative}", "Đổi tên một tệp."
            )


def _inside(folder: Path, name: str) -> Path | None:
    """The file, or None when the name or a symbolic link leads out of the folder."""
    if "\\" in name or "\0" in name or name.startswith("/"):
        return None
    try:
        file = (folder / name).resolve()
        file.is_file()
    except (OSError, RuntimeError, ValueError):  # symbolic link loop, name too long
        return None
    return file if file.is_relative_to(folder.resolve()) else None
