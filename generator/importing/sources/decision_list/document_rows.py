"""Reads DOCX tables as rows, by their grid; handles merged, nested, hidden, struck-through and floating text."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Any
from xml.etree.ElementTree import Element, fromstring

from generator.importing import text_cleaning
from generator.importing.archive_safety import Package
from generator.importing.draft_record import ImportRefused
from generator.importing.legacy_encodings import looks_old
from generator.importing.sources.decision_list import document_borders, header
from generator.importing.sources.decision_list.document_bullets import place_in_list, ticks
from generator.importing.sources.decision_list.document_styles import Styles, W, switch, value
from generator.importing.sources.decision_list.document_text import Reader, Words, walk
from generator.importing.sources.decision_list.document_unread import texts_not_taken
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
    is_error,
    too_big,
)
from generator.importing.sources.decision_list.symbols import UNKNOWN

_BLOCKS = frozenset({f"{W}p", f"{W}tbl", f"{W}altChunk"})
_TRACKED = frozenset(f"{W}{name}" for name in ("del", "ins", "moveFrom", "moveTo", "cellDel", "cellIns"))
_STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"


def read_tables(package: Package) -> list[Table]:
    """Every table of the document, then one without rows for the text after them. Raises ImportRefused."""
    file = package.file
    try:
        document = _parse(package, package.main)
        assert document is not None
        notes = {
            (kind, note.get(f"{W}id", "")): note
            for kind in ("footnote", "endnote")
            for note in _parse(package, package.related(f"/{kind}s")) or ()
        }
        styles = Styles(_parse(package, package.related("/styles")))
        body = document.find(f"{W}body")
        made = _Document(file, Reader(styles, notes), ticks(_parse(package, package.related("/numbering"))))
        made.read(body if body is not None else document)
        made.last.unread += [Aside("mã trường", code, "chữ trong mã trường") for code in made.reader.codes]
        made.last.unread += texts_not_taken(package, document, notes.values(), made.reader.consumed)
        made.last.warnings += _of_kinds(made.last.unread)
        return [*made.tables, made.last]
    except ImportRefused:
        raise
    except Exception as error:  # damaged parts raise many kinds of exceptions
        raise ImportRefused(
            f"{file}: không đọc được văn bản ({type(error).__name__}). Mở bằng Word rồi lưu lại thành .docx."
        ) from None


def _parse(package: Package, name: str) -> Element | None:
    data = package.part(name) if name else None
    return None if data is None else fromstring(data.replace(_STRICT, W[1:-1].encode()))


@dataclass
class _Document:
    """The state of reading one document."""

    file: Any
    reader: Reader
    ticks: dict[tuple[str, str], str]
    tables: list[Table] = field(default_factory=list)
    last: Table = field(default_factory=lambda: Table(""))

    def __post_init__(self) -> None:
        self._budget = Budget(ImportRefused(too_big(self.file, "quá nhiều ô, quá nhiều chữ")))
        self._words: list[str] = []

    def read(self, container: Element) -> None:
        """Read the blocks of the body."""
        aside = Notices("ngoài bảng")
        self._blocks(container, aside)
        self.last.heading = "\n".join(self._words)
        self.last.warnings += aside.warnings()

    def _blocks(self, container: Element, aside: Notices) -> None:
        for block in walk(container, _BLOCKS):
            if block.tag == f"{W}tbl":
                heading, self._words = "\n".join(self._words), []
                self._table(block).heading = heading
            elif block.tag == f"{W}p":
                words = self.reader.paragraph(block)
                self._words += [line for text in (words.text, *words.notes) if (line := text_cleaning.line(text))]
                words.drawn = False  # the stroke under a letterhead says nothing
                _report(words, f"“{text_cleaning.line(words.text)[:40]}”", aside)
                if words.struck:
                    self.last.unread.append(Aside("ngoài bảng", words.struck, "chữ bị gạch ngang"))
                for box in words.boxes:
                    self._blocks(box, aside)
            else:
                aside.add("tài liệu chèn (altChunk), không đọc", f"sau “{' '.join(self._words[-1:])[:40]}”")

    def _table(self, element: Element) -> Table:
        table = Table(f"bảng {len(self.tables) + 1}")
        self.tables.append(table)
        notices = Notices(table.name)
        style = value(element, "tblPr/tblStyle")
        above: dict[int, Cell] = {}
        lines = [(line, _cells(line)) for line in walk(element, frozenset({f"{W}tr"}))]
        borders = document_borders.borders(element, (document_borders.spans(*line) for line in lines))
        for number, (line, boxes) in enumerate(lines, start=1):
            if number > MAX_ROWS:
                raise ImportRefused(too_big(self.file, f"{table.name} có hơn {MAX_ROWS} dòng"))
            properties = line.find(f"{W}trPr")
            if properties is not None and properties.find(f"{W}del") is not None:
                notices.add("dòng đã xóa khi theo dõi sửa đổi, không nhập", f"dòng {number}")
                continue
            row = SourceRow(f"dòng {number} ({table.name})", [], hidden=bool(switch(properties, "hidden")))
            self._row(row, line, boxes, borders, above, style, notices)
            if any(cell.text or cell.struck or cell.fault for cell in row.cells) or row.notes:
                table.rows.append(row)
        width = max((len(row.cells) for row in table.rows), default=0)
        for row in table.rows:
            row.cells += [EMPTY] * (width - len(row.cells))
        if any(part.tag in _TRACKED for part in element.iter()):
            table.warnings.append(f"{table.name}: có chỗ đang theo dõi sửa đổi (Track Changes); lấy bản đã sửa")
        table.warnings += notices.warnings()
        return table

    def _row(
        self,
        row: SourceRow,
        line: Element,
        boxes: list[Element],
        borders: list[int],
        above: dict[int, Cell],
        style: str | None,
        notices: Notices,
    ) -> None:
        place = row.location.partition(" (")[0]
        hidden: dict[int, str] = {}
        spans = document_borders.spans(line, boxes)
        row.cells += [EMPTY] * document_borders.column(borders, spans[0][0] if spans else 0)
        for box, (_, after) in zip(boxes, spans, strict=True):
            properties = box.find(f"{W}tcPr")
            column = len(row.cells)
            width = document_borders.column(borders, after) - column
            if width < 1 and not any(part.text and part.text.strip() for part in box.iter()):
                continue  # only a sliver between two borders
            width = max(1, width)
            if column + width > MAX_COLUMNS:
                raise ImportRefused(too_big(self.file, f"{row.location} rộng hơn {MAX_COLUMNS} cột"))
            if _continues(properties, "vMerge") or _merged_by_change(properties):
                cell = Cell(above[column].text if column in above else "", width, True)
            elif _continues(properties, "hMerge") and row.cells:
                cell = row.cells[-1]
            else:
                words = self._cell(box, style)
                if is_error(words.text):
                    self.reader.consumed.difference_update(box.iter())
                if words.hidden:
                    hidden[column] = words.hidden
                cell = self._checked(Cell(words.text, width, struck=words.struck), place, notices)
                row.notes += words.notes
                _report(words, place, notices)
            above[column] = cell
            self._budget.spend(cell.text)
            row.cells.append(cell)
            row.cells += [replace(cell, merged=1)] * (width - 1)
        if hidden and not any(cell.text for cell in row.cells if not cell.repeated):
            row.hidden = True
            self.reader.consumed.update(line.iter())
            for column, text in hidden.items():
                row.cells[column] = Cell(text, row.cells[column].merged)
        elif hidden:
            notices.add("chữ ẩn trong ô, không nhập", f"{place} “{'; '.join(hidden.values())[:80]}”")

    def _checked(self, cell: Cell, place: str, notices: Notices) -> Cell:
        if looks_old(cell.text):
            notices.add("có ô trông như TCVN3 nhưng phông không phải .Vn nên giữ nguyên", place)
        if UNKNOWN in cell.text:
            notices.add("ký hiệu hoặc chữ không đọc được, thay bằng \ufffd", place)
        if is_error(cell.text):
            notices.add("ô có lỗi của bảng tính, không nhập ô", f"{place} ({cell.text})")
            return Cell("", cell.merged, struck=cell.struck, fault=f"lỗi {cell.text} của bảng tính")
        return cell

    def _cell(self, box: Element, style: str | None) -> Words:
        """The text of a cell. A nested list of procedures becomes a separate table; other tables become text."""
        words = Words()
        self.reader.fields.clear()  # a field does not reach over the border of a cell
        for block in walk(box, _BLOCKS):
            if block.tag == f"{W}p":
                inside = self.reader.paragraph(block, style)
                if not (inside.text or inside.hidden or inside.struck):
                    inside.text = self.ticks.get(place_in_list(block), "") if self.ticks else ""
                boxes, inside.boxes = inside.boxes, []
                for one in boxes:
                    inside.put_beside(self._cell(one, None), "Khung chữ")
                words.add(inside)
            elif block.tag == f"{W}tbl":
                nested = self._table(block)
                if header.find_header(nested) is None:
                    self.tables.remove(nested)
                    words.add(self._as_text(nested))
            else:
                words.unread.append("tài liệu chèn")
        return words

    def _as_text(self, nested: Table) -> Words:
        """The words of a table in a cell that is no list; its hidden rows are reported."""
        shown = [row for row in nested.rows if not row.hidden]
        lines = [" | ".join(dict.fromkeys(text for text in row.texts() if text)) for row in shown]
        struck = [cell.struck for row in shown for cell in row.cells if cell.struck]
        self.last.warnings += nested.warnings
        self.last.unread += [Aside(row.location, row.words(), "dòng ẩn") for row in nested.rows if row.hidden]
        return Words(
            "\n".join(filter(None, lines)), struck=" ".join(struck), notes=[n for row in shown for n in row.notes]
        )


def _of_kinds(asides: list[Aside]) -> list[str]:
    """One warning for each kind of text that is not read."""
    kinds: dict[str, list[str]] = {}
    for aside in asides:
        kinds.setdefault(aside.reason, []).append(f"{aside.place}: “{aside.text[:60]}”")
    return [
        f"{why}, không đọc: {'; '.join(places[:3])}{f' … và {len(places) - 3} chỗ nữa' if len(places) > 3 else ''}"
        for why, places in kinds.items()
    ]


def _report(words: Words, place: str, notices: Notices) -> None:
    for what in dict.fromkeys(words.unread):
        notices.add(f"có {what}, không đọc được chữ ở trong", place)
    if words.drawn:
        notices.add("có hình vẽ (dấu, nét gạch) trong ô, không đọc được", place)
    for note in words.notes:
        notices.add(
            "chữ đứng ngoài ô, ghi vào ghi chú của thủ tục (ở dòng tiêu đề: không đọc)", f"{place} “{note[:80]}”"
        )


def _cells(line: Element) -> list[Element]:
    """The cells of a row; one that a tracked change takes out leaves its place to the next."""
    return [box for box in walk(line, frozenset({f"{W}tc"})) if box.find(f"{W}tcPr/{W}cellDel") is None]


def _merged_by_change(properties: Element | None) -> bool:
    """True if a tracked change merges the cell into the one above."""
    merge = None if properties is None else properties.find(f"{W}cellMerge")
    return merge is not None and merge.get(f"{W}vMerge") == "cont"


def _continues(properties: Element | None, name: str) -> bool:
    merge = None if properties is None else properties.find(f"{W}{name}")
    return merge is not None and merge.get(f"{W}val", "continue") != "restart"
