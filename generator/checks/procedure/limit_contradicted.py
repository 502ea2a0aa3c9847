"""Thời hạn khác với lời văn của chính thủ tục.

Bảng ghi 17 ngày mà lời bên cạnh ghi “không quá 7 ngày” thì người dân không biết tin con số nào. Lời bên cạnh là ghi
chú, câu gốc của thời hạn, mô tả của cách nộp, câu tóm tắt, và bước mà cơ quan làm lâu hơn cả thời hạn; con số viết bằng
chữ (“bảy ngày”) cũng là con số. Đối chiếu văn bản rồi để một con số; trường hợp riêng thì tách ra `truong_hop`.

Sai:
    - hinh_thuc_nop: trực tiếp
      thoi_han_giai_quyet: {so: 17, don_vi: ngày làm việc}
      mo_ta: Không quá 7 ngày làm việc kể từ ngày nhận đủ hồ sơ.
Đúng:
    - hinh_thuc_nop: trực tiếp
      thoi_han_giai_quyet: {so: 7, don_vi: ngày làm việc}
      mo_ta: Kể từ ngày nhận đủ hồ sơ.
"""

import re
from collections.abc import Iterator

from generator.checks._engine.context import ValidationContext
from generator.checks._engine.durations import Duration, durations, limit_size
from generator.checks._engine.rule import Finding
from generator.checks._engine.traversal import time_limits
from generator.loading.entry import Entry
from generator.problem import WARNING, KeyPath
from generator.schema.fees import TimeLimit
from generator.schema.procedure import Procedure

ID = "TT-241"
SEVERITY = WARNING
LAW = "NĐ 63/2010 Đ8 k2 đ"
CONFIDENCE = "V"
CHECKS = ("L08",)
KINDS = ("procedure",)

BEFORE = re.compile(
    r"(?:không quá|trong thời hạn|trong vòng|chậm nhất(?: là)?"
    r"|(?:thời hạn|thời gian giải quyết)(?: giải quyết)?(?: là)?:?"
    r"|hạn (?:giải quyết|trả kết quả)(?: là)?:?"
    r"|(?:trả|có|nhận) kết quả (?:sau|trong)|(?:giải quyết|xử lý)(?: hồ sơ)? trong|^\W*)\s*$",
    re.IGNORECASE,
)
RESULT = re.compile(r"\b(?:trả|có|nhận) kết quả (?:sau|trong|trong vòng|không quá)\s*$", re.IGNORECASE)
RESULT_IN = re.compile(r"kết quả (?:sau|trong|không quá)", re.IGNORECASE)  # looked for first, which is quick
BY_AUTHORITY = re.compile(r"\b(?:cấp|trả|giải quyết|xong|kết quả|nhận được)\b[^.;]*$", re.IGNORECASE)
RECEIPT = re.compile(r"[^.;]{0,12}\b(?:kể từ|tính từ|từ)\b[^.;]{0,20}\bnhận\b", re.IGNORECASE)
OTHER_START = re.compile(r"[^.;]{0,12}\b(?:kể từ|tính từ|từ ngày|từ khi|sau khi|trước khi|trước ngày)\b", re.IGNORECASE)
# Another time for other places, cases, an extension or another act contradicts nothing.
OTHER_CASE = re.compile(
    r"miền núi|hải đảo|vùng sâu|trường hợp|đối với|kéo dài|thêm|gia hạn|tăng|xác minh|nếu|khi\b(?! nhận)|bổ sung"
    r"|hoàn thiện|niêm yết|phối hợp|trước đây|hiệu lực|giá trị|riêng|thanh toán|chi trả|trừ|\bthì\b|lấy ý kiến"
    r"|phức tạp|mỗi lần|giữ|lưu|không (?:tính|kể) (?:các )?ngày nghỉ",
    re.IGNORECASE,
)


