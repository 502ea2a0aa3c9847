"""Reads XLSX sheets as rows: decodes legacy fonts, fills merged cells, marks hidden rows, reports omissions."""

from __future__ import annotations

import warnings
from dataclasses import replace
from importlib.util import find_spec
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
from generator.importing.sources.decision_list.sheet_cells import SheetPart, cell_reader, column_name, shared_strings
from generator.importing.sources.decision_list.sheet_values import Value

_STRICT = b"purl.oclc.org/ooxml/spreadsheetml"
Place = tuple[int, int]


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
            return [_table(package, sheet, budget) for sheet in sheets] + _aside(package, charts, read)
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


def _table(package: Package, sheet: SheetPart, budget: Budget) -> Table:
    file = package.file
    table = Table(sheet.title, sheet=True)
    notices = Notices(f"trang “{sheet.title}”")
    reader = cell_reader(sheet)
    values: dict[Place, Value] = {}
    hidden: set[int] = set()
    filled: set[int] = set()

    def leave(place: str, text: str, reason: str) -> None:
        table.unread.append(Aside(f"ô {place} ({sheet.title})", text, reason))

    for is_hidden, cells in reader.rows():
        for cell in cells:
            value = cell.value
            if value.fault:
                shown = value.text or value.struck
                notices.add(
                    value.fault + ("" if shown else ", không nhập ô này"),
                    f"{cell.coordinate} ({shown[:40]})" if shown else cell.coordinate,
                )
                if not shown:
                    leave(cell.coordinate, str(cell.raw or "")[:400], value.fault)
            for code in text_cleaning.programs(str(cell.raw)):
                leave(cell.coordinate, code, "mã chương trình của trang web")
            if not any(value):
                continue
            if cell.column > MAX_COLUMNS:
                notices.add(f"ô nằm ngoài {MAX_COLUMNS} cột đầu, không đọc", cell.coordinate)
                leave(cell.coordinate, value.text or value.struck, f"nằm ngoài {MAX_COLUMNS} cột đầu")
                continue
            budget.spend(value.text)
            if looks_old(value.text):
                notices.add("ô trông như TCVN3 nhưng phông không phải .Vn nên giữ nguyên", cell.coordinate)
            values[cell.row, cell.column] = value
            filled.add(cell.row)
            if is_hidden:
                hidden.add(cell.row)
        if len(filled) > MAX_ROWS:
            raise ImportRefused(too_big(file, f"trang “{sheet.title}” có hơn {MAX_ROWS} dòng"))
    if sheet.state != "visible":
        rows: dict[int, list[str]] = {}
        for (row, _), value in values.items():
            rows.setdefault(row, []).append(value.text or value.struck)
        unread = [
            Aside(f"dòng {row} ({sheet.title})", " | ".join(texts), "trang tính ẩn") for row, texts in rows.items()
        ]
        warning = f"trang tính ẩn “{sheet.title}” không được nhập: {len(rows)} dòng (bỏ ẩn trong Excel nếu cần)"
        return Table(sheet.title, warnings=[warning], unread=[*unread, *table.unread])
    width = max((column for _, column in values), default=0)
    spans, fills = _merged(reader.areas, width, filled)
    for row, column in sorted(fills.keys() & values.keys()):
        covered = values.pop((row, column))
        shown, name = covered.text or covered.struck, f"{column_name(column)}{row}"
        leave(name, shown, "ô bị ô gộp che")
        notices.add("ô bị ô gộp che, không nhập", f"{name} ({shown[:40]})")
    for place, text, what in reader.beside:
        leave(place, text, what)
    addresses = package.links(sheet.part) if reader.links else {}
    shown_in = {f"{column_name(at[1])}{at[0]}": value.text for at, value in values.items()} if addresses else {}
    for cells, relation in reader.links:
        if address := unlike(addresses.get(relation, ""), shown_in.get(cells.partition(":")[0], "")):
            leave(cells, address, "địa chỉ của liên kết")
    _fill(table, values, spans, fills, hidden, budget)
    table.warnings = notices.warnings()
    if reader.hidden_columns:
        table.warnings.append(f"trang “{sheet.title}” có cột ẩn ({', '.join(reader.hidden_columns)}), vẫn được đọc")
    return table


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


def _merged(
    areas: list[tuple[int, int, int, int]], width: int, rows: set[int]
) -> tuple[dict[Place, int], dict[Place, Place]]:
    spans: dict[Place, int] = {}
    fills: dict[Place, Place] = {}
    for left, top, right, bottom in areas:
        spans[top, left] = right - left + 1
        for row in range(top, bottom + 1):
            for column in range(left, min(right, width) + 1):
                if row in rows and (row, column) != (top, left):
                    fills[row, column] = (top, left)
    return spans, fills
