"""Nói không mất tiền trong khi câu chữ nói phải trả.

Trong dữ liệu thật, nhiều thủ tục ghi “Miễn phí” nhưng phần mô tả lại giao cho Hội đồng nhân dân cấp tỉnh quy định, hoặc
nêu hẳn số tiền phí: người dân tới nơi mới biết phải trả. Phí là phần phải nói đúng (NĐ 63/2010/NĐ-CP Điều 8 khoản 2
điểm i). Xem nghị quyết của HĐND tỉnh: có thu thì ghi mức thu hoặc `HĐND tỉnh quy định`; đúng là không thu thì sửa câu
mô tả.

Sai:
    phi_le_phi: không
    cach_thuc_thuc_hien:
      - hinh_thuc_nop: trực tiếp
        mo_ta: Lệ phí do HĐND tỉnh quy định.
Đúng:
    phi_le_phi:
      - loai: lệ phí
        muc_thu: HĐND tỉnh quy định
        ly_do: Nộp khi nhận kết quả.
"""

import re
from collections.abc import Iterator

from generator.checks._engine.context import ValidationContext
from generator.checks._engine.money import fee_amounts, money
from generator.checks._engine.rule import Finding
from generator.checks._engine.traversal import other_texts, scopes
from generator.loading.entry import Entry
from generator.problem import ERROR, KeyPath
from generator.schema.procedure import Channel
from generator.schema.values import BY_COUNCIL, NONE

ID = "TT-075"
SEVERITY = ERROR
LAW = "NĐ 63/2010 Đ8 k2 i"
CONFIDENCE = "V"
CHECKS = ("L03",)
KINDS = ("procedure",)
COUNCIL = re.compile(
    r"(?:phí|mức thu)\b[^.;]{0,60}\b(?:theo|do|tại)\b[^.;]{0,60}(?:HĐND|hội đồng nhân dân)"
    r"|(?:phí|mức thu)\b[^.;]{0,80}(?:HĐND|hội đồng nhân dân)[^.;]{0,40}(?:quy định|quyết định|ban hành)"
    r"|(?:phí|mức thu)\b[^.;]{0,40}\bdo (?:UBND )?(?:tỉnh|thành phố|địa phương) (?:quy định|quyết định)"
    r"|(?:theo|do)\b[^.;]{0,30}(?:HĐND|hội đồng nhân dân)[^.;]{0,40}\bphí\b",
    re.IGNORECASE,
)
EXEMPT = re.compile(r"miễn|không thu|không phải", re.IGNORECASE)

NO_FEE = re.compile(r"không phải (?:là )?(?:phí|lệ phí)", re.IGNORECASE)  # what is paid is a contribution, a price


def check(entry: Entry, context: ValidationContext) -> Iterator[Finding]:
    """“không” (or nothing but zeros) against texts that leave the fee to the council or name a sum."""
    record = entry.record
    holders = list(scopes(record))
    free = [(path, holder) for path, holder in holders if _free(holder.fees)]
    if not free or any(_by_council(holder.fees) for _, holder in holders):
        return
    if any(_charges(holder.fees) for _, holder in holders):  # only what a free way of filing says of itself
        for path, holder in free:
            if isinstance(holder, Channel):
                yield from _first_contradiction(path, [holder.note or ""])
        return
    yield from _first_contradiction(free[0][0], [*record.source_notes, *(text for _, text in other_texts(record))])


def _first_contradiction(path: KeyPath, texts: list[str]) -> Iterator[Finding]:
    for text in texts:
        if (amounts := fee_amounts(text)) and not NO_FEE.search(text):
            yield Finding(
                (*path, "phi_le_phi"),
                f"ghi không mất phí nhưng câu chữ nói thu {money(amounts[0])}",
                "Ghi mức thu; nếu thật sự không thu thì sửa câu ấy.",
            )
            return
        mention = COUNCIL.search(text) if "phí" in text.lower() or "mức thu" in text.lower() else None
        if mention and not EXEMPT.search(re.split(r"[.;\n]", text[: mention.start()])[-1] + mention[0]):
            yield Finding(
                (*path, "phi_le_phi"),
                f"ghi không mất phí nhưng câu chữ nói “{mention[0][:70]}”",
                "Ghi mức thu, hoặc “HĐND tỉnh quy định”; nếu thật sự miễn thì sửa câu mô tả.",
            )
            return


def _free(fees: object) -> bool:
    return fees == NONE or (isinstance(fees, list) and bool(fees) and all(fee.amount == 0 for fee in fees))


def _charges(fees: object) -> bool:
    return isinstance(fees, list) and any(fee.amount != 0 for fee in fees)


def _by_council(fees: object) -> bool:
    return isinstance(fees, list) and any(fee.amount == BY_COUNCIL for fee in fees)
