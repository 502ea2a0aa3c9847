"""Tệp mẫu đơn không có hoặc đã khác.

Mẫu được kể mà tệp không có thì người dân bấm vào chỉ thấy lỗi; tệp khác mã băm đã ghi thì không còn chắc là mẫu của CSDL quốc
gia (NĐ 63/2010/NĐ-CP Điều 25). Đặt tệp vào content/forms/, ghi đường dẫn từ thư mục ấy, và tính lại mã băm khi thay tệp.

Sai: `tep: ../tai-ve/ct01.docx`
Đúng: `tep: cu-tru/ct01.docx`
"""

from collections.abc import Iterator
from pathlib import Path

from generator.problem import ERROR, suggest
from generator.reading.store import Entry, Store
from generator.regular_file import sha256_of
from generator.rules.parts import forms
from generator.rules.rule import Finding
from generator.rules.world import World

ID = "TT-055"
SEVERITY = ERROR
LAW = "NĐ 63/2010 Đ25"
CONFIDENCE = "V"
CHECKS = ("L09",)
KINDS = ("procedure",)


def check(entry: Entry, world: World) -> Iterator[Finding]:
    """A file that leaves content/forms/, that is not there, or whose bytes are others."""
    root = world.store.root
    for index, form in enumerate(forms(entry.record)):
        if not form.file or root is None:
            continue
        here = ("bieu_mau", index, "tep")
        folder = root / "forms"
        file = _inside(folder, form.file)
        if file is None:
            yield Finding(
                here,
                f"“{form.file[:80]}” đi ra ngoài content/forms/",
                "Chép tệp vào content/forms/ và ghi đường dẫn từ đó.",
            )
        elif not file.is_file():
            yield Finding(
                here,
                f"không có tệp content/forms/{form.file}",
                suggest(form.file, world.table(_known)) or "Đặt tệp vào content/forms/.",
            )
        elif form.sha256 and sha256_of(file) != form.sha256:
            yield Finding(
                ("bieu_mau", index, "sha256"),
                f"tệp {form.file} đã khác mã băm đã ghi",
                "Xem lại tệp; nếu thay có chủ ý thì ghi mã băm và ngày lấy mới.",
            )


def _known(store: Store) -> list[str]:
    """The files there are, listed once however many forms are missing."""
    folder = (store.root or Path()) / "forms"
    return [path.relative_to(folder).as_posix() for path in sorted(folder.rglob("*")) if path.is_file()]


def _inside(folder: Path, name: str) -> Path | None:
    """The file, or None when the name or a symbolic link leads out of the folder."""
    if "\\" in name or "\0" in name or name.startswith("/"):
        return None
    try:
        file = (folder / name).resolve()
        file.is_file()
    except (OSError, RuntimeError, ValueError):  # a loop of links, a name too long
        return None
    return file if file.is_relative_to(folder.resolve()) else None
