"""The summary of an import for the user and the full report as JSON."""

from __future__ import annotations

import json
from collections import Counter
from typing import Any

from generator.importing.plan import ImportPlan, RecordResult

STATES = (
    ("new", "mới"),
    ("changed", "thay đổi"),
    ("same", "giữ nguyên"),
    ("listed", "chỉ liệt kê"),
    ("duplicate", "trùng mã"),
    ("refused", "không gộp được"),
)
SHOWN = 12


def render(outcome: ImportPlan, rules: list[tuple[str, str, int, int]] | None, dry: bool) -> str:
    """The summary text. rules: findings per rule, None when the check was not run; dry: nothing was written."""
    lines = [
        f"{'Sẽ nhập' if dry else 'Đã nhập'} {len(outcome.done)} bản ghi: "
        + ", ".join(
            f"{outcome.count(state)} {word}"
            for state, word in STATES
            if outcome.count(state) or state in ("new", "changed", "same")
        )
    ]
    if outcome.new_fields:
        lines.append(
            f"Lĩnh vực thêm vào fields.yml: {len(outcome.new_fields)} "
            f"({'; '.join(outcome.new_fields[:SHOWN])}{' …' if len(outcome.new_fields) > SHOWN else ''})"
        )
    if outcome.new_laws:
        lines.append(f"Văn bản thêm vào laws/: {len(outcome.new_laws)}")
    lines += [f"Lưu ý: {warning}" for warning in outcome.warnings]
    lines += _some(
        "Không ghi vì chưa có mã chắc chắn",
        [
            f"  {done.record.where}: {done.record.name} – {_doubt(done)}"
            for done in outcome.done
            if done.state == "listed"
        ],
    )
    lines += _some(
        "Trùng mã, chỉ nhận bản đầu",
        [f"  {done.record.where}: {done.record.code} {done.why}" for done in outcome.done if done.state == "duplicate"],
    )
    lines += _some(
        "Không gộp được, để nguyên tệp",
        [f"  {done.file}: {done.why}" for done in outcome.done if done.state == "refused"],
    )
    lines += _some(
        "Khác nguồn nhưng do người viết nên giữ nguyên (xem bằng tthc drift, lấy theo nguồn bằng --take)",
        [f"  {done.record.code}: {', '.join(done.kept)}" for done in outcome.done if done.kept],
    )
    doubts = Counter(doubt for done in outcome.done for doubt in done.record.doubts)
    lines += _some(
        "Chưa chắc chắn, cần người xem",
        [f"  {key}: {why} – {count} bản ghi" for (key, why), count in doubts.most_common() if "chắc chắn " not in why],
    )
    unplaced = Counter(
        path
        for done in outcome.done
        for path in {path.split("[", 1)[0] + "[]" if "[" in path else path for path, _ in done.record.unplaced}
    )
    lines += _some(
        "Giá trị của máy chưa có chỗ đặt (chi tiết: --report TỆP)",
        [f"  {path}: {count} bản ghi" for path, count in unplaced.most_common()],
    )
    if rules is not None:
        lines += [
            "Kiểm tra các bản ghi vừa nhập:",
            *(
                f"  {id} {'lỗi' if severity == 'error' else 'nhắc'}: {count} chỗ trong {files} tệp"
                for id, severity, count, files in rules
            ),
        ]
        lines += [] if rules else ["  không có lỗi"]
    return "\n".join(lines)


def report(outcome: ImportPlan, rules: list[tuple[str, str, int, int]] | None) -> str:
    """Everything about every record, as JSON."""
    records: list[dict[str, Any]] = []
    for done in outcome.done:
        record = done.record
        records.append({
            "where": record.where, "code": record.code, "name": record.name, "state": done.state, "why": done.why,
            "file": done.file.relative_to(outcome.target.root).as_posix() if done.file else "",
            "kept": done.kept, "doubts": [list(doubt) for doubt in record.doubts],
            "sure": {key: round(share, 2) for key, share in record.sure.items()},
            "notes": record.notes, "unplaced": [list(pair) for pair in record.unplaced],
        })  # fmt: skip
    whole = {
        "records": records, "fields": outcome.new_fields, "laws": outcome.new_laws, "warnings": outcome.warnings,
        "rules": [
            {"id": id, "severity": severity, "findings": count, "files": files}
            for id, severity, count, files in rules or []
        ],
    }  # fmt: skip
    return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"


def _doubt(done: RecordResult) -> str:
    return next((why for key, why in done.record.doubts if key == "ma_thu_tuc"), done.why)


def _some(title: str, lines: list[str]) -> list[str]:
    if not lines:
        return []
    more = [f"  … và {len(lines) - SHOWN} dòng nữa"] if len(lines) > SHOWN else []
    return [f"{title}: {len(lines)}", *lines[:SHOWN], *more]
