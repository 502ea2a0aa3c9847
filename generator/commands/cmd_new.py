"""`tthc new`: creates a blank annotated record in the right folder."""

from __future__ import annotations

import argparse
import re
import sys
from pathlib import Path

from generator.commands._shared.content import add_folder, report_missing_folder

NAME = "new"
HELP = "tạo tệp mẫu còn trống, có chú thích: tthc new procedure 1.001193"
KINDS = ("procedure", "version", "law", "unit", "guide", "notice", "plan")


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "kind", choices=KINDS, metavar="LOẠI", help="procedure, version, law, unit, guide, notice hoặc plan"
    )
    parser.add_argument(
        "code",
        metavar="MÃ",
        help="mã thủ tục, số ký hiệu văn bản, tên ngắn của đơn vị, hướng dẫn, tin, hoặc năm của kế hoạch",
    )
    add_folder(parser)
    parser.add_argument("--field", metavar="LĨNH_VỰC", help="tên ngắn của lĩnh vực (chỉ cho thủ tục), ví dụ ho-tich")
    parser.add_argument(
        "--from",
        dest="origin",
        metavar="NĂM|NGÀY",
        help="plan: năm kế hoạch được chép (mặc định: năm trước); version: ngày đầu tiên áp dụng",
    )
    parser.add_argument("--by", metavar="SỐ_KÝ_HIỆU", help="văn bản làm thay đổi (chỉ cho version)")


def run(args: argparse.Namespace) -> int:
    if report_missing_folder(args.content):
        return 2
    if args.kind == "plan":
        from generator.commands._shared import new_plan

        return new_plan.run(args.code, args.origin, args.content)
    if args.kind == "version":
        from generator.commands._shared import new_version

        return new_version.run(args.code, args.origin, args.by, args.content)
    from generator.io.transaction import write_all
    from generator.schema.generated.templates import template
    from generator.schema.kinds import BY_NAME

    try:
        place, values = target(args.kind, args.code, args.field, args.content)
    except ValueError as error:
        print(f"tthc: {error}", file=sys.stderr)
        return 2
    taken = list((args.content / "procedures").rglob(f"{args.code}.y*ml")) if args.kind == "procedure" else []
    file = args.content / place
    if taken:
        print(f"tthc: đã có tệp {taken[0]}.", file=sys.stderr)
        return 2
    write_all(args.content, {file: template(BY_NAME[args.kind], values)}, new=True)
    print(f"Đã tạo {file}. Điền các chỗ trống rồi chạy tthc check.")
    return 0


def target(kind: str, code: str, field: str | None, content: Path) -> tuple[str, dict[str, str]]:
    """(path below content, known values). Raises ValueError, in Vietnamese, for an invalid code or name."""
    from generator.schema.codes import LAW_NUMBER, PROCEDURE_CODE
    from generator.schema.portable_names import fault, reserved
    from generator.text.folding import fold
    from generator.text.slugs import slug
    from generator.text.suggestions import suggest

    if kind == "procedure":
        if not PROCEDURE_CODE.fullmatch(code):
            raise ValueError(
                f"“{code}” không phải mã thủ tục; mã gồm một chữ số, dấu chấm, sáu chữ số, ví dụ 1.001193."
            )
        values = {"ma_thu_tuc": f'"{code}"'}
        if field is None:
            return f"procedures/{code}.yml", values
        names = _fields(content)
        if field not in names:
            raise ValueError(f"không có lĩnh vực “{field}”. {suggest(field, list(names)) or 'Xem content/fields.yml.'}")
        return f"procedures/{field}/{code}.yml", values | {"linh_vuc": names[field]}
    if kind == "law":
        if not LAW_NUMBER.fullmatch(code):
            raise ValueError(f"“{code}” không giống số ký hiệu; ví dụ 123/2015/NĐ-CP.")
        return f"laws/{slug(code)}.yml", {"so_ky_hieu": code}
    if not re.fullmatch(r"[a-z0-9]+(?:-[a-z0-9]+)*", code):
        better = re.sub(r"[^a-z0-9]+", "-", fold(code)).strip("-")
        meant = f" Ý bạn là “{better}”?" if better else ""
        raise ValueError(f"tên ngắn chỉ gồm chữ thường không dấu, chữ số và dấu gạch nối.{meant}")
    if kind == "unit" and not re.search(r"[a-z]", code):
        raise ValueError(f"tên ngắn của đơn vị phải có chữ cái, ví dụ phuong-{code}.")
    if wrong := fault(code):
        other = f"chọn tên khác, ví dụ {code}-1" if reserved(code) else "chọn tên ngắn hơn"
        raise ValueError(f"{wrong}; {other}.")
    return {"unit": f"units/{code}.yml", "guide": f"guides/{code}.md", "notice": f"notices/{code}.md"}[kind], {}


def _fields(content: Path) -> dict[str, str]:
    from generator.loading.folder import read_file
    from generator.loading.store import Store
    from generator.schema.kinds import BY_NAME
    from generator.schema.kinds import KINDS as ALL

    store = Store({kind.name: [] for kind in ALL})
    for name in ("fields.yml", "fields.yaml"):
        if (content / name).is_file():
            read_file(content / name, name, BY_NAME["field"], store)
    return {
        entry.record.slug: entry.record.name for entry in store.of("field") if entry.record.slug and entry.record.name
    }
