"""What an editor most likely meant by a value that is not allowed: near misses, synonyms, a time limit as a
sentence."""

from __future__ import annotations

import re

from generator.schema.record import FieldSpec, Record, specs
from generator.text.audience import either, field, label
from generator.text.folding import fold
from generator.text.suggestions import suggest

# synonyms of allowed values; misspellings are matched without this table
USUAL_WORDS = {
    "người nộp": (
        "công dân",
        "người dân",
        "cá nhân",
        "tổ chức",
        "doanh nghiệp",
        "cá nhân, tổ chức",
        "người yêu cầu",
        "người đi làm",
    ),
    "cơ quan": (
        "cán bộ",
        "công chức",
        "ubnd",
        "ubnd xã",
        "ubnd huyện",
        "bộ phận một cửa",
        "phòng chuyên môn",
        "cơ quan nhà nước",
    ),
    "trực tuyến": ("online", "qua mạng", "dịch vụ công", "cổng dịch vụ công", "trên mạng", "internet"),
    "bưu chính": ("bưu điện", "bưu chính công ích", "qua bưu điện", "dịch vụ bưu chính"),
    "trực tiếp": ("tại quầy", "tại chỗ", "tại bộ phận một cửa", "offline"),
    "toàn trình": ("mức độ 4", "mức 4", "cấp độ 4", "4"),
    "một phần": ("mức độ 3", "mức 3", "cấp độ 3", "3"),
    "chưa trực tuyến": ("không", "mức độ 2", "mức 2", "không trực tuyến", "không có"),
    "nộp": ("nộp bản chính", "nộp bản sao", "gửi"),
    "xuất trình": ("trình", "đối chiếu", "để đối chiếu", "xem"),
    "ngày làm việc": ("ngày lv", "nlv"),
}
MEANT = {fold(word): listed for listed, words in USUAL_WORDS.items() for word in words}
LIMIT = re.compile(
    r"(\d{1,3})\s{0,3}\(?[^)\d]{0,20}?\)?\s{0,3}(giờ làm việc|giờ|ngày làm việc|ngày|tháng|năm)", re.IGNORECASE
)
FREE = {"miễn phí", "không thu", "miễn", "không mất phí", "không mất tiền"}


def suggest_value(word: str, allowed: list[str], spec: FieldSpec | None) -> str:
    """The hint for `word` where only `allowed` values (or, in a field that takes both, the parts of `spec`) are
    valid."""
    near = _near(word, allowed)
    if spec is not None and spec.part is not None and (parts := _parts(word, spec.part)):
        return parts
    if spec is not None and spec.key == "muc_thu":
        if word.lower() in FREE:
            free = f"Không thu gì thì ghi {field('phi_le_phi')}: không; miễn cho một số người thì ghi"
            return f"{free} {field('muc_thu')}: 0 kèm {field('ly_do')}."
        return " ".join(filter(None, [near, spec.help]))
    return " ".join(filter(None, [near, f"Chọn một trong: {'; '.join(allowed)}."]))


def _near(word: str, allowed: list[str]) -> str:
    usual = MEANT.get(fold(word.strip()))
    inside = [item for item in allowed if f" {fold(word)} " in f" {fold(item)} "]
    sure = usual if usual in allowed else inside[0] if len(inside) == 1 else ""
    return f"Ý bạn là “{sure}”?" if sure else suggest(word, allowed, 0.7)


def _parts(word: str, part: type[Record]) -> str:
    """The hint for a sentence where lines of `key: value` are expected."""
    keys = [spec.key for spec in specs(part) if spec.required] or [spec.key for spec in specs(part)][:3]
    limit = LIMIT.search(word) if part.__name__ == "TimeLimit" else None
    if limit:
        amount, unit = int(limit[1]), limit[2].lower()
        return either(
            f"Viết thành hai dòng thụt vào: “so: {amount}” và “don_vi: {unit}”.",
            f"Ghi {label('so')} là “{amount}”, {label('don_vi')} là “{unit}”.",
        )
    if word in {"", "không", "chưa rõ"}:
        return ""
    return either(
        f"Viết thành các dòng thụt vào: {', '.join(f'{key}: …' for key in keys)}.",
        f"Điền {', '.join(map(label, keys))}.",
    )
