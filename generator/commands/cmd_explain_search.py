"""`tthc explain-search "làm giấy khai sinh"`: why each result stands where it stands."""

from __future__ import annotations

import argparse
import json
import sys

from generator.command_parser import whole_number
from generator.commands._shared.content import add_content, read_content, report_missing_folder

NAME = "explain-search"
HELP = "cho biết vì sao trang tìm kiếm xếp các kết quả như thế"
MISSING = "Thiếu thư viện chạy mã của trang tìm kiếm: pip install 'tthc[mcp]'"


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("question", metavar="CÂU_HỎI", help="câu như người dân gõ, đặt trong ngoặc kép")
    parser.add_argument("--most", type=whole_number, default=5, metavar="SỐ", help="bao nhiêu kết quả (5)")
    add_content(parser)


def run(args: argparse.Namespace) -> int:
    from generator.assistant.explained import explained
    from generator.composition.editions import edition_catalogues
    from generator.outputs.search.publish import index_files
    from generator.pages.all_pages import all_pages
    from generator.urls import SEARCH, SEARCH_INDEX

    if report_missing_folder(args.content):
        return 2
    store = read_content(args.content)
    catalogue = edition_catalogues(store, args.as_of, [])[0]
    files = dict(index_files(list(all_pages(catalogue)), catalogue))
    index = json.loads(files[SEARCH_INDEX])
    asked = json.loads(files[f"{SEARCH}{index['asked']}"]) if "asked" in index else None
    try:
        head, results, elsewhere = explained(index, asked, args.question, args.most)
    except ImportError as error:
        if error.name != "py_mini_racer":
            raise
        print(MISSING, file=sys.stderr)
        return 2
    print("\n".join(head))
    if elsewhere:
        print(f"Nơi khác giải quyết: {elsewhere}")
    for number, one in enumerate(results, 1):
        print(f"\n{number}. {one.code} {one.title}")
        print("\n".join(f"   {line}" for line in one.lines))
    if not results:
        print("Không có kết quả nào hợp.")
    return 0
