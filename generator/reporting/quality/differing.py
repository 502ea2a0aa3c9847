"""Posted differently from the national database (TT 19/2014 Đ10 k3 c)."""

from __future__ import annotations

from generator.reporting.quality.facts import Facts, Report, ReportRow, report_row
from generator.schema.procedure import Procedure
from generator.schema.record import specs


def report(facts: Facts) -> Report:
    """The differences a comparison found; without one, the procedures with parts that await confirmation."""
    title, law = "Nội dung đăng khác với CSDL quốc gia", "TT 19/2014/TT-BTP Đ10 k3 c"
    if not facts.national:  # nothing was compared, so do not claim a difference
        note = (
            "Chưa đo được: nội dung chưa được so tự động với CSDL quốc gia. Dưới đây là những thủ tục còn phần chưa "
            "xác nhận được, kèm ghi chú của người biên tập."
        )
        title = "Nội dung đăng còn chờ so với CSDL quốc gia"
        return Report("khac-nhau", title, law, note, tuple(_awaiting(facts)))
    differences = {code: words for code, _, words in facts.national.different}
    rows = [
        report_row(entry, f"khác ở: {differences[entry.record.code]}")
        for entry in facts.in_force
        if entry.record.code in differences
    ]
    return Report("khac-nhau", title, law, f"Đã so với {facts.national.source}.", tuple(rows))


def _awaiting(facts: Facts) -> list[ReportRow]:
    labels = {spec.key: spec.label[:1].lower() + spec.label[1:] for spec in specs(Procedure)}
    rows = []
    for entry in facts.in_force:
        doubts, checked = facts.doubts[entry.path], entry.record.verification
        parts = dict.fromkeys([part for doubt in doubts.values.values() for part in doubt.parts] + list(doubts.formal))
        words = [doubts.of_text.name] if doubts.of_text else []
        words += [labels[part] for part in parts]
        if words:
            note = (checked.note if checked else None) or ""
            rows.append(report_row(entry, f"chờ đối chiếu: {', '.join(words)}", note))
    return rows
