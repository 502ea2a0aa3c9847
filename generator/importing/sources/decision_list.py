"""The annex of a provincial decision: a list of procedures in XLSX or DOCX, with or without codes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from generator.importing import clean, document_rows, fees, labels, legal_bases, list_header, list_sections, sheet_rows
from generator.importing.imported import Imported, ImportRefused, LawFacts, Options, SourceFile
from generator.importing.list_rows import Row, Table
from generator.importing.name_match import Names
from generator.importing.time_limits import from_sentence
from generator.model.values import UNKNOWN

KIND = "decision-list"
HELP = "danh mục kèm theo quyết định của tỉnh (XLSX, DOCX)"
KEEPS_NAMELESS = False
_CODE = re.compile(r"(?<!\d)(\d)\s?[.,]\s?(\d{6})(?!\d)((?:\.\d{2,3})+\.[A-Z]\d+(?:\.\d+)*)?")
_CHANNEL = (
    (r"trực tiếp", "trực tiếp"),
    (r"bưu (?:chính|điện)|bcci", "bưu chính"),
    (r"trực tuyến|dịch vụ công", "trực tuyến"),
)


def recognises(first: Any) -> bool:
    """A list is no JSON: never recognised by its objects."""
    return False


def read(file: SourceFile, options: Options) -> Iterator[Imported]:
    """Yield a record a row. Raises ImportRefused when the file is no list of procedures."""
    tables = _tables(file)
    names = Names(options.known)
    before: list_header.Header | None = None
    found = False
    heading = "\n".join(table.heading for table in tables)
    for table in tables:
        file.warnings += table.warnings
        header = list_header.find(table)
        start = header.end if header else 0
        if header is None and before is not None and table.rows and len(table.rows[0].cells) == len(before.titles):
            header = before  # the list goes on in a new table without printing its header again
        if header is None:
            continue
        found, before = True, header
        words = "\n".join([table.heading, *(" ".join(row.texts()) for row in table.rows[: max(0, start - 1)]), heading])
        yield from _list(file, table, header, start, words, names, options)
    if not found:
        raise ImportRefused(
            f"{file.path}: không tìm thấy dòng tiêu đề (cần cột “Tên thủ tục hành chính” và ít nhất hai cột khác như Mã, Thời hạn, Phí, Căn cứ pháp lý)."
        )


def _tables(file: SourceFile) -> list[Table]:
    ending = file.path.suffix.lower()
    if ending in {".xlsx", ".xlsm", ".xls", ".xltx", ".xltm"}:
        return sheet_rows.read_tables(file.path)
    if ending in {".docx", ".docm", ".doc", ".dotx"}:
        return document_rows.read_tables(file.path)
    raise ImportRefused(f"{file.path}: chỉ đọc được .xlsx và .docx. Lưu lại tệp thành một trong hai dạng này.")


def _list(
    file: SourceFile, table: Table, header: list_header.Header, start: int, words: str, names: Names, options: Options
) -> Iterator[Imported]:
    section = list_sections.Section()
    for text in (
        row_text for row in table.rows[: max(0, start - 1)] if (row_text := list_sections.section_text(row, ()))
    ):
        low = text.lower()
        section.levels = [
            word
            for part, word in (("cấp tỉnh", "cấp tỉnh"), ("cấp huyện", "cấp huyện"), ("cấp xã", "cấp xã"))
            if part in low
        ] or section.levels
    decision = list_sections.decision(words)
    hidden = []
    for row in table.rows[start:]:
        if row.hidden and not options.hidden:
            if any(row.texts()):
                hidden.append(row.where)
            continue
        if not any(row.texts()) or list_header.is_repeat(row, header):
            continue
        title = list_sections.section_text(row, header.columns.get("number", ()))
        if title:
            plain = not any(cell.merged > 1 or cell.repeated for cell in row.cells if cell.text)
            if not list_sections.enter(section, title) or plain:
                file.warnings.append(
                    f"{row.where}: hiểu là dòng tiêu đề của một phần, không phải thủ tục: {title[:120]}"
                )
            continue
        cells = {
            meaning: [row.cells[column] for column in columns if column < len(row.cells)]
            for meaning, columns in header.columns.items()
        }
        record = _record(row, cells, header, section, decision, names, options)
        if record.name:
            yield record
        else:
            file.warnings.append(
                f"{row.where}: không có tên thủ tục, không nhập: {' | '.join(text for text in row.texts() if text)[:160]}"
            )
    if hidden:
        file.warnings.append(
            f"{len(hidden)} dòng ẩn không được nhập: {', '.join(hidden[:12])}{' …' if len(hidden) > 12 else ''} (thêm --hidden để nhập)"
        )


def _record(
    row: Row,
    cells: dict[str, list[Any]],
    header: list_header.Header,
    section: list_sections.Section,
    decision: dict[str, Any],
    names: Names,
    options: Options,
) -> Imported:
    record = Imported(row.where)
    given = {key: "\n".join(dict.fromkeys(cell.text for cell in group if cell.text)) for key, group in cells.items()}
    name = given.get("name", "")
    field_name = clean.sentence_case(clean.line(given.get("field", ""))) or section.field_name
    code = _code(record, given.get("code", ""), next((cell.code for cell in cells.get("code", []) if cell.code), ""))
    inside = _CODE.search(name)
    if not code and inside:
        code, name = f"{inside[1]}.{inside[2]}", name.replace(inside[0], "").strip(" ()-–\n")
    record.put("ten_thu_tuc", clean.name(re.sub(r"^\d{1,3}[.)]\s+", "", name)))
    if not code and record.name:
        code = _by_name(record, names, field_name, options)
    record.put("ma_thu_tuc", code)
    record.put("linh_vuc", field_name)
    levels, lost = labels.mapped(labels.split_list(clean.line(given.get("level", ""))), labels.LEVELS)
    record.put("cap_thuc_hien", levels or list(section.levels))
    record.notes += [f"Cấp thực hiện ở danh mục: {', '.join(lost)}."] if lost else []
    if decision:
        record.put(
            "quyet_dinh_cong_bo",
            {
                "so": decision["so"],
                "ngay": decision.get("ngay", UNKNOWN),
                **({"co_quan": decision["co_quan"]} if "co_quan" in decision else {}),
            },
        )
    record.put("hieu_luc", {"tu": UNKNOWN})
    if section.abolished:
        record.state = "abolished"
        record.put("bai_bo", {"van_ban": decision.get("so", UNKNOWN)})
        record.doubt("bai_bo", "thủ tục nằm trong phần bãi bỏ của danh mục, chưa rõ ngày bãi bỏ")
    _facts(record, given, cells, header)
    source = f"Quyết định {decision['so']}" if decision else "Danh mục kèm theo quyết định"
    return record.finish(f"{source}, {row.where}", options.date or decision.get("ngay"))


def _code(record: Imported, text: str, restored: str) -> str:
    if restored:
        if text != restored:
            record.notes.append(f"Mã nhập dạng số ({text}), khôi phục thành {restored}.")
        return restored
    match = _CODE.search(clean.line(text))
    if match:
        code = f"{match[1]}.{match[2]}"
        if match[3]:
            record.notes.append(f"Mã áp dụng ở danh mục: {clean.line(text)}.")
        elif clean.line(text) != code:
            record.notes.append(f"Mã ở danh mục viết là “{clean.line(text)}”.")
        return code
    return clean.line(text) if re.fullmatch(r"[\d.]{3}\S*", clean.line(text)) else ""


def _by_name(record: Imported, names: Names, field_name: str, options: Options) -> str:
    match = names.find(record.name, field_name)
    best = match.candidates[0] if match.candidates else ("", 0.0)
    near_only = len(match.candidates) < 2 or match.candidates[1][1] < best[1] - 0.05
    if match.code or (best[1] >= options.accept_match and near_only and best[1] > 0.75):
        record.doubt("ma_thu_tuc", f"mã lấy theo tên, giống {round(100 * best[1])}%")
        record.notes.append(
            f"Danh mục không có mã; mã {match.code or best[0]} lấy theo tên, giống {round(100 * best[1])}%."
        )
        return match.code or best[0]
    shown = "; ".join(f"{code} ({round(100 * share)}%)" for code, share in match.candidates)
    record.doubt(
        "ma_thu_tuc", f"không có mã; gần giống: {shown}" if shown else "không có mã, không có tên nào gần giống"
    )
    return ""


def _facts(record: Imported, given: dict[str, str], cells: dict[str, list[Any]], header: list_header.Header) -> None:
    limit = from_sentence(given.get("limit", ""))
    record.put("thoi_han_giai_quyet", limit.value)
    if limit.why:
        record.doubt("thoi_han_giai_quyet", limit.why)
    if given.get("fee"):
        parts = [
            fees.from_sentence(part) for part in re.split(r"\n\s*[-+•]?\s*", given["fee"].strip("-+• ")) if part.strip()
        ]
        uncertain = any(part.why for part in parts)
        value, whys = fees.joined([fees.from_sentence(given["fee"])] if uncertain else parts)
        record.put("phi_le_phi", value)
        for why in whys:
            record.doubt("phi_le_phi", why)
    record.put("dia_chi_tiep_nhan_ho_so", given.get("place", ""))
    record.put("co_quan_thuc_hien", clean.line(given.get("agency", "")))
    record.put("co_quan_co_tham_quyen", clean.line(given.get("deciding", "")))
    numbers = legal_bases.numbers_in(given.get("law", ""))
    record.put("can_cu_phap_ly", [{"so_ky_hieu": number} for number in numbers])
    for number in numbers:
        piece = next((part for part in re.split(r"[\n;]", given["law"]) if number in legal_bases.numbers_in(part)), "")
        alone = len(legal_bases.numbers_in(piece)) == 1
        record.laws.append(LawFacts(number, clean.paper_name(piece) if alone else ""))
    if given.get("law") and not numbers:
        record.notes.append(f"Căn cứ pháp lý ở danh mục, chưa rõ số ký hiệu: {clean.line(given['law'])}")
    _channels(record, cells, header)
    for key, label in (("online", "Mức độ dịch vụ công"), ("note", "Ghi chú ở danh mục")):
        if given.get(key):
            record.notes.append(f"{label}: {clean.line(given[key])}")
    if re.search("toàn trình", given.get("online", ""), re.IGNORECASE):
        record.put("muc_do_truc_tuyen", "toàn trình")
    elif re.search("một phần", given.get("online", ""), re.IGNORECASE):
        record.put("muc_do_truc_tuyen", "một phần")


def _channels(record: Imported, cells: dict[str, list[Any]], header: list_header.Header) -> None:
    """Columns “Trực tiếp”, “BCCI”, “Trực tuyến” with a cross; a column “Cách thức” with words."""
    kinds: list[str] = []
    for column, cell in zip(header.columns.get("channel", ()), cells.get("channel", []), strict=False):
        title = header.titles[column].lower()
        own = [kind for pattern, kind in _CHANNEL if re.search(pattern, title)]
        if len(own) == 1 and re.fullmatch(r"\W*(?:x|có|v|✓|√|☑)\W*", cell.text.lower()):
            kinds += own
        elif cell.text and not own:
            kinds += [kind for pattern, kind in _CHANNEL if re.search(pattern, cell.text.lower())]
            record.notes.append(f"{header.titles[column]}: {clean.line(cell.text)}")
        elif cell.text and own and not re.fullmatch(r"\W*(?:không)?\W*", cell.text.lower()):
            record.notes.append(f"{header.titles[column]}: {clean.line(cell.text)}")
    record.put("cach_thuc_thuc_hien", [{"hinh_thuc_nop": kind} for kind in dict.fromkeys(kinds)])
