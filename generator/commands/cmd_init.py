"""`tthc init`: creates the site of any unit of the country in a new folder."""

from __future__ import annotations

import argparse
import csv
import datetime as dt
import io
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from generator.commands._shared.content import parse_day
from generator.io.causes import cause_of

if TYPE_CHECKING:
    from generator.new_site.answers import NamedUnit, SiteAnswers

NAME = "init"
HELP = "lập trang mới cho một đơn vị: xã, phường, đặc khu, tỉnh, hay huyện cũ"
COMMUNES_A_SHARD = 60  # a machine builds so many communes with some hundred procedures in seconds
MAX_SHARDS = 8


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("folder", type=Path, metavar="THƯ_MỤC", help="thư mục mới của trang")
    add = parser.add_argument
    add("--kind", metavar="LOẠI", help="xã, phường, thị trấn, đặc khu, huyện, quận, thị xã, thành phố hay tỉnh")
    add("--name", metavar="TÊN", help="tên riêng của đơn vị, ví dụ “Hồng Gai”")
    add(
        "--province",
        metavar="TÊN",
        help="tỉnh, thành phố mà đơn vị thuộc về; không có --kind, --name thì trang là của tỉnh ấy",
    )
    add("--province-code", metavar="MÃ", default="", help="mã của tỉnh, thành phố (không ghi: chưa rõ)")
    add("--code", metavar="MÃ", help="mã đơn vị hành chính, ví dụ 06658 (không biết: chưa rõ)")
    add("--url", metavar="ĐỊA_CHỈ", help="địa chỉ của trang, ví dụ https://tthc.honggai.example.vn/")
    add(
        "--as-of",
        type=parse_day,
        default=None,
        metavar="NĂM-THÁNG-NGÀY",
        help="nội dung tính đến ngày nào (mặc định: hôm nay); trước 01/07/2025 thì còn cấp huyện",
    )
    add(
        "--district",
        metavar="ĐƠN_VỊ",
        help="huyện, quận, thị xã, thành phố của xã trước 01/07/2025, ví dụ “huyện Ba Vì:271”",
    )
    add(
        "--former",
        action="append",
        default=[],
        metavar="ĐƠN_VỊ",
        help="xã cũ nhập vào đơn vị này, ví dụ “xã Tân Lập:08152”; dùng được nhiều lần",
    )
    add("--former-by", default="", metavar="SỐ_KÝ_HIỆU", help="nghị quyết nhập các xã cũ")
    add(
        "--neighbour",
        action="append",
        default=[],
        metavar="ĐƠN_VỊ",
        help="xã, phường bên cạnh, ví dụ “phường Hà Tu:06661”; dùng được nhiều lần",
    )
    add("--units", type=Path, metavar="TỆP", help="danh sách xã của tỉnh, huyện: tệp CSV có cột ma, ten, loai")
    add(
        "--plan",
        type=_year,
        default=None,
        metavar="NĂM",
        help="kèm dàn ý kế hoạch kiểm soát thủ tục của năm này (II.1–II.11)",
    )
    add("--source", default="", metavar="TỆP", help="tệp dữ liệu sẽ nhập thủ tục, ghi vào README")
    add(
        "--forge",
        choices=("github", "gitlab", "none"),
        default="none",
        help="viết tệp CI cho nơi giữ mã nào (mặc định: none)",
    )
    add("--yes", action="store_true", help="không hỏi gì: thiếu điều bắt buộc thì dừng")


def run(args: argparse.Namespace) -> int:
    from generator.new_site.answers import AnswerError
    from generator.new_site.files import guard_new, site_files, write_site

    target = guard_new(args.folder)
    try:
        answers = answers_of(args, None if args.yes else _ask)
        files = site_files(answers)
    except AnswerError as wrong:
        print(f"tthc init: {wrong}.", file=sys.stderr)
        return 2
    except (EOFError, KeyboardInterrupt):
        print("\nĐã dừng, chưa tạo gì.", file=sys.stderr)
        return 2
    try:
        write_site(target, files)
    except OSError as error:
        print(f"tthc init: không tạo được “{args.folder}”: {cause_of(error)}.", file=sys.stderr)
        return 2
    return _finish(args.folder, target, answers, len(files))


