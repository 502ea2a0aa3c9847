"""The notice at the end of an import: what was done, and what the editor must do next, at most one screen."""

from __future__ import annotations

from collections import Counter

from generator.importing.draft_record import percent
from generator.importing.plan import LEFT_OUT, ImportPlan, RecordResult
from generator.importing.word_account import WordAccount

STATES = (
    ("new", "mới"),
    ("changed", "thay đổi"),
    ("same", "giữ nguyên"),
    ("listed", "chỉ liệt kê"),
    ("duplicate", "trùng mã"),
    ("refused", "không gộp được"),
    (LEFT_OUT, "đơn vị không nhận"),
)
TAKEN = ("new", "changed", "same")  # the states of records that are in the content now
MAX_REASONS = 8
MAX_SHOWN = 3  # examples of one kind; all of them are in the report
WIDTH = 150
MAX_LINES = 30
Rules = list[tuple[str, str, int, int]]


def render(outcome: ImportPlan, rules: Rules | None, dry: bool, report: str = "") -> str:
    """The notice. rules: findings per rule, None when the check was not run; dry: nothing was written; report: the
    name of the full report, "" when none was asked for."""
    lines = [_counts(outcome, dry), word_line(outcome.words)]
    lines += _left_out(outcome)
    added = [f"{len(outcome.new_fields)} lĩnh vực vào fields.yml"] if outcome.new_fields else []
    added += [f"{len(outcome.new_laws)} văn bản vào laws/"] if outcome.new_laws else []
    lines += [f"Thêm {' và '.join(added)}."] if added else []
    tasks = [task for task in _tasks(outcome, rules) if task]
    if tasks:
        lines.append("Việc cần làm tiếp, theo thứ tự:")
    for number, (title, *examples) in enumerate(tasks, start=1):
        lines += [f"{number}. {title}", *(_cut(f"   {example}") for example in examples[:MAX_SHOWN])]
        if len(examples) > MAX_SHOWN:
            lines.append(f"   … và {len(examples) - MAX_SHOWN} chỗ nữa")
    if len(lines) > MAX_LINES:
        lines = [*lines[: MAX_LINES - 1], "… phần còn lại trong báo cáo"]
    lines.append(f"Báo cáo đầy đủ: {report}" if report else "Xem đầy đủ từng chỗ: chạy lại với --report bao-cao.html")
    return "\n".join(lines)


def _counts(outcome: ImportPlan, dry: bool) -> str:
    """How many records were taken and how many not; together all that were read."""
    counts = [(outcome.count(state), state, word) for state, word in STATES]
    taken = [f"{count} {word}" for count, state, word in counts if state in TAKEN]
    others = [f"{count} {word}" for count, state, word in counts if count and state not in TAKEN]
    number = sum(count for count, state, _ in counts if state in TAKEN)
    said = f"{'Sẽ nhập' if dry else 'Đã nhập'} {_count(number)} bản ghi: {', '.join(taken)}"
    if not others:
        return said
    total = len(outcome.done)
    left = f"{_count(total - number)} trong {_count(total)} bản ghi đọc được: {', '.join(others)}"
    return f"{said}. Không nhập {left}"


def _left_out(outcome: ImportPlan) -> list[str]:
    """Why records were left out, most frequent first; every record is in the report."""
    reasons = Counter(item.reason for item in _in(outcome.done, LEFT_OUT))
    if not reasons:
        return []
    shown = [f"{count} {why}" for why, count in reasons.most_common(MAX_REASONS)]
    rest = sum(reasons.values()) - sum(count for _, count in reasons.most_common(MAX_REASONS))
    return [f"Để ngoài: {'; '.join([*shown, *([f'{rest} vì lẽ khác'] if rest else [])])}."]


def word_line(words: WordAccount) -> str:
    """The sum of the words of the source and the share that was read; 100 % only when nothing is missing."""
    lost = min(words.unread_words, words.total)
    share = percent((words.total - lost) / words.total) if words.total else 100
    unread = f", {_count(lost)} không đọc" if lost else ""
    technical = words.reported - words.unread_words
    return (
        f"Chữ của nguồn: {_count(words.total)} = {_count(words.placed)} vào thủ tục +"
        f" {_count(words.noted)} vào ghi chú + "
        f"{_count(words.structure)} tiêu đề, đơn vị, số thứ tự + {_count(max(0, technical))} mã của máy + "
        f"{_count(words.unread_words)} không đọc. Đọc được {share} %{unread}."
    )


def _tasks(outcome: ImportPlan, rules: Rules | None) -> list[list[str]]:
    """What to do next, most urgent first; each a sentence and its examples."""
    done = outcome.done
    errors = [row for row in rules or [] if row[1] == "error"]
    doubts = Counter(doubt for item in done if item.state != LEFT_OUT for doubt in item.record.doubts)
    listed = {
        "Sửa tệp không gộp được (để nguyên, chưa nhập)": [
            f"{item.file}: {item.reason}" for item in _in(done, "refused")
        ],
        "Ghi mã cho thủ tục chưa có mã chắc chắn (chưa nhập)": [
            f"{item.record.location}: {item.record.name} – {_doubt(item)}" for item in _in(done, "listed")
        ],
        "Xem thủ tục trùng mã, chỉ bản đầu được nhập": [
            f"{item.record.location}: {item.record.code} {item.reason}" for item in _in(done, "duplicate")
        ],
        "Xem chỗ nguồn không đọc hoặc đọc với điều kiện": outcome.warnings,
        "Tìm chỗ đặt cho chữ không đọc": _unread(outcome.words),
        "Soát phần chưa chắc chắn": [f"{key}: {why} – {count} bản ghi" for (key, why), count in doubts.most_common()],
        "Khác nguồn nhưng do người viết nên giữ nguyên (xem bằng tthc drift, lấy theo nguồn bằng --take)": [
            f"{item.record.code}: {', '.join(item.preserved)}" for item in done if item.preserved
        ],
        "Xem phần nguồn không đọc được hoặc để trống, giữ như lần trước": [
            f"{item.record.code}: {', '.join(item.unread)} ({item.record.location})" for item in done if item.unread
        ],
        "Sửa chỗ kiểm tra báo lỗi (tthc check)": [
            f"{id} lỗi: {count} chỗ trong {files} tệp" for id, _, count, files in errors
        ],
    }
    return [[f"{title}: {len(examples)}", *examples] for title, examples in listed.items() if examples]


def _unread(words: WordAccount) -> list[str]:
    return [
        f"{item.place}{f', {item.path}' if item.path else ''}: “{item.text[:80]}”"
        for item in words.unread
        if item.reason == "không tìm thấy chỗ đặt"
    ]


def _in(done: list[RecordResult], state: str) -> list[RecordResult]:
    return [item for item in done if item.state == state]


def _doubt(done: RecordResult) -> str:
    return next((why for key, why in done.record.doubts if key == "ma_thu_tuc"), done.reason)


def _cut(line: str) -> str:
    return line if len(line) <= WIDTH else f"{line[: WIDTH - 1]}…"


def _count(number: int) -> str:
    return f"{number:,}".replace(",", ".")
