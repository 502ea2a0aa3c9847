"""Import source: the annex of a provincial decision, a list of procedures in XLSX or DOCX, with or without codes.

Every row, table and sheet becomes a record, part of the structure (header, section title) or a warning.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from generator.importing import archive_safety
from generator.importing.draft_record import DraftRecord, ImportRefused, Options, SourceFile
from generator.importing.in_batches import made_from
from generator.importing.input_file import HEAD, OLE, kind_of, open_regular
from generator.importing.name_match import NameIndex
from generator.importing.sources.decision_list import (
    converted,
    csv_tables,
    document_rows,
    html_layout,
    outside,
    pdf_tables,
    running_text,
    sections,
    sheet_rows,
    side_by_side,
    whole_records,
)
from generator.importing.sources.decision_list import header as list_header
from generator.importing.sources.decision_list.record import record_of, row_leaves
from generator.importing.sources.decision_list.rows import SourceRow, Table
from generator.importing.sources.decision_list.running_text import ProcedureTexts
from generator.importing.sources.national_flat import source as national_flat

KIND = "decision-list"
HELP = "danh mục kèm theo quyết định của tỉnh, bảng xuất của Cổng (XLSX, DOCX, CSV, HTML, PDF có chữ)"
KEEPS_NAMELESS = False
_READERS = {"sheet": sheet_rows.read_tables, "document": document_rows.read_tables}
_SHOWN = 12


def recognises(first: object) -> bool:
    """Always False: lists are not JSON and are recognised by file name suffix."""
    return False


def read(file: SourceFile, options: Options) -> Iterator[DraftRecord]:
    """Yield one record per row. Raises ImportRefused when the file is not a list of procedures."""
    tables, named = tables_of(file)
    lists = [list_header.find_all(table) or whole_records.child_header(table) for table in tables]
    whole = whole_records.workbook(tables, lists)
    loose = []  # tables behind the lists that are neither a list nor procedures in two columns
    for at, (table, found) in enumerate(zip(tables, lists, strict=True)):
        two = [] if found or not table.rows else whole_records.two_columns(table)
        whole += two
        if not two and not any(lists[at:]):
            loose.append(table)
    contents = ProcedureTexts(running_text.contents(loose), options)
    reading = _Reading(file, options, NameIndex(options.known), outside.words_of(tables, lists), contents)
    if whole and (not any(lists) or tables[0].sheet):
        yield from reading.key_value_records(whole)
        reading.settle(tables, headers=lists)
        return
    contents.add(whole)
    if not any(lists) and not contents.items:
        raise ImportRefused(
            f"{file.path}: {named}không tìm thấy dòng tiêu đề (cần cột “Tên thủ tục hành chính” "
            "và ít nhất hai cột khác như Mã, Thời hạn, Phí, Căn cứ pháp lý)."
        )
    for table, headers in zip(tables, lists, strict=True):
        reading.begin(table)
        if headers:
            yield from reading.parts(table, headers)
        elif table.rows and not reading.has(table):
            yield from reading.without_header(table)
    yield from reading.unlisted_records()
    outside.report(file, tables, lists, sections.decision(reading.text), contents.lines)
    reading.settle(tables)


def tables_of(file: SourceFile) -> tuple[list[Table], str]:
    """(the tables of the file, “đây là tệp CSV, ” for a file that is none of Office). What is in none of them is
    reported."""
    found, named = _tables_of(file)
    tables = [part for table in found for part in side_by_side.split(table)]
    for table in tables:
        file.warnings += table.warnings
        for aside in table.unread:
            file.words.aside(*aside)
    return tables, named


def _tables_of(file: SourceFile) -> tuple[list[Table], str]:
    with open_regular(file.path) as stream:
        head = stream.read(HEAD)
    what, _ = kind_of(head)
    if what.startswith(("tệp CSV", "trang HTML")):
        reader = csv_tables.read_csv if what == "tệp CSV" else html_layout.read_tables
        return reader(file.path), f"đây là {what}, "
    if what == "tệp PDF":
        return pdf_tables.read_tables(file.path), "đây là tệp PDF, "
    old = archive_safety.legacy_format(file.path) if head.startswith(OLE) else ""
    if old:
        with converted.as_office(file.path, old) as made, archive_safety.open_archive(made) as package:
            file.warnings.append("tệp kiểu cũ, đọc qua LibreOffice: chữ gạch ngang, chữ ẩn có thể khác bản gốc")
            return _READERS[package.kind](package), ""
    with archive_safety.open_archive(file.path) as package:
        return _READERS[package.kind](package), ""


class _Record(NamedTuple):
    """A row that is a record. section: it is in; warned: the number of warnings of the file before it."""

    row: SourceRow
    section: sections.Section
    warned: int


class _Reading:
    """The state of reading one list: current section and header."""

    def __init__(
        self, file: SourceFile, options: Options, names: NameIndex, words: str, contents: ProcedureTexts
    ) -> None:
        self._contents = contents
        self._taken = {place for item in contents.items for place in item.places}
        self._file, self._options, self._names, self.text = file, options, names, words
        self._header: list_header.Header | None = None
        self._words = ""
        self._records: set[str] = set()
        self._titles: set[str] = set()  # header and section rows
        self._unread: dict[str, str] = {}  # row -> why it is not imported
        self.section = sections.Section()

    def key_value_records(self, items: list[whole_records.Item]) -> Iterator[DraftRecord]:
        """Yield the records of labels with values: two-column tables, the portal's workbook."""
        for places, values in items:
            self._records |= set(places)
            yield national_flat.record_of(places[0], values, self._options, self._names)

    def unlisted_records(self) -> Iterator[DraftRecord]:
        """Yield the records of contents that no row of the list has."""
        for item in self._contents.items:
            self._records |= set(item.places)
            self._file.words.aside("phần nội dung", " ".join([*item.titles, *item.values]))
            if not item.used:
                yield self._contents.record_of(item)

    def settle(self, tables: list[Table], headers: list[list[tuple[int, list_header.Header]]] | None = None) -> None:
        """Account for the rows that became no record: titles, or rows that are reported with the reason."""
        for table, found in zip(tables, headers or [], strict=False):
            self._titles |= {row.location for _, header in found for row in table.rows[: header.end]}
            for line in filter(None, table.heading.split("\n")):
                self._file.words.aside("ngoài bảng", line, "đứng ngoài bảng")
        for table in tables:
            for row in table.rows:
                if row.location in self._records:
                    continue
                texts = [leaf.text for leaf in row_leaves(row, ())]
                beside = row.notes if row.location in self._titles and row.location not in self._unread else []
                text = " ".join(texts[: len(texts) - len(beside)])
                reason = self._unread.get(row.location, "" if row.location in self._titles else "không rõ là gì")
                self._file.words.aside(row.location, text, reason)
                for note in beside:
                    self._file.words.aside(row.location, note, "chữ ngoài ô của dòng tiêu đề, không thuộc thủ tục nào")

    def has(self, table: Table) -> bool:
        """True if the rows of `table` are already in records."""
        return bool({row.location for row in table.rows} & (self._records | self._taken))

    def begin(self, table: Table) -> None:
        """Process the heading of a table. It resets level and field but not the part of the list."""
        if table.sheet:
            self.section = sections.Section()
            sections.enter_heading(self.section, table.name)
        elif table.heading:
            self.section.levels, self.section.field_name = [], ""
            sections.enter_heading(self.section, table.heading)

    def parts(self, table: Table, headers: list[tuple[int, list_header.Header]]) -> Iterator[DraftRecord]:
        """Yield the records of a table under its header or successive headers."""
        first = headers[0][0]
        above = table.rows[:first]
        self._words = "\n".join([table.heading, *(" ".join(dict.fromkeys(row.texts())) for row in above)])
        self._lost([row for row in above if len({text for text in row.texts() if text}) >= 3], "đứng trên dòng tiêu đề")
        decision = sections.decision(f"{self._words}\n{self.text}")
        for row in above:
            title = sections.section_text(row, ())
            sections.enter_heading(self.section, title)
            if outside.is_used(title or row.words(), decision):
                self._titles.add(row.location)
            else:
                self._unread.setdefault(row.location, outside.ONLY_SEARCHED)
        ends = [start for start, _ in headers[1:]] + [len(table.rows)]
        for (start, header), end in zip(headers, ends, strict=True):
            self._titles |= {row.location for row in table.rows[start : header.end]}
            self._header = header
            self._columns(table, header, table.rows[header.end : end])
            yield from self._rows(table.rows[header.end : end], header)

    def without_header(self, table: Table) -> Iterator[DraftRecord]:
        """Yield the records of a table that continues the list; any other table is reported."""
        header = list_header.goes_on(table, self._header) if self._header else None
        if header is None:
            self._lost(table.rows, "không có dòng tiêu đề, không phải danh mục")
            return
        missing = len(self._header.titles) - len(header.titles) if self._header else 0
        if missing:
            self._file.warnings.append(
                f"{table.name}: không có dòng tiêu đề và khác bảng trước {abs(missing)} cột; "
                "hiểu là danh mục nối tiếp, xem lại"
            )
        self._columns(table, header, table.rows)
        yield from self._rows(table.rows, header)

    def _lost(self, rows: list[SourceRow], reason: str) -> None:
        self._unread |= {row.location: reason for row in rows}
        if rows:
            shown = "; ".join(f"{row.location}: {row.words()[:100]}" for row in rows[:3])
            self._file.warnings.append(f"{len(rows)} dòng {reason}, không nhập: {shown}{' …' if len(rows) > 3 else ''}")

    def _columns(self, table: Table, header: list_header.Header, rows: list[SourceRow]) -> None:
        """Warn about columns with an unknown title; their texts become notes of the records."""
        known = {column for places in header.columns.values() for column in places}
        cells = ((at, cell) for row in rows for at, cell in enumerate(row.cells) if cell.text and not cell.repeated)
        used = sorted({at for at, _ in cells} - known)
        titled = [
            f"“{header.titles[at]}”" if at < len(header.titles) and header.titles[at] else f"cột {at + 1}"
            for at in used
        ]
        if titled:
            self._file.warnings.append(
                f"{table.name}: cột chưa có chỗ trong mẫu, ghi vào ghi chú của từng thủ tục: "
                f"{', '.join(dict.fromkeys(titled))}"
            )

    def _rows(self, rows: list[SourceRow], header: list_header.Header) -> Iterator[DraftRecord]:
        decision = sections.decision(f"{self._words}\n{self.text}")
        hidden: list[str] = []
        late: list[tuple[int, str]] = []  # warnings, and where in the order of the rows they belong

        def make(one: _Record) -> DraftRecord:
            return record_of(one.row, header, one.section, decision, self._names, self._options, self._contents)

        alone = bool(self._contents.items)  # each of which completes one row
        found = made_from(self._to_make(rows, header, hidden), make, None if alone else self._options.map_parallel)
        for (row, _, warned), record in found:
            if record.name:
                self._records.add(row.location)
                row.cells = []  # its texts are in the record now; a large list would be in memory twice
                yield record
                continue
            cells = [row.cells[at] for at in header.columns["name"] if at < len(row.cells)]
            said = next((f"ô ghi “{cell.text[:40]}”" for cell in cells if cell.text), "")
            fault = next((cell.fault for cell in cells if cell.fault), said)
            self._unread[row.location] = "không có tên thủ tục"
            why = f"không lấy được tên thủ tục ({fault})" if fault else "không có tên thủ tục"
            late.append((warned, f"{row.location}: {why}, không nhập: {row.words()[:160]}"))
        for warned, text in reversed(late):
            self._file.warnings.insert(warned, text)
        if hidden:
            self._file.warnings.append(
                f"{len(hidden)} dòng ẩn không được nhập: {', '.join(hidden[:_SHOWN])}"
                f"{' …' if len(hidden) > _SHOWN else ''} (để nhập: --hidden, ở trang soạn là “Nhập cả dòng ẩn”)"
            )

    def _to_make(self, rows: list[SourceRow], header: list_header.Header, hidden: list[str]) -> Iterator[_Record]:
        """Yield the rows that are records, each with the section it is in. hidden: gets the places of hidden rows."""
        section = replace(self.section, levels=list(self.section.levels))
        for row in rows:
            if row.hidden and not self._options.hidden:
                if row.words():
                    hidden.append(row.location)
                    self._unread[row.location] = "dòng ẩn"
                continue
            if self._is_struck(row, header):
                self._unread[row.location] = "dòng bị gạch ngang"
                continue
            self._titles.add(row.location)
            if not any(row.texts()) or list_header.is_repeat(row, header):
                continue
            title = sections.section_text(row, header.columns.get("number", ()))
            if not title:
                yield _Record(row, section, len(self._file.warnings))
                continue
            plain = not any(cell.merged > 1 or cell.repeated for cell in row.cells if cell.text)
            if not sections.enter(self.section, title) or plain:
                self._file.warnings.append(
                    f"{row.location}: hiểu là dòng tiêu đề của một phần, không phải thủ tục: {title[:120]}"
                )
            section = replace(self.section, levels=list(self.section.levels))

    def _is_struck(self, row: SourceRow, header: list_header.Header) -> bool:
        """True if the name or the whole row is struck through (no longer in force). All struck text is reported."""
        struck = [cell for cell in row.cells if cell.struck and not cell.repeated]
        if not struck:
            return False
        names = [row.cells[at] for at in header.columns["name"] if at < len(row.cells)]
        whole = any(cell.struck for cell in names) and not any(cell.text for cell in names)
        if whole or not any(cell.text for cell in row.cells if not cell.repeated):
            self._file.warnings.append(
                f"{row.location}: dòng bị gạch ngang, hiểu là đã bỏ, không nhập: {row.words()[:160]} "
                "(nếu còn hiệu lực thì bỏ gạch ngang)"
            )
            return True
        words = "; ".join(dict.fromkeys(cell.struck for cell in struck))
        self._file.warnings.append(f"{row.location}: chữ bị gạch ngang trong ô, không nhập: {words[:160]}")
        return False
