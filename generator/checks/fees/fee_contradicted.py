"""Mức thu khác với câu chữ bên cạnh.

Dòng phí ghi 8.000 đồng mà lý do ghi “thu 5.000 đồng”, hoặc hai dòng cùng loại, cùng lý do mà hai mức: người dân không
biết phải mang bao nhiêu (NĐ 63/2010/NĐ-CP Điều 8 khoản 2 điểm i). Số tiền phí nêu ở mô tả cách nộp, ở các bước cũng
phải là một mức có trong bảng. Đối chiếu văn bản đặt ra mức thu rồi để một con số.

Sai:
    - loai: lệ phí
      muc_thu: 8000
      ly_do: Thu 5.000 đồng mỗi hồ sơ khi đăng ký quá hạn.
Đúng:
    - loai: lệ phí
      muc_thu: 8000
      ly_do: Khi đăng ký quá hạn.
"""

import re
from collections.abc import Iterator
from typing import Any

from generator.checks._engine.context import ValidationContext
from generator.checks._engine.money import OTHER_CASE, amounts, fee_amounts, money
from generator.checks._engine.rule import Finding
from generator.checks._engine.traversal import FEES, fees, scopes
from generator.loading.entry import Entry
from generator.problem import WARNING, KeyPath
from generator.schema.fees import Fee
from generator.schema.procedure import Procedure
from generator.text.audience import field

ID = "TT-256"
SEVERITY = WARNING
LAW = "NĐ 63/2010 Đ8 k2 i"
CONFIDENCE = "V"
CHECKS = ("L03",)
KINDS = ("procedure",)
REDUCED = re.compile(r"giảm (?:(\d{1,2}) ?%|một nửa|năm mươi phần trăm)", re.IGNORECASE)
FREE = re.compile(r"\b(?:miễn|không thu|không mất|không phải nộp) (?:phí|lệ phí)\W*$", re.IGNORECASE)
FOR_SOME = re.compile(r"cá nhân|\bhộ\b|người|đối với|trường hợp|từ ngày|\bthì\b|nếu", re.IGNORECASE)
ONLINE = re.compile(r"trực tuyến|qua mạng|trên mạng|bưu chính|toàn trình", re.IGNORECASE)
HINT = "Đối chiếu văn bản đặt ra mức thu rồi để một con số."


def check(entry: Entry, context: ValidationContext) -> Iterator[Finding]:
    """A reason that names another amount, two amounts for the same thing, an amount of no line in a text."""
    record = entry.record
    lines = list(fees(record))
    for path, fee in lines:
        for key, text in (("ly_do", fee.reason), ("nguyen_van", fee.source_text)):
            found = {one.amount for one in amounts(text or "")}  # in figures and again in words: once
            if fee.amount and isinstance(fee.amount, int) and len(found) == 1 and not OTHER_CASE.search(text or ""):
                if fee.amount not in found:
                    said = f"câu này ghi {money(found.pop())}, mức thu ghi {money(fee.amount)}"
                    yield Finding((*path, key), said, HINT)
    for path, holder in scopes(record):
        if isinstance(holder.fees, list):
            yield from _two_amounts((*path, FEES), holder.fees)
    yield from _reductions(record)
    if lines and all(isinstance(fee.amount, int) for _, fee in lines):
        yield from _elsewhere(record, {fee.amount for _, fee in lines})


def _reductions(record: Procedure) -> Iterator[Finding]:
    """Lines of a way of filing that are “reduced by 50 %” of no general line, and a way that is said to be free beside
    general lines alone."""
    general = [fee for fee in record.fees if fee.amount] if isinstance(record.fees, list) else []
    for at, channel in enumerate(record.channels):
        place = ("cach_thuc_thuc_hien", at)
        for index, fee in enumerate(channel.fees if isinstance(channel.fees, list) else ()):
            reduced = REDUCED.search(fee.reason or "")
            full = [one.amount for one in general if one.kind == fee.kind and isinstance(one.amount, int)]
            if not reduced or not full or not isinstance(fee.amount, int):
                continue
            left = 100 - int(reduced[1] or 50)
            if all(abs(amount * left / 100 - fee.amount) >= 1 for amount in full):
                whole = " hay ".join(map(money, full))
                said = f"“{reduced[0]}” của {whole} không phải {money(fee.amount)}"
                yield Finding((*place, FEES, index, "muc_thu"), said, HINT)
        if (
            channel.fees is None
            and general
            and FREE.search(channel.note or "")
            and not FOR_SOME.search(channel.note or "")
        ):
            if not any(ONLINE.search(fee.reason or "") for fee in general) and len(general) == len(record.fees or ()):
                yield Finding((*place, "mo_ta"), "câu này ghi không thu, bảng phí không nói vậy", HINT)


def _two_amounts(path: KeyPath, lines: list[Fee]) -> Iterator[Finding]:
    seen: dict[tuple[str | None, ...], Any] = {}
    for index, fee in enumerate(lines):
        same = (fee.kind, fee.per, " ".join((fee.reason or "").lower().split()))
        if same not in seen:
            seen[same] = fee.amount
        elif fee.amount == seen[same]:
            yield Finding((*path, index), "khoản thu này đã kể ở trên", "Xóa một dòng.")
        else:
            yield Finding(
                (*path, index, "muc_thu"),
                "cùng loại, cùng lý do mà hai mức thu",
                f"Nói rõ ở {field('ly_do')} mỗi mức thu khi nào.",
            )


def _elsewhere(record: Procedure, stated: set[Any]) -> Iterator[Finding]:
    texts = [(("cach_thuc_thuc_hien", at, "mo_ta"), channel.note) for at, channel in enumerate(record.channels)]
    texts += [(("trinh_tu_thuc_hien", at, "noi_dung"), step.text) for at, step in enumerate(record.steps)]
    for text, path in {text: path for path, text in reversed(texts)}.items():  # the same text only once
        other = next((amount for amount in fee_amounts(text or "") if amount not in stated), None)
        if other and any(stated):
            yield Finding(path, f"câu này ghi {money(other)}, bảng phí không có mức ấy", HINT)
