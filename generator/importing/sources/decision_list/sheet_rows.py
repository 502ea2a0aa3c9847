"""Reads XLSX sheets as rows: decodes legacy fonts, fills merged cells, marks hidden rows, reports omissions."""

from __future__ import annotations

import warnings
from dataclasses import replace
from importlib.util import find_spec
from typing import TYPE_CHECKING
from xml.etree.ElementTree import fromstring

from generator.importing import text_cleaning
from generator.importing.archive_safety import Package
from generator.importing.draft_record import ImportRefused
from generator.importing.legacy_encodings import looks_old
from generator.importing.sources.decision_list.package_parts import local, texts_beside, unlike
from generator.importing.sources.decision_list.rows import (
    EMPTY,
    MAX_COLUMNS,
    MAX_ROWS,
    Aside,
    Budget,
    Cell,
    Notices,
    SourceRow,
    Table,
    too_big,
)
from generator.importing.sources.decision_list.sheet_cells import SheetCell, SheetPart, column_name, shared_strings
from generator.importing.sources.decision_list.sheet_values import Value

if TYPE_CHECKING:
    from generator.importing.sources.decision_list.sheet_parser import MergedArea

_STRICT = b"purl.oclc.org/ooxml/spreadsheetml"
Place = tuple[int, int]  # row, column


def read_tables(package: Package) -> list[Table]:
    """One table per sheet (a hidden sheet only gives a warning). Raises ImportRefused when it cannot be read."""
    if find_spec("openpyxl") is None:
        raise ImportRefused("thiếu thư viện openpyxl để đọc .xlsx. Cài thêm: pip install '.[import]'.")
    file = package.file
    if _STRICT in (package.part(package.main) or b""):
        raise ImportRefused(f"{file}: bảng tính dạng “Strict Open XML”. Lưu lại thành .xlsx thường (Excel Workbook).")
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # openpyxl warns about unsupported styles
            budget = Budget(ImportRefused(too_big(file, "quá nhiều ô, quá nhiều chữ")))
            sheets, charts, read = _workbook(package)
            return [_SheetReader(package, sheet, budget).table() for sheet in sheets] + _aside(package, charts, read)
    except ImportRefused:
        raise
    except Exception as error:  # openpyxl raises many kinds of exceptions for damaged parts
        raise ImportRefused(
            f"{file}: không đọc được bảng tính ({type(error).__name__}). Mở bằng Excel rồi lưu lại thành .xlsx."
        ) from None


def _workbook(package: Package) -> tuple[list[SheetPart], list[str], set[str]]:
    """(the sheets of cells, the names of those that are charts, the parts that are read). openpyxl's reader, with a
    quicker one for the shared texts."""
    from openpyxl.reader.excel import SHARED_STRINGS, ExcelReader

    sheets: list[SheetPart] = []
    charts: list[str] = []
    read = {package.main}

    class Reader(ExcelReader):  # type: ignore[misc]
        def read_strings(self) -> None:
            part = self.package.find(SHARED_STRINGS)
            if part is not None:
                read.add(part.PartName[1:])
                with self.archive.open(part.PartName[1:]) as stream:
                    self.shared_strings = shared_strings(stream)

        def read_worksheets(self) -> None:
            """A sheet that is a chart has no cells; the texts of the chart are found beside the sheets."""
            for sheet, relation in self.parser.find_sheets():
                if relation.target in self.valid_files and "chartsheet" in relation.Type:
                    charts.append(sheet.name)
                elif relation.target in self.valid_files:
                    read.add(relation.target)
                    sheets.append(SheetPart(self.wb, sheet.name, sheet.state, relation.target, self.shared_strings))

    Reader(package.stream, read_only=True, data_only=True, rich_text=True).read()
    return sheets, charts, read


def _aside(package: Package, charts: list[str], read: set[str]) -> list[Table]:
    """A table without rows that holds everything outside the cells: none of it is read, all of it is reported."""
    beside = [Aside(f"trang “{name}”", name, "trang biểu đồ, không có ô") for name in charts]
    beside += [*_defined_names(package), *texts_beside(package, read)]
    kinds = list(dict.fromkeys(aside.reason for aside in beside))
    if any(name.startswith("xl/media/") for name in package.archive.namelist()):
        kinds.append("hình")
    warning = f"tệp có {', '.join(kinds)}: không đọc"
    return [Table("", warnings=[warning], unread=beside)] if kinds else []


def _defined_names(package: Package) -> list[Aside]:
    """The names that people gave to cells, texts and formulas; the program's own begin with “_xlnm.”."""
    book = fromstring(package.part(package.main) or b"<none/>")
    names = [(one.get("name", ""), one.text or "") for one in book.iter() if local(one) == "definedName"]
    return [
        Aside("tên đặt cho ô, cho công thức", f"{name} = {text}", "tên đặt cho ô, cho công thức")
        for name, text in names
        if not name.startswith("_xlnm.")
    ]


