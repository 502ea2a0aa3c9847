"""The text outside the lists: the letterhead, the text of the decision, the titles, what stands behind the lists."""

from __future__ import annotations

from generator.importing.draft_record import SourceFile
from generator.importing.sources.decision_list import header as list_header
from generator.importing.sources.decision_list import sections
from generator.importing.sources.decision_list.rows import Table
from generator.plain_data import Fields, Unchecked


def words_of(tables: list[Table], lists: list[list[tuple[int, list_header.Header]]]) -> str:
    """All text outside the lists: the letterhead and the text of the decision."""
    return "\n".join(
        [table.heading for table in tables]
        + [
            " ".join(dict.fromkeys(row.texts()))
            for table, found in zip(tables, lists, strict=True)
            if not found
            for row in table.rows[:60]
        ]
    )


ONLY_SEARCHED = "đứng trước danh mục, chỉ dùng để tìm quyết định và tên phần"


def report(
    file: SourceFile, tables: list[Table], lists: list[list[Unchecked]], decision: Fields, consumed: set[str]
) -> None:
    """Report text before the list, except titles and the line of the decision, and text after it as not read."""
    last = max((number for number, found in enumerate(lists) if found), default=-1)
    before = [line for table in tables[: last + 1] for line in table.heading.split("\n") if line]
    after = [
        line for table in tables[last + 1 :] for line in table.heading.split("\n") if line and line not in consumed
    ]
    for line in before:
        file.words.aside("trước danh mục", line, "" if is_used(line, decision) else ONLY_SEARCHED)
    for line in after:
        file.words.aside("sau danh mục", line, "đứng sau danh mục")
    if before:
        file.warnings.append(
            f"{len(before)} đoạn ngoài bảng, trước danh mục, chỉ dùng để tìm quyết định và tên phần: "
            f"“{before[0][:60]}” …"
        )
    if after:
        shown = "; ".join(f"“{line[:60]}”" for line in after[:3])
        file.warnings.append(f"{len(after)} đoạn sau danh mục không đọc: {shown}{' …' if len(after) > 3 else ''}")


def is_used(line: str, decision: Fields) -> bool:
    """True for a line whose words are in the records: a title, the number of the decision."""
    number = decision.get("so", "")
    return sections.is_title(line) or bool(number) and number in line.replace(" ", "")
