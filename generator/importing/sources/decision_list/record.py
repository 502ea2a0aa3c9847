"""Converts one row of a decision's list to a record: code, name, field, limit, fee, laws, channels, notes."""

from __future__ import annotations

import re

from generator.importing import code_lists, text_cleaning
from generator.importing.draft_record import DraftRecord, LawFacts, Options
from generator.importing.extract import dates, fees, legal_bases
from generator.importing.extract.codes import code_of
from generator.importing.extract.time_limits import from_sentence
from generator.importing.name_match import NameIndex
from generator.importing.sources.decision_list import decision_cells, sections, symbols
from generator.importing.sources.decision_list import header as list_header
from generator.importing.sources.decision_list.column_units import together
from generator.importing.sources.decision_list.rows import Cell, SourceRow
from generator.importing.sources.decision_list.running_text import ProcedureTexts
from generator.importing.word_account import Leaf
from generator.plain_data import Fields
from generator.schema.codes import PROCEDURE_CODE
from generator.schema.values import UNKNOWN, is_name
from generator.text.folding import fold

_CODE = re.compile(r"(?<!\d)(\d)\s?[.,]\s?(\d{6})(?!\d)((?:\.\d{2,3})+\.[A-Z]\d+(?:\.\d+)*)?")
_CODE_IN_NAME = re.compile(
    rf"(?:\(\s*+|(?<!\s)\s++)?+(?:mã(?: số)?(?: (?:tthc|thủ tục))?\s*+(?::\s*+)?)?{_CODE.pattern}\s*+\)?", re.IGNORECASE
)
_NO_CODES = re.compile(r"\((?:\s*(?:mã(?: số)?|tthc|thủ tục|và|[:;,/&–-]))*\s*\)", re.IGNORECASE)  # nothing else in it
_LAW = re.compile(
    r"\W*(?:\d{1,2}[.)]\s*)?(?:(?:bộ )?luật|pháp lệnh|hiến pháp|nghị (?:định|quyết)|thông tư)", re.IGNORECASE
)
_FEE_PARTS = re.compile(r"\n\s*[-+•]?\s*|;\s*(?=(?:lệ )?phí)", re.IGNORECASE)
_BINARY = {"1": "yes", "0": "no"}  # in a column of crosses
_NOTES = (
    ("online", "Mức độ dịch vụ công"), ("note", "Ghi chú ở danh mục"), ("state", "Trạng thái ở danh mục"),
    ("abolishing", "Văn bản bãi bỏ ở danh mục"), ("amending", "Văn bản sửa đổi, thay thế ở danh mục"),
)  # fmt: skip
_CHANNEL = (
    (r"trực tiếp", "trực tiếp"),
    (r"bưu (?:chính|điện)|bcci", "bưu chính"),
    (r"trực tuyến|dịch vụ công", "trực tuyến"),
)