class _SheetReader:
    """Makes the table of one sheet; what is not read is reported in its warnings and unread texts."""

    def __init__(self, package: Package, sheet: SheetPart, budget: Budget) -> None:
        from generator.importing.sources.decision_list.sheet_parser import SheetParser

        self.package, self.sheet, self.budget = package, sheet, budget
        self.parser = SheetParser(sheet)
        self.notices = Notices(f"trang “{sheet.title}”")
        self.unread: list[Aside] = []
        self.values: dict[Place, Value] = {}
        self.rows: set[int] = set()  # the rows that have a value
        self.hidden: set[int] = set()  # those of them that are hidden

    def table(self) -> Table:
        """Raises ImportRefused if the sheet is larger than any real list."""
        for is_hidden, cells in self.parser.rows():
            for cell in cells:
                self._take(cell, is_hidden)
            if len(self.rows) > MAX_ROWS:
                reason = f"trang “{self.sheet.title}” có hơn {MAX_ROWS} dòng"
                raise ImportRefused(too_big(self.package.file, reason))
        if self.sheet.state != "visible":
            return self._hidden_sheet()
        width = max((column for _, column in self.values), default=0)
        spans, fills = _merged(self.parser.areas, width, self.rows)
        self._leave_covered(fills)
        for beside in self.parser.beside:
            self._leave(beside.place, beside.text, beside.kind)
        self._leave_links()
        table = Table(self.sheet.title, sheet=True, unread=self.unread)
        _fill(table, self.values, spans, fills, self.hidden, self.budget)
        table.warnings = self.notices.warnings()
        if columns := ", ".join(self.parser.hidden_columns):
            table.warnings.append(f"trang “{self.sheet.title}” có cột ẩn ({columns}), vẫn được đọc")
        if areas := ", ".join(self.parser.struck_by_rule):
            table.warnings.append(
                f"trang “{self.sheet.title}”: định dạng có điều kiện gạch ngang ô trong vùng {areas[:200]}: không tính "
                "được ô nào, vẫn nhập cả; dòng nào đã bỏ thì xóa hoặc gạch ngang thẳng vào ô"
            )
        return table

    def _take(self, cell: SheetCell, is_hidden: bool) -> None:
        """Keep the value of a cell, or report why it is not kept."""
        value, place = cell.value, cell.coordinate
        shown = value.text or value.struck
        if value.fault and shown:
            self.notices.add(value.fault, f"{place} ({shown[:40]})")
        elif value.fault:
            self.notices.add(f"{value.fault}, không nhập ô này", place)
            self._leave(place, str(cell.raw or "")[:400], value.fault)
        for code in text_cleaning.programs(str(cell.raw)):
            self._leave(place, code, "mã chương trình của trang web")
        if not any(value):
            return
        if cell.column > MAX_COLUMNS:
            self.notices.add(f"ô nằm ngoài {MAX_COLUMNS} cột đầu, không đọc", place)
            self._leave(place, shown, f"nằm ngoài {MAX_COLUMNS} cột đầu")
            return
        self.budget.spend(value.text)
        if looks_old(value.text):
            self.notices.add("ô trông như TCVN3 nhưng phông không phải .Vn nên giữ nguyên", place)
        self.values[cell.row, cell.column] = value
        self.rows.add(cell.row)
        if is_hidden:
            self.hidden.add(cell.row)

    def _hidden_sheet(self) -> Table:
        """A table without rows: nothing of a hidden sheet is read, all of it is reported."""
        title = self.sheet.title
        rows: dict[int, list[str]] = {}
        for (row, _), value in self.values.items():
            rows.setdefault(row, []).append(value.text or value.struck)
        unread = [Aside(f"dòng {row} ({title})", " | ".join(texts), "trang tính ẩn") for row, texts in rows.items()]
        warning = f"trang tính ẩn “{title}” không được nhập: {len(rows)} dòng (bỏ ẩn trong Excel nếu cần)"
        return Table(title, warnings=[warning], unread=[*unread, *self.unread])

    def _leave(self, place: str, text: str, reason: str) -> None:
        self.unread.append(Aside(f"ô {place} ({self.sheet.title})", text, reason))

    def _leave_covered(self, fills: dict[Place, Place]) -> None:
        """Drop the values that a merged area hides."""
        for row, column in sorted(fills.keys() & self.values.keys()):
            covered = self.values.pop((row, column))
            shown, place = covered.text or covered.struck, f"{column_name(column)}{row}"
            self._leave(place, shown, "ô bị ô gộp che")
            self.notices.add("ô bị ô gộp che, không nhập", f"{place} ({shown[:40]})")

    def _leave_links(self) -> None:
        """Report the addresses of links that are not the text of their cell."""
        if not self.parser.links:
            return
        addresses = self.package.links(self.sheet.part)
        texts = {f"{column_name(column)}{row}": value.text for (row, column), value in self.values.items()}
        for link in self.parser.links:
            text = texts.get(link.cells.partition(":")[0], "")
            if address := unlike(addresses.get(link.relation, ""), text):
                self._leave(link.cells, address, "địa chỉ của liên kết")


def _fill(
    table: Table,
    values: dict[Place, Value],
    spans: dict[Place, int],
    fills: dict[Place, Place],
    hidden: set[int],
    budget: Budget,
) -> None:
    """Add the rows to `table`; cells of a merged area repeat its first one."""
    made = {
        place: Cell(value.text, spans.get(place, 1), False, value.code, value.struck, value.fault)
        for place, value in values.items()
    }
    width = max((column for _, column in values), default=0)
    for number in sorted({row for row, _ in values}):
        row = SourceRow(f"dòng {number} ({table.name})", [], hidden=number in hidden)
        for column in range(1, width + 1):
            source = fills.get((number, column), (number, column))
            cell = made.get(source, EMPTY)
            if source != (number, column) and cell is not EMPTY:
                budget.spend(cell.text)
                cell = replace(cell, merged=1, repeated=source[0] != number)
            row.cells.append(cell)
        table.rows.append(row)


def _merged(areas: list[MergedArea], width: int, rows: set[int]) -> tuple[dict[Place, int], dict[Place, Place]]:
    """(columns that the first cell of an area spans, the first cell of each other cell of an area)."""
    spans: dict[Place, int] = {}
    fills: dict[Place, Place] = {}
    for left, top, right, bottom in areas:
        spans[top, left] = right - left + 1
        for row in range(top, bottom + 1):
            for column in range(left, min(right, width) + 1):
                if row in rows and (row, column) != (top, left):
                    fills[row, column] = (top, left)
    return spans, fills
