"""Part II of a decision: the content of each procedure as running text, a title and then “label: text” line by line.

Each procedure becomes labels with values, which the importer of the portal's texts understands; its facts complete
the row of the list that it belongs to.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from generator.importing import text_cleaning
from generator.importing.draft_record import DraftRecord, Options, is_unknown
from generator.importing.merge import plain
from generator.importing.name_match import NameIndex
from generator.importing.sources.decision_list.rows import Table
from generator.importing.sources.national_flat import source as national_flat
from generator.importing.sources.national_flat.shapes import label
from generator.importing.word_account import Leaf
from generator.text.folding import fold

MIN_LABELS = 3
_NUMBER = r"(?:\d{1,3}(?:\.\d{1,3}){0,3}|[IVXLC]{1,6}|[a-zđ])[.)]?"
_LABEL = re.compile(rf"\s*(?:[-–+*•]\s*)?(?:{_NUMBER}\s*(?=\D))?(?P<label>[^:\d]{{2,90}})(?P<text>:.*)?")
_TITLE = re.compile(
    rf"\s*(?:{_NUMBER}\s+)?(?:(?:tên )?thủ tục(?: hành chính)?(?: \d{{1,3}})?\s?:?\s+)?(?P<name>\S.{{5,400}})",
    re.IGNORECASE,
)
_CODE = re.compile(r"\(?(?:mã(?: số)?(?: (?:tthc|thủ tục))?\s?:?\s?)?(?<!\d)(\d\.\d{6})(?!\d)[\w.]*\)?", re.IGNORECASE)
_FIRST = {"steps"}  # the part with which the content of every procedure begins
_KEYS = {
    "limit": "thoi_han_giai_quyet", "fees": "phi_le_phi", "executing": "co_quan_thuc_hien",
    "who": "doi_tuong_thuc_hien",
    "deciding": "co_quan_co_tham_quyen", "place": "dia_chi_tiep_nhan_ho_so", "results": "ket_qua_thuc_hien",
    "levels": "cap_thuc_hien", "laws": "can_cu_phap_ly", "channels": "cach_thuc_thuc_hien",
}  # fmt: skip
_FROM_LIST = {
    "ma_thu_tuc", "ten_thu_tuc", "linh_vuc", "quyet_dinh_cong_bo", "hieu_luc", "doi_chieu", "ghi_chu_nguon",
}  # fmt: skip


@dataclass(slots=True)
class ProcedureText:
    """The content of one procedure. places: the rows of tables inside it; used: it has completed a row of the list."""

    name: str
    code: str
    values: dict[str, str] = field(default_factory=dict)
    places: list[str] = field(default_factory=list)
    lines: list[str] = field(default_factory=list)
    titles: list[str] = field(default_factory=list)
    used: bool = False


def contents(tables: Iterable[Table]) -> list[ProcedureText]:
    """The procedures in the text before, between and inside `tables`, in order; [] when there are none."""
    found: list[ProcedureText] = []
    before, key = "", ""
    for place, line in _lines(tables):
        meaning, words, text = _labelled(line)
        if meaning in _FIRST or (meaning and not found):
            title = _TITLE.fullmatch(before)
            if meaning not in _FIRST or title is None:
                before = line
                continue
            if found and found[-1].lines[-1:] == [before]:  # it was read as the end of the one before
                _take_back(found[-1], key, before)
            code = _CODE.search(before)
            name = text_cleaning.name(_CODE.sub(" ", title["name"])).strip(" .:;-–()")
            found.append(ProcedureText(name, code[1] if code else "", lines=[before], titles=[before]))
        if found:
            content = found[-1]
            content.lines.append(line)
            if place:
                content.places.append(place)
            if meaning:
                key = words
            content.values[key] = "\n".join(filter(None, (content.values.get(key), text if meaning else line)))
        before = line
    return [content for content in found if sum(bool(label(key)) for key in content.values) >= MIN_LABELS]


def _take_back(content: ProcedureText, key: str, line: str) -> None:
    """A line that turned out to be the title of the next procedure."""
    content.lines.pop()
    content.values[key] = content.values[key].removesuffix(line).rstrip("\n")


def _lines(tables: Iterable[Table]) -> Iterable[tuple[str, str]]:
    for table in tables:
        for line in filter(None, table.heading.split("\n")):
            yield "", line
        for row in table.rows:
            yield row.location, row.words()


def _labelled(line: str) -> tuple[str, str, str]:
    """(meaning, label, text) of “1.1. Trình tự thực hiện: …”; ("", "", "") for any other line."""
    found = _LABEL.fullmatch(line.split("\n")[0])
    meaning = label(found["label"]) if found else ""
    if not found or meaning in ("", "name", "code", "url"):
        return "", "", ""
    text = "\n".join([(found["text"] or "").lstrip(": "), *line.split("\n")[1:]])
    return meaning, text_cleaning.line(found["label"]), text.strip()


class ProcedureTexts:
    """The contents of a file, looked up by the rows of the list."""

    def __init__(self, items: list[ProcedureText], options: Options) -> None:
        self.items = items
        self._options = options
        self._by_code = {item.code: item for item in items if item.code}
        self._by_name = {fold(item.name): item for item in items}

    def add(self, records: Iterable[tuple[list[str], dict[str, str]]]) -> None:
        """Add procedures from tables of two columns: (places, labels with values)."""
        for places, values in records:
            named = {label(key): text_cleaning.line(text) for key, text in values.items()}
            item = ProcedureText(named.get("name", ""), named.get("code", ""), values, places)
            self.items.append(item)
            self._by_code.setdefault(item.code, item)
            self._by_name.setdefault(fold(item.name), item)

    @property
    def lines(self) -> set[str]:
        """The lines of text that are in the contents."""
        return {line for item in self.items for line in item.lines}

    def complete(self, record: DraftRecord) -> tuple[Leaf, ...]:
        """Put into the record of a row what the content says and the row does not. Where both speak and differ, the row
        stays, with a doubt. Returns the texts of the content, to account for."""
        item = (self._by_code.get(record.code) if record.code else None) or self._by_name.get(fold(record.name))
        if item is None or item.used or not record.name:
            return ()
        item.used = True
        said = self.record_of(item)
        for key, value in said.data.items():
            if key in _FROM_LIST or is_unknown(value):
                continue
            if is_unknown(record.data.get(key)):
                record.data[key] = value
                record.doubts += [doubt for doubt in said.doubts if doubt[0] == key]
            elif plain(record.data[key]) != plain(value):
                record.flag_uncertain(key, "danh mục và phần nội dung cụ thể ghi khác nhau, lấy theo danh mục")
                said_by = (title for title in item.values if _KEYS.get(label(title)) == key)
                record.notes += [f"{title} ở phần nội dung cụ thể: {item.values[title]}" for title in said_by]
        record.notes += said.data.get("ghi_chu_nguon", [])
        record.laws += said.laws
        record.confidence |= {key: share for key, share in said.confidence.items() if key in record.data}
        return said.read

    def record_of(self, item: ProcedureText) -> DraftRecord:
        """The record of a content alone."""
        values = {"Mã thủ tục": item.code, "Tên thủ tục": item.name, **item.values}
        place = item.places[0] if item.places else f"phần nội dung, “{item.name[:40]}”"
        given = {key: text for key, text in values.items() if text}
        return national_flat.record_of(place, given, self._options, NameIndex(self._options.known))
