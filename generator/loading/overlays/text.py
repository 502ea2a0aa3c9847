"""The text of an overlay's file: a new one, or an existing one with an updated version."""

from __future__ import annotations

import datetime as dt
import re

HEAD = "# Lớp địa phương: chỉ ghi các dòng dưới đây (NĐ 63/2010 Đ13, Đ18 k6: không thêm bước, giấy tờ, khoản thu).\n"
EXAMPLES = (
    "# quay: Quầy số 2, tầng một\n"
    "# gio_tiep_nhan: Sáng 7:30–11:30, chiều 13:30–16:30, thứ Hai đến thứ Sáu\n"
    "# dien_thoai: …\n"
    "# chuc_vu_can_bo: Công chức Tư pháp – Hộ tịch\n"
    "# noi_nop_tien: Nộp tại quầy\n"
    "# ghi_chu: Nên đến vào buổi chiều, ít phải chờ.\n"
)
BLOCK = re.compile(r"(?m)^phien_ban:.*\n(?:[ \t]+.*\n?|[ \t]*#.*\n?)*")
REVIEWED = re.compile(r"(?m)^ngay_ra_soat:.*$")


def new_overlay(code: str | None, versions: dict[str, str], day: dt.date) -> str:
    """A template to fill in."""
    about = f'ma_thu_tuc: "{code}"\n' if code else ""
    return f"{HEAD}{about}{EXAMPLES}ngay_ra_soat: {day}\n{_block(versions)}"


def renewed_overlay(text: str, versions: dict[str, str], day: dt.date) -> str:
    """`text` with the new version and review date; everything else stays as the editor wrote it."""
    text = text if text.endswith("\n") else text + "\n"
    text = REVIEWED.sub(f"ngay_ra_soat: {day}", text) if REVIEWED.search(text) else f"{text}ngay_ra_soat: {day}\n"
    return BLOCK.sub(lambda _: _block(versions), text, count=1) if BLOCK.search(text) else text + _block(versions)


def _block(versions: dict[str, str]) -> str:
    return "phien_ban:\n" + "".join(f"  {key}: {value}\n" for key, value in versions.items())
