"""`tthc explain TT-014`: a rule's documentation; without a code, the list of rules."""

from __future__ import annotations

import argparse
import re
import sys
import textwrap
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from generator.checks._engine.documentation import RuleDoc

NAME = "explain"
HELP = "giải thích một mã kiểm tra: sai gì, vì sao, sửa thế nào"


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("code", nargs="?", metavar="MÃ", help="mã kiểm tra, ví dụ TT-014; bỏ trống để xem cả danh sách")


def run(args: argparse.Namespace) -> int:
    from generator.checks._engine.documentation import documentation, find_rule
    from generator.text.suggestions import suggest

    if args.code is None:
        for each in documentation():
            print(f"{each.id}  {each.severity:<4}  {each.title}" + (f"  ({each.law})" if each.law else ""))
        return 0
    if args.code.upper().startswith("KT-") and (title := _audit_title(args.code.upper())):
        print(f"{args.code.upper()} – {title}: tthc audit kiểm tra trang đã dựng; lời báo nêu đủ chỗ sai và cách sửa.")
        return 0
    doc = find_rule(args.code)
    if doc is None:
        hint = (
            suggest(args.code.upper(), [each.id for each in documentation()])
            or "Chạy tthc explain để xem cả danh sách."
        )
        print(f"tthc: không có mã kiểm tra “{args.code}”. {hint}", file=sys.stderr)
        return 2
    print(show(doc))
    return 0


def _audit_title(code: str) -> str:
    """What the check `code` of a built site verifies; "" for an unknown code."""
    import generator.audit
    from generator.audit import AuditCheck
    from generator.plugins import plugins_in

    return next((each.TITLE for each in plugins_in(generator.audit, AuditCheck) if code == each.ID), "")


def show(doc: RuleDoc) -> str:
    """The documentation of one rule for a terminal."""
    parts = [f"{doc.id} – {doc.title} ({doc.severity})", ""]
    parts += [textwrap.fill(block, 100) + "\n" for block in doc.text.split("\n\n")]
    for name, example in (("Sai", doc.wrong), ("Đúng", doc.right)):
        if example:
            alone = re.fullmatch("`([^`]*)`", example)
            parts.append(f"{name}:\n{textwrap.indent(alone[1] if alone else example, '    ')}\n")
    if doc.law:
        parts.append(f"Căn cứ: {doc.law} ({doc.confidence})")
    if doc.kinds:
        parts.append(f"Xem ở: {', '.join(doc.kinds)}")
    parts.append("Sửa tự động: " + (f"tthc fix {doc.mended}" if doc.mended else "không"))
    parts.append("Bỏ qua được: " + ("có, ghi ở bo_qua_kiem_tra kèm lý do và ngày" if doc.suppressible else "không"))
    return "\n".join(parts)