def answers_of(args: argparse.Namespace, ask: Callable[[str, str], str] | None) -> SiteAnswers:
    """The answers: from the options, missing ones from `ask(question, default)`. Raises AnswerError."""
    from generator.new_site import answers as a
    from generator.schema import unit_kinds as kinds
    from generator.schema.values import UNKNOWN

    def answer(stated: str | None, option: str, question: str, default: str = "") -> str:
        if stated is not None or ask is None:
            text = (default if stated is None else stated).strip()
        else:
            text = ask(question, default).strip() or default
        if not text:
            raise a.AnswerError(f"thiếu {option}: {question[:1].lower()}{question[1:]}")
        return text

    whole = bool(args.province and not args.kind and not args.name)
    day = args.as_of or dt.date.today()
    modern = day >= kinds.NO_DISTRICTS
    if whole:
        province = None
        unit = a.province_of(args.province, args.code or args.province_code, modern=modern)
    else:
        kind = a.kind_of_unit(answer(args.kind, "--kind", f"Loại đơn vị ({', '.join(kinds.KINDS)})"))
        name = answer(args.name, "--name", "Tên riêng của đơn vị")
        unit = a.unit_of(kind, name, answer(args.code, "--code", "Mã đơn vị hành chính", UNKNOWN))
        alone = kind == "tỉnh" or (kind == kinds.CITY and not args.province)
        where = "" if alone else answer(args.province, "--province", "Thuộc tỉnh, thành phố nào")
        province = a.province_of(where, args.province_code, modern=modern) if where else None
    answers = a.SiteAnswers(
        unit=unit,
        province=province,
        url=answer(args.url, "--url", "Địa chỉ của trang (https://…)"),
        day=day,
        district=a.named(args.district, (*kinds.DISTRICTS, kinds.CITY)) if args.district else None,
        communes=_units_from(args.units) if args.units else (),
        former=tuple(a.named(text, kinds.COMMUNES) for text in args.former),
        former_document=args.former_by.strip() or UNKNOWN,
        neighbours=tuple(a.named(text, kinds.COMMUNES) for text in args.neighbour),
        source=args.source,
        forge=args.forge,
        plan_year=args.plan,
    )
    if not args.district and answers.level == kinds.COMMUNE and not answers.modern and ask:
        return _with(
            args,
            answers,
            district=a.named(
                answer(None, "--district", "Thuộc huyện nào (loại và tên)"), (*kinds.DISTRICTS, kinds.CITY)
            ),
        )
    return _with(args, answers)


def _with(args: argparse.Namespace, answers: SiteAnswers, **changes: NamedUnit) -> SiteAnswers:
    import dataclasses

    from generator.new_site.answers import check

    shards = min(MAX_SHARDS, -(-len(answers.communes) // COMMUNES_A_SHARD)) or 1
    answers = dataclasses.replace(answers, shards=shards, **changes)  # type: ignore[arg-type]
    check(answers)
    return answers


def _units_from(file: Path) -> tuple[NamedUnit, ...]:
    """The communes in a CSV file with the columns ma, ten, loai; other columns do not matter. Raises AnswerError."""
    from generator.io.regular_file import read_regular
    from generator.limits import MAX_FILE
    from generator.new_site.answers import AnswerError, kind_of_unit, unit_of
    from generator.schema.unit_kinds import COMMUNES

    try:
        text = read_regular(file, MAX_FILE)[0].decode("utf-8-sig")
    except OSError as error:
        raise AnswerError(f"không đọc được {file}: {cause_of(error)}") from None
    except UnicodeDecodeError:
        raise AnswerError(f"không đọc được {file}: phải là văn bản UTF-8") from None
    rows = list(csv.DictReader(io.StringIO(text), dialect=_dialect(text)))
    if not rows or not {"ma", "ten", "loai"} <= {str(key).strip().lower() for key in rows[0]}:
        raise AnswerError(f"{file}:1: dòng đầu phải có các cột ma, ten, loai")
    found = []
    for number, row in enumerate(rows, start=2):
        cells = {str(key).strip().lower(): str(value or "").strip() for key, value in row.items()}
        if not any(cells.values()):
            continue
        try:
            if (kind := kind_of_unit(cells["loai"])) not in COMMUNES:
                raise AnswerError(f"loại “{cells['loai']}” không phải {', '.join(COMMUNES)}")
            found.append(unit_of(kind, cells["ten"], cells["ma"]))
        except AnswerError as wrong:
            raise AnswerError(f"{file}:{number}: {wrong}") from None
    return tuple(found)


def _dialect(text: str) -> type[csv.Dialect]:
    first = text.partition("\n")[0]

    class Found(csv.excel):
        delimiter = max(",;\t", key=first.count)

    return Found


def _year(text: str) -> int:
    if not (text.isdecimal() and 2000 <= int(text) <= 2100):
        raise argparse.ArgumentTypeError(f"“{text}” không phải năm, ví dụ 2026")
    return int(text)


def _ask(question: str, default: str) -> str:
    return input(f"{question}{f' [{default}]' if default else ''}: ")


def _finish(folder: Path, target: Path, answers: SiteAnswers, count: int) -> int:
    """Print which answers were used, the findings of the check, and the next steps."""
    from generator.build.reading import read_content
    from generator.problem import ERROR

    found = read_content(target / "content").check()
    errors = sum(problem.severity == ERROR for problem in found)
    print(
        f"Đã lập trang của {answers.unit.title} ở {folder}: {count} tệp. {errors} lỗi, {len(found) - errors} lời nhắc."
    )
    print(f"Tiếp theo, trong thư mục {folder}:")
    source = answers.source or "TỆP"
    print(f"  tthc import national-flat {source} --for {answers.unit.slug} --to content/procedures")
    print("  tthc build")
    print("  tthc serve     rồi mở http://127.0.0.1:8000/")
    print("README.md ghi những việc còn lại trước khi đăng.")
    return 1 if errors else 0