def record_of(
    row: SourceRow,
    header: list_header.Header,
    section: sections.Section,
    decision: Fields,
    names: NameIndex,
    options: Options,
    contents: ProcedureTexts,
) -> DraftRecord:
    """The record of a row under `header`, in `section` of the list published by `decision`; `contents` completes it."""
    record = DraftRecord(row.location)
    cells = {
        meaning: [row.cells[column] for column in columns if column < len(row.cells)]
        for meaning, columns in header.columns.items()
    }
    cell_texts = {
        key: together(
            key, [(header.titles[at], cell.text) for at, cell in zip(header.columns[key], group, strict=False)]
        )
        for key, group in cells.items()
    }
    name = _name(record, cells, header)
    field_name = text_cleaning.sentence_case(text_cleaning.line(cell_texts.get("field", ""))) or section.field_name
    code = _code(
        record, cell_texts.get("code", ""), next((cell.code for cell in cells.get("code", []) if cell.code), "")
    )
    inside = _CODE.search(name)
    if not code and inside:
        code, name = f"{inside[1]}.{inside[2]}", _without_codes(record, name)
    whole = text_cleaning.name(re.sub(r"^\d{1,3}[.)]\s+", "", name))
    name, ended = code_lists.without_end(whole)
    record.notes += [f"Tên ở danh mục: {whole}."] if ended else []
    record.set("ten_thu_tuc", name if is_name(name) else "")
    if not code and record.name:
        code = _by_name(record, names, field_name, options)
    record.set("ma_thu_tuc", code)
    record.set("linh_vuc", field_name)
    levels, lost = code_lists.mapped(
        code_lists.split_list(text_cleaning.line(cell_texts.get("level", ""))), code_lists.LEVELS
    )
    levels = levels or list(section.levels) or _levels_in(cell_texts.get("agency", ""))
    record.set("cap_thuc_hien", levels)
    record.notes += [f"Cấp thực hiện ở danh mục: {', '.join(lost)}."] if lost else []
    own = decision_cells.own_decision(record, text_cleaning.line(cell_texts.get("decision", "")), decision)
    own = decision_cells.dated(record, own, text_cleaning.line(cell_texts.get("decided", "")))
    if own:
        record.set("quyet_dinh_cong_bo", {"so": own["so"], "ngay": own.get("ngay", UNKNOWN),
                                          **({"co_quan": own["co_quan"]} if "co_quan" in own else {})})  # fmt: skip
    validity: Fields = {"tu": UNKNOWN}
    if record.successors:
        validity["thay_the_boi"] = record.successors
    record.set("hieu_luc", validity)
    if section.part:
        record.notes.append(f"Phần ở danh mục: {section.part}.")
    _state(record, {**cell_texts, "name": ended}, section, decision)
    _facts(record, cell_texts, cells, header)
    _others(record, row, header)
    source = f"Quyết định {decision['so']}" if decision else "Danh mục kèm theo quyết định"
    read = [*row_leaves(row, header.titles), *contents.complete(record)]
    return record.finalise(f"{source}, {row.location}", options.date or decision.get("ngay"), read)


def _without_codes(record: DraftRecord, name: str) -> str:
    """A name without the code in it; several are a doubt."""
    if len({(one[1], one[2]) for one in _CODE.finditer(name)}) > 1:
        record.flag_uncertain("ma_thu_tuc", f"tên có nhiều mã (“{text_cleaning.line(name)[-60:]}”), lấy mã đầu")
        record.notes.append(f"Tên ở danh mục: {text_cleaning.line(name)}.")
        name = _NO_CODES.sub(" ", _CODE.sub("", name))
    else:
        name = _CODE_IN_NAME.sub(" ", name, count=1)
    return name.strip(" -–,;/\n")


def row_leaves(row: SourceRow, titles: tuple[str, ...]) -> list[Leaf]:
    """The texts of a row by column, once each, without those merged down from the row above."""
    texts: dict[str, str] = {}
    for column, cell in enumerate(row.cells):
        title = text_cleaning.line(titles[column]) if column < len(titles) else ""
        for text in () if cell.repeated else (cell.text, cell.struck):
            texts.setdefault(text, title or f"cột {column + 1}")
    return [Leaf(title, text) for text, title in texts.items() if text] + [Leaf("ngoài ô", note) for note in row.notes]


def _levels_in(agency: str) -> list[str]:
    """The levels that the agency column names (“UBND cấp xã”), when nothing else does."""
    words = fold(agency)
    return [level for level in ("cấp tỉnh", "cấp huyện", "cấp xã") if fold(level) in words]


def _name(record: DraftRecord, cells: dict[str, list[Cell]], header: list_header.Header) -> str:
    """The text of the first name column; texts of other name columns (“Tên TTHC thay thế”) become notes."""
    found: dict[str, list[str]] = {}
    for column, cell in zip(header.columns["name"], cells["name"], strict=False):
        if cell.text:
            found.setdefault(header.titles[column], []).append(cell.text)
    texts = {title: "\n".join(dict.fromkeys(pieces)) for title, pieces in found.items()}
    first = next(iter(texts.values()), "")
    others = {title: text for title, text in texts.items() if text != first}
    record.notes += [f"{text_cleaning.line(title)}: {text_cleaning.line(text)}" for title, text in others.items()]
    for title, text in others.items():
        new = _CODE.search(text)
        if new and "thay the" in fold(title):
            record.successors.append(f"{new[1]}.{new[2]}")
    if others:
        record.flag_uncertain("ten_thu_tuc", "danh mục có nhiều cột tên, lấy cột đầu")
    return first


