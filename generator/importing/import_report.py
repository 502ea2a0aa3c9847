"""The full report of an import as a file: JSON for programs, HTML for people."""

from __future__ import annotations

import html
import json
from collections import Counter
from typing import Any

from generator.importing.plan import LABELS, LEFT_OUT, ImportPlan
from generator.importing.summary import STATES, Rules, word_line

TITLE = "Báo cáo nhập dữ liệu"
Table = tuple[str, tuple[str, ...], list[tuple[str, ...]]]  # title, heads of the columns, rows
_STYLE = (
    "body{font:16px/1.5 system-ui,sans-serif;max-width:70rem;margin:auto;padding:1rem}"
    "table{border-collapse:collapse;width:100%}th,td{border:1px solid #888;padding:.3rem;text-align:left;"
    "vertical-align:top;overflow-wrap:anywhere}"
)


def as_json(outcome: ImportPlan, rules: Rules | None) -> str:
    """Everything about every record, as JSON."""
    records: list[dict[str, Any]] = []
    for done in outcome.done:
        record = done.record
        records.append({
            "where": record.location, "code": record.code, "name": record.name, "state": done.state, "why": done.reason,
            "file": done.file.relative_to(outcome.target.root).as_posix() if done.file else "",
            "kept": done.preserved, "not_stated": done.unread, "doubts": [list(doubt) for doubt in record.doubts],
            "sure": {key: int(100 * share) / 100 for key, share in record.confidence.items()},
            "notes": record.notes, "unplaced": [list(pair) for pair in record.unplaced],
        })  # fmt: skip
    words = outcome.words
    left_out = Counter(done.reason for done in outcome.done if done.state == LEFT_OUT)
    whole = {
        "left_out": dict(left_out.most_common()),
        "records": records, "fields": outcome.new_fields, "laws": outcome.new_laws, "warnings": outcome.warnings,
        "rules": [
            {"id": id, "severity": severity, "findings": count, "files": files}
            for id, severity, count, files in rules or []
        ],
        "words": {
            "total": words.total, "placed": words.placed, "noted": words.noted, "structure": words.structure,
            "technical": max(0, words.reported - words.unread_words), "unread": words.unread_words,
        },
        "unread": [
            {"place": item.place, "path": item.path, "text": item.text, "why": item.reason} for item in words.unread
        ],
        "technical": dict(sorted(words.technical.items())),
    }  # fmt: skip
    return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"


def as_html(outcome: ImportPlan, rules: Rules | None) -> str:
    """The same for people: one page that loads nothing and runs nothing."""
    parts = [
        f"<h1>{TITLE}</h1><p>{html.escape(word_line(outcome.words))}</p>",
        *(_table(*table) for table in tables(outcome, rules)),
    ]
    head = f'<meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>{TITLE}</title>'
    body = "".join(parts)
    return f'<!doctype html><html lang="vi"><head>{head}<style>{_STYLE}</style></head><body>{body}</body></html>\n'


def tables(outcome: ImportPlan, rules: Rules | None) -> list[Table]:
    """The tables of the report, without those that have no rows."""
    words = dict(STATES)
    doubts = Counter(doubt for done in outcome.done if done.state != LEFT_OUT for doubt in done.record.doubts)
    left_out = Counter(done.reason for done in outcome.done if done.state == LEFT_OUT)
    every: list[Table] = [
        ("Lưu ý về tệp nguồn", ("Điều cần biết",), [(line,) for line in outcome.warnings]),
        ("Để ngoài, đơn vị không nhận", ("Vì sao", "Số bản ghi"),
         [(why, str(count)) for why, count in left_out.most_common()]),
        ("Chữ không đọc", ("Chỗ", "Phần", "Chữ", "Vì sao"), list(map(tuple, outcome.words.unread))),
        ("Chưa chắc chắn", ("Phần", "Vì sao", "Số bản ghi"),
         [(LABELS.get(key, key), why, str(count)) for (key, why), count in doubts.most_common()]),
        ("Kiểm tra", ("Mã", "Mức", "Số chỗ", "Số tệp"),
         [(id, "lỗi" if severity == "error" else "nhắc", str(count), str(files))
          for id, severity, count, files in rules or []]),
        ("Từng bản ghi", ("Chỗ", "Mã", "Tên", "Kết quả", "Cần xem"), [
            (done.record.location, done.record.code, done.record.name, words[done.state],
             "; ".join(filter(None, [done.reason,
                                     *(f"{LABELS.get(key, key)}: {why}" for key, why in done.record.doubts),
                                     *(f"giữ bản người viết: {LABELS.get(key, key)}" for key in done.preserved),
                                     *(f"nguồn không đọc được hoặc để trống, giữ như lần trước: {part}"
                                       for part in done.unread)])))
            for done in outcome.done
        ]),
        ("Mã của máy, không đưa vào thủ tục", ("Khóa ở nguồn", "Số chữ"),
         [(path, str(count)) for path, count in sorted(outcome.words.technical.items())]),
    ]  # fmt: skip
    return [table for table in every if table[2]]


def _table(title: str, heads: tuple[str, ...], rows: list[tuple[str, ...]]) -> str:
    head = "".join(f'<th scope="col">{html.escape(text)}</th>' for text in heads)
    body = "".join("<tr>" + "".join(f"<td>{html.escape(text)}</td>" for text in row) + "</tr>" for row in rows)
    return (
        f"<h2>{html.escape(title)}: {len(rows)}</h2><table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"
    )