def check(entry: Entry, context: ValidationContext) -> Iterator[Finding]:
    """A text that states one time, as the limit, which is another than the limit beside it."""
    record = entry.record
    limits = [limit for _, limit in time_limits(record) if limit_size(limit)]
    if not limits:
        return
    for path, limit in time_limits(record):
        for key, text in (("ghi_chu", limit.note), ("nguyen_van", limit.source_text)):
            yield from _contradiction((*path, key), text or "", [limit])
    cases = [limit for path, limit in time_limits(record) if "truong_hop" in path]
    notes = set()
    for index, channel in enumerate(record.channels):
        own = channel.time_limit if isinstance(channel.time_limit, TimeLimit) else record.time_limit
        if isinstance(own, TimeLimit) and (channel.note, limit_size(own)) not in notes:  # the same text only once
            notes.add((channel.note, limit_size(own)))
            yield from _contradiction(("cach_thuc_thuc_hien", index, "mo_ta"), channel.note or "", [own, *cases])
    summary = record.summary or ""
    times = list(durations(summary)) if "làm việc" in summary else []
    if len(times) == 1 and times[0].unit.endswith("làm việc") and not OTHER_CASE.search(summary):
        if BY_AUTHORITY.search(summary[: times[0].start]):
            yield from _differs(("mo_ta",), times[0], limits)
    yield from _results(record, limits)
    yield from _long_steps(record, limits)


def _results(record: Procedure, limits: list[TimeLimit]) -> Iterator[Finding]:
    """Steps and conditions that say when the result is there: a time that is none of the limits."""
    texts: list[tuple[KeyPath, str]] = [
        (("trinh_tu_thuc_hien", at, "noi_dung"), step.text or "") for at, step in enumerate(record.steps)
    ]
    conditions = record.conditions if isinstance(record.conditions, list) else []
    texts += [(("yeu_cau_dieu_kien", at), text) for at, text in enumerate(conditions)]
    for path, text in texts:
        for sentence in re.split(r"[.;\n]", text) if RESULT_IN.search(text) else ():
            times = list(durations(sentence))
            if len(times) == 1 and RESULT.search(sentence[: times[0].start]) and not OTHER_CASE.search(sentence):
                if not OTHER_START.match(sentence[times[0].end :]) or RECEIPT.match(sentence[times[0].end :]):
                    yield from _differs(path, times[0], limits)


def _contradiction(path: KeyPath, text: str, limits: list[TimeLimit]) -> Iterator[Finding]:
    times = list(durations(text))
    if len(times) != 1 or OTHER_CASE.search(text):
        return
    before, after = text[: times[0].start], text[times[0].end :]
    receipt = RECEIPT.match(after)
    if receipt or (BEFORE.search(before) and not OTHER_START.match(after)):
        yield from _differs(path, times[0], limits)


def _differs(path: KeyPath, time: Duration, limits: list[TimeLimit]) -> Iterator[Finding]:
    sizes = [limit_size(limit) for limit in limits]
    if any(sizes) and time.size not in sizes:
        limit = limits[next(at for at, size in enumerate(sizes) if size)]
        yield Finding(
            path,
            f"lời văn ghi {time.text}, thời hạn ghi {limit.amount} {limit.unit}",
            "Đối chiếu văn bản rồi để một con số.",
        )


def _long_steps(record: Procedure, limits: list[TimeLimit]) -> Iterator[Finding]:
    """Steps of the authority that take longer, counted from the receipt, than the longest limit."""
    longest: dict[str, tuple[float, TimeLimit]] = {}
    for limit in limits:
        counted, amount = limit_size(limit) or ("", 0.0)
        if amount > longest.get(counted, (0.0,))[0]:
            longest[counted] = amount, limit
    for index, step in enumerate(record.steps):
        text = step.text or ""
        if step.actor != "cơ quan" or "nhận" not in text or "từ" not in text:  # a quick look: most have no such words
            continue
        for sentence in re.split(r"[.;\n]", text):
            for time in durations(sentence):
                counted, amount = time.size
                from_receipt = RECEIPT.match(sentence[time.end :])
                if from_receipt and 0 < longest.get(counted, (0.0,))[0] < amount and not OTHER_CASE.search(sentence):
                    limit = longest[counted][1]
                    yield Finding(
                        ("trinh_tu_thuc_hien", index, "noi_dung"),
                        f"bước này {time.text}, lâu hơn thời hạn {limit.amount} {limit.unit}",
                        "Đối chiếu văn bản: sửa thời hạn hoặc sửa bước.",
                    )