def _code(record: DraftRecord, text: str, restored: str) -> str:
    if restored:
        if text != restored:
            record.notes.append(f"Mã nhập dạng số ({text}), khôi phục thành {restored}.")
        return restored
    written = text_cleaning.line(text)
    match = _CODE.search(written)
    if match:
        code = f"{match[1]}.{match[2]}"
        if len({(one[1], one[2]) for one in _CODE.finditer(written)}) > 1:
            record.flag_uncertain("ma_thu_tuc", f"ô mã có nhiều mã (“{written[:60]}”), lấy mã đầu")
        if match[3]:
            record.notes.append(f"Mã áp dụng ở danh mục: {text_cleaning.line(text)}.")
        elif text_cleaning.line(text) != code:
            record.notes.append(f"Mã ở danh mục viết là “{text_cleaning.line(text)}”.")
        return code
    if PROCEDURE_CODE.fullmatch(code := code_of(record, written)):
        return code
    if PROCEDURE_CODE.fullmatch(code := "".join(written.split())):  # broken over the lines of a narrow column
        record.flag_uncertain("ma_thu_tuc", f"nguồn ghi “{written[:60]}”, hiểu là {code}")
        return code
    if re.fullmatch(r"\d\.\d[\d.]\S*", written):  # a malformed code: the check says so
        return written
    if symbols.mark(text) != "no":
        record.notes.append(f"Mã ở danh mục viết là “{text_cleaning.line(text)}”.")
    return ""


def _state(record: DraftRecord, cell_texts: dict[str, str], section: sections.Section, decision: Fields) -> None:
    """Mark as abolished by the section, the column of abolishing documents, the state or the note."""
    by = cell_texts.get("abolishing", "")
    keys = ("state", "note", "name")
    words = next((cell_texts[key] for key in keys if code_lists.ENDED.match(cell_texts.get(key, ""))), "")
    if not (section.abolished or words or legal_bases.number_in(by)):
        return
    days = dates.find_date(words)
    number = legal_bases.number_in(by) or (UNKNOWN if words else decision.get("so", UNKNOWN))
    record.state = "abolished"
    record.set("bai_bo", {"van_ban": number, **({"ngay": days[0][0]} if days else {})})
    why = (
        "thủ tục nằm trong phần bãi bỏ của danh mục"
        if not words
        else f"danh mục ghi “{text_cleaning.line(words)[:60]}”"
    )
    record.flag_uncertain("bai_bo", why if days else f"{why}, chưa rõ ngày bãi bỏ")


def _others(record: DraftRecord, row: SourceRow, header: list_header.Header) -> None:
    """Add texts of unmapped columns, and texts outside the cells, as notes."""
    known = {column for places in header.columns.values() for column in places}
    for column, cell in enumerate(row.cells):
        if cell.text and column not in known:
            title = header.titles[column] if column < len(header.titles) else ""
            record.notes.append(
                f"{text_cleaning.line(title) or f'Cột {column + 1} ở danh mục'}: {text_cleaning.line(cell.text)}"
            )
    record.notes += row.notes


def _by_name(record: DraftRecord, names: NameIndex, field_name: str, options: Options) -> str:
    match = names.find(record.name, field_name)
    best = match.candidates[0] if match.candidates else ("", 0.0)
    near_only = len(match.candidates) < 2 or match.candidates[1][1] < best[1] - 0.05
    if match.code or (best[1] >= options.accept_match and near_only and best[1] > 0.75):
        record.flag_uncertain("ma_thu_tuc", f"mã lấy theo tên, giống {round(100 * best[1])}%")
        record.notes.append(
            f"Danh mục không có mã; mã {match.code or best[0]} lấy theo tên, giống {round(100 * best[1])}%."
        )
        return match.code or best[0]
    shown = "; ".join(f"{code} ({round(100 * share)}%)" for code, share in match.candidates)
    record.flag_uncertain(
        "ma_thu_tuc", f"không có mã; gần giống: {shown}" if shown else "không có mã, không có tên nào gần giống"
    )
    return ""


def _facts(
    record: DraftRecord, cell_texts: dict[str, str], cells: dict[str, list[Cell]], header: list_header.Header
) -> None:
    limit = from_sentence(cell_texts.get("limit", ""))
    record.set("thoi_han_giai_quyet", limit.value)
    if limit.reason:
        record.flag_uncertain("thoi_han_giai_quyet", limit.reason)
    fee = cell_texts.get("fee", "")
    if fee:
        parts = [fees.from_sentence(part) for part in _FEE_PARTS.split(fee.strip("-+• ")) if part.strip()]
        uncertain = any(part.reason for part in parts)
        value, whys = fees.join_fees([fees.from_sentence(fee)] if uncertain else parts)
        if isinstance(value, list) and any(part.line == fees.FREE for part in parts) and not uncertain:
            record.notes.append(f"Phí, lệ phí ở danh mục: {text_cleaning.line(fee)}.")
        record.set("phi_le_phi", value)
        for why in whys:
            record.flag_uncertain("phi_le_phi", why)
    record.set("dia_chi_tiep_nhan_ho_so", cell_texts.get("place", ""))
    record.set("co_quan_thuc_hien", text_cleaning.line(cell_texts.get("agency", "")))
    record.set("co_quan_co_tham_quyen", text_cleaning.line(cell_texts.get("deciding", "")))
    numbers = legal_bases.numbers_in(cell_texts.get("law", ""))
    record.set("can_cu_phap_ly", [{"so_ky_hieu": number} for number in numbers])
    pieces = [(part, legal_bases.numbers_in(part)) for part in re.split(r"[\n;]", cell_texts["law"])] if numbers else []
    for number in numbers:
        piece, cited = next(((part, found) for part, found in pieces if number in found), ("", []))
        alone = len(cited) == 1
        record.laws.append(LawFacts(number, text_cleaning.paper_name(piece) if alone else ""))
    unnumbered = [text_cleaning.paper_name(part) for part, found in pieces if not found and _LAW.match(part)]
    if unnumbered:
        record.notes.append(f"Căn cứ pháp lý ở danh mục, chưa rõ số ký hiệu: {'; '.join(unnumbered)}")
    if cell_texts.get("law") and not numbers:
        record.notes.append(f"Căn cứ pháp lý ở danh mục, chưa rõ số ký hiệu: {text_cleaning.line(cell_texts['law'])}")
    _channels(record, cells, header)
    good, lost = code_lists.mapped(
        code_lists.split_list(text_cleaning.line(cell_texts.get("audience", ""))), code_lists.AUDIENCES
    )
    record.set("doi_tuong_thuc_hien", good)
    record.notes += [f"Đối tượng thực hiện ở danh mục: {'; '.join(lost)}."] if lost else []
    result = text_cleaning.paper_name(cell_texts.get("result", ""))
    record.set("ket_qua_thuc_hien", [{"ten": result, "mau_ket_qua": UNKNOWN}] if result else None)
    for key, label in _NOTES:
        if cell_texts.get(key):
            record.notes.append(f"{label}: {text_cleaning.line(cell_texts[key])}")
    online = [word for word in ("toàn trình", "một phần") if word in cell_texts.get("online", "").lower()]
    if len(online) > 1:
        record.flag_uncertain("muc_do_truc_tuyen", "danh mục ghi cả “toàn trình” và “một phần”")
    elif online:
        record.set("muc_do_truc_tuyen", online[0])


def _channels(record: DraftRecord, cells: dict[str, list[Cell]], header: list_header.Header) -> None:
    """Read columns “Trực tiếp”, “BCCI”, “Trực tuyến” with a cross, or a column “Cách thức” with words."""
    kinds: list[str] = []
    for column, cell in zip(header.columns.get("channel", ()), cells.get("channel", []), strict=False):
        title = header.titles[column].lower()
        own = [kind for pattern, kind in _CHANNEL if re.search(pattern, title)]
        says = _BINARY.get(cell.text.strip()) or symbols.mark(cell.text)
        if len(own) == 1 and says:
            kinds += own if says == "yes" else []
        elif cell.text and says != "no":
            kinds += [] if own else [kind for pattern, kind in _CHANNEL if re.search(pattern, cell.text.lower())]
            record.notes.append(f"{header.titles[column]}: {text_cleaning.line(cell.text)}")
            if own:
                what = f"ô “{header.titles[column]}” ghi “{text_cleaning.line(cell.text)[:40]}”"
                record.flag_uncertain("cach_thuc_thuc_hien", f"{what}, chưa rõ có hay không")
    record.set("cach_thuc_thuc_hien", [{"hinh_thuc_nop": kind} for kind in dict.fromkeys(kinds)])
