"""Import source: records with one text per official label, copied from the portal's pages; labels in any spelling.

These texts have lost their table borders. Each part that can be split has a certainty; what cannot be split is kept
as text in its section.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.importing import code_lists, text_cleaning
from generator.importing.draft_record import NATIONAL, DraftRecord, ImportRefused, Options, SourceFile, percent
from generator.importing.extract import channels, dates, fees, legal_bases, steps, time_limits
from generator.importing.extract.codes import code_of
from generator.importing.extract.papers import FormCollector
from generator.importing.in_batches import made_from
from generator.importing.name_match import NameIndex
from generator.importing.read_json import read_objects
from generator.importing.receiving import sector_of_record
from generator.importing.sources.national_api.source import conditions
from generator.importing.sources.national_flat import boxes, papers, shapes
from generator.importing.sources.national_flat import channels as flat_channels
from generator.importing.sources.national_flat import results as flat_results
from generator.importing.sources.national_flat.borders import with_borders
from generator.importing.sources.national_flat.shapes import label
from generator.importing.word_account import leaves
from generator.plain_data import Fields, Unchecked
from generator.schema.values import UNKNOWN
from generator.text.folding import fold

KIND = "national-flat"
HELP = "bản chép theo nhãn của Cổng quốc gia, mỗi phần một đoạn chữ (JSON, JSON từng dòng, gz)"
KEEPS_NAMELESS = True
_REMARKS = {"ghi chu", "luu y", "chu thich"}

# Model key of the parts, for the account of words.
_KEYS = {
    "name": "ten_thu_tuc",
    "steps": "trinh_tu_thuc_hien",
    "channels": "cach_thuc_thuc_hien",
    "papers": "thanh_phan_ho_so",
    "laws": "can_cu_phap_ly",
    "results": "ket_qua_thuc_hien",
    "conditions": "yeu_cau_dieu_kien",
}
_HOURS = re.compile(
    r"(?:^|[\n.;*\-+])\s{0,20}Thời gian tiếp nhận(?: hồ sơ)?\s{0,20}:\s{0,20}([^\n]{5,220}?)\s{0,20}"
    r"(?:\n|$|(?<=\))\.|(?<=[a-zà-ỹ])\.(?=\s|$))",
    re.IGNORECASE,
)
_SETS = re.compile(
    r"(?:số lượng(?: bộ)? hồ sơ|số bộ hồ sơ|số lượng)\s*+(?:nộp\s*+)?(?::\s*+)?(\d{1,2})\s*+(?:\([^)]{1,12}\)\s*+)?bộ",
    re.IGNORECASE,
)


def recognises(first: object) -> bool:
    """True if the first object of a file has the shape of this source."""
    return isinstance(first, dict) and {"steps", "channels"} <= shapes.collect(first)[0].keys() | {
        label(str(key)) for key in first
    }


def read(file: SourceFile, options: Options) -> Iterator[DraftRecord]:
    """Yield the records. Raises ImportRefused when the file does not have the shape of this source."""
    names = NameIndex(options.known)

    def several(found: tuple[str, Unchecked]) -> Iterator[tuple[str, Unchecked]]:
        inner, beside = boxes.opened(*found)
        if beside:
            file.warnings.append(f"{found[0]}: đứng ngoài các bản ghi, không đọc: {beside}")
            file.words.aside(found[0], beside, "đứng ngoài các bản ghi")
        yield from inner

    def make(found: tuple[str, Unchecked]) -> DraftRecord:
        location, item = found
        if not isinstance(item, dict):
            raise ImportRefused(f"{file.path}: {location} không phải một bản ghi (cần “nhãn: nội dung”).")
        if not {"name", "code"} & shapes.collect(item)[0].keys():
            raise ImportRefused(f"{file.path}: {location} không có nhãn nào của thủ tục (Mã thủ tục, Tên thủ tục …).")
        return record_of(location, item, options, names)

    items = (one for found in read_objects(file.path) for one in several(found))
    yield from (record for _, record in made_from(items, make, options.map_parallel))


def record_of(location: str, item: Fields, options: Options, names: NameIndex) -> DraftRecord:
    """The record of labels and their values, in any shape that `shapes` knows."""
    record = DraftRecord(location)
    values, others = shapes.collect(item)
    record.notes += [f"{key}: {text}" for key, text in others]
    ended = next((text for key, text in others if shapes.words_of(key.rpartition(".")[2]) in _REMARKS
                  and code_lists.ENDED.match(text)), "")  # fmt: skip
    _head(record, values, names, ended)
    _agencies(record, values)
    if options.leaves_out(record):
        return record
    results = flat_results.from_rows(values["results"]) if isinstance(values.get("results"), list) else None
    results = results or flat_results.split(values.get("results"))
    _words(record, values, results)
    _channels(record, values)
    _dossier(record, values)
    _steps(record, values)
    record.set("ket_qua_thuc_hien", [{"ten": name, "mau_ket_qua": UNKNOWN} for name in results.names])
    record.confidence["ket_qua_thuc_hien"] = results.confidence
    _laws(record, values)
    for key, share in record.confidence.items():
        if share < 1:
            record.flag_uncertain(key, f"tách từ văn bản liền, chắc chắn {percent(share)}%")
    url = text_cleaning.line(values.get("url"))
    kind = str(record.data["loai_thu_tuc"])  # a closed list, converted by a table
    read = [
        leaf._replace(text=kind if label(leaf.path.rpartition(".")[2]) == "kind" else with_borders(leaf.text, leaf.key))
        for leaf in leaves(item, keys={str(key): _KEYS.get(label(str(key)), "") for key in item})
    ]
    source = url or f"Bản chép từ Cổng Dịch vụ công quốc gia ({location})"
    return record.finalise(source, options.date, read, wording=NATIONAL)


def _text(values: Fields, key: str) -> str:
    """The text under a label, "" if it has none."""
    return text_cleaning.text_or_empty(values.get(key))


def _line(values: Fields, key: str) -> str:
    """The text under a label as one line; several texts become one list."""
    value = values.get(key)
    if isinstance(value, list) and all(isinstance(item, str) for item in value):
        return "; ".join(filter(None, map(text_cleaning.line, value)))
    return text_cleaning.line(_text(values, key))


def _head(record: DraftRecord, values: Fields, names: NameIndex, ended: str) -> None:
    """Code, name, field and the like. ended: a remark that says that the procedure has ended, else ""."""
    code, name = code_of(record, values.get("code")), text_cleaning.name(values.get("name"))
    whole, (name, marked) = name, code_lists.without_end(name)
    record.notes += [f"Tên ở nguồn: {whole}."] if marked else []
    if not code and name:
        match = names.find(name)
        if match.certainty >= 1 and match.code:
            code = match.code
            record.flag_uncertain("ma_thu_tuc", "mã lấy theo tên trùng khớp duy nhất trong danh mục")
        elif match.candidates:
            shown = "; ".join(f"{candidate} ({round(100 * share)}%)" for candidate, share in match.candidates)
            record.notes.append(f"Nguồn không có mã; mã có tên gần giống: {shown}.")
    record.set("ma_thu_tuc", code)
    record.set("ten_thu_tuc", name)
    field_name = _text(values, "field").replace("\n", " ")
    record.set("linh_vuc", text_cleaning.sentence_case(field_name))
    found = code_lists.split_list(_line(values, "levels"))
    good, lost = code_lists.mapped(found, code_lists.LEVELS)
    record.set("cap_thuc_hien", good)
    if lost:
        record.notes.append(f"Cấp thực hiện ở nguồn: {', '.join(found)}.")
    kind = _line(values, "kind")
    record.set("loai_thu_tuc", code_lists.KINDS.get(fold(kind).strip(" ."), UNKNOWN))
    if kind and record.data["loai_thu_tuc"] == UNKNOWN:
        record.notes.append(f"Loại thủ tục ở nguồn: {kind}.")
    shown = _line(values, "decision")
    number = re.sub(r"^quyết định(?: số)?\s*:?\s*", "", shown, flags=re.IGNORECASE)
    if number:
        days = dates.find_date(text_cleaning.line(values.get("decided")))
        body = _line(values, "announcer")
        decision = {
            "so": number,
            "ngay": days[0][0] if days else UNKNOWN,
            "co_quan": body or code_lists.body_of(number),
        }
        record.set("quyet_dinh_cong_bo", {key: value for key, value in decision.items() if value})
    record.set("hieu_luc", {"tu": UNKNOWN})
    if code and not re.fullmatch(r"\d\.\d{6}", code) and re.search(r"x[oó]a$", code, re.IGNORECASE):
        record.state = "abolished"
    state = _line(values, "state")
    said = state if code_lists.ENDED.match(state) else marked or ended
    if said:
        record.state = "abolished"
        record.set("bai_bo", {"van_ban": UNKNOWN})
        record.flag_uncertain("bai_bo", f"nguồn ghi “{said[:60]}”, chưa rõ văn bản và ngày bãi bỏ")
    if state:
        record.notes.append(f"Trạng thái ở nguồn: {state}.")


def _words(record: DraftRecord, values: Fields, results: flat_results.ResultSplit) -> None:
    keywords = [word for part in re.split(r"[;\n]", _text(values, "keywords")) if (word := text_cleaning.line(part))]
    record.set("tu_khoa", list(dict.fromkeys([*keywords, *results.keywords])))
    record.set("mo_ta", _text(values, "summary") or results.summary)
    audiences = code_lists.split_list(_line(values, "who"))
    good, _ = code_lists.mapped(audiences, code_lists.AUDIENCES)
    record.set("doi_tuong_thuc_hien", good)
    if {fold(name) for name in audiences} != {fold(name) for name in good}:
        record.notes.append(f"Đối tượng thực hiện ở nguồn: {'; '.join(audiences)}.")
    text = _text(values, "conditions")
    before, tail, after = text.partition("Từ khóa")
    value = conditions(before if tail and "Mô tả" in after else text)
    record.set("yeu_cau_dieu_kien", value)
    if value == UNKNOWN:
        record.flag_uncertain("yeu_cau_dieu_kien", "nguồn không có thông tin về yêu cầu, điều kiện")
    related = _text(values, "related")
    if related:
        names = [
            text_cleaning.line(part)
            for part in re.split(r"(?<!\d)\d++(?=[A-ZĐ])", related.removeprefix("#Tên thủ tục"))
            if part.strip()
        ]
        record.notes.append(f"Thủ tục liên quan ở nguồn: {'; '.join(names)}.")


def _channels(record: DraftRecord, values: Fields) -> None:
    value = values.get("channels")
    if isinstance(value, list):
        found = flat_channels.from_tables(value)
        rest, record.confidence["cach_thuc_thuc_hien"] = "", 1.0
    else:
        found, rest, record.confidence["cach_thuc_thuc_hien"] = flat_channels.split(value)
    bare = all(row.limit.value is None and not row.fees for row in found)  # no more than names and descriptions
    limit_text, fee_text = (_text(values, key) for key in ("limit", "fees"))
    for text, title, key in ((limit_text, "Thời hạn", "thoi_han_giai_quyet"), (fee_text, "Phí, lệ phí", "phi_le_phi")):
        if text and not bare:
            record.notes.append(f"{title} ghi riêng ở nguồn: {text}")
        elif text and key == "thoi_han_giai_quyet":
            limit = time_limits.from_sentence(text)
            record.set(key, limit.value)
            record.doubts += [(key, limit.reason)] if limit.reason else []
        elif text:
            amount, reasons = fees.join_fees([fees.from_sentence(text)])
            record.set(key, amount)
            record.doubts += [(key, why) for why in reasons]
    if rest:
        record.notes.append(f"Cách thức thực hiện ở nguồn, chưa tách được: {rest}")
    if found and bare:
        described = [(row.kind, text_cleaning.no_bullet(row.note)) for row in found]
        record.set(
            "cach_thuc_thuc_hien",
            [{"hinh_thuc_nop": kind, **({"mo_ta": note} if note else {})} for kind, note in dict.fromkeys(described)],
        )
    elif found:
        channels.set_channels(record, found)
        record.set(
            "muc_do_truc_tuyen", UNKNOWN if any(row.kind == "trực tuyến" for row in found) else "chưa trực tuyến"
        )
    texts = [values.get(key) for key in ("steps", "conditions", "papers")]
    said = [text_cleaning.text(text) for text in texts if isinstance(text, str)]
    fees.free_contradicted(record, [*(row.note for row in found), *said])


def _dossier(record: DraftRecord, values: Fields) -> None:
    forms = FormCollector()
    value = values.get("papers")
    found = papers.from_tables(value, forms) if isinstance(value, list) else papers.split(value, forms)
    dossier: Fields = {}
    stated = f"số bộ hồ sơ: {text_cleaning.text(values.get('sets'))}"
    sets = _SETS.search(" ".join([*found.notes, stated, record.data.get("mo_ta", "")]))
    if sets and int(sets[1]):
        dossier["so_bo"] = int(sets[1])
    for key, part in (("giay_to_chung", found.papers), ("truong_hop", found.cases), ("nguyen_van", found.notes)):
        if part:
            dossier[key] = part
    record.set("thanh_phan_ho_so", dossier)
    record.confidence["thanh_phan_ho_so"] = found.confidence
    record.set("bieu_mau", forms.lines or UNKNOWN)
    record.flag_uncertain(
        "bieu_mau", "mẫu lấy theo tên tệp đính kèm ở nguồn" if forms.lines else "nguồn không đính kèm mẫu nào"
    )


def _steps(record: DraftRecord, values: Fields) -> None:
    value = values.get("steps")
    if isinstance(value, list) and any(isinstance(row, dict) for row in value):
        made = [
            steps.from_named(*(text_cleaning.text(row.get(key)) for key in ("ten", "noi dung", "nguoi thuc hien")))
            for row in value
            if isinstance(row, dict)
        ]
        found = [step for part, _ in made for step in part]
        record.confidence["trinh_tu_thuc_hien"] = min((sure for _, sure in made), default=1.0)
    else:
        found, record.confidence["trinh_tu_thuc_hien"] = steps.split(text_cleaning.text_or_empty(value))
    record.set("trinh_tu_thuc_hien", found)
    if any(step["nguoi_thuc_hien"] == UNKNOWN for step in found):
        record.flag_uncertain("trinh_tu_thuc_hien", "có bước chưa rõ ai thực hiện")


def _agencies(record: DraftRecord, values: Fields) -> None:
    for key, part in (
        ("co_quan_thuc_hien", "executing"), ("co_quan_co_tham_quyen", "deciding"), ("dia_chi_tiep_nhan_ho_so", "place"),
        ("co_quan_duoc_uy_quyen", "delegated"), ("co_quan_phoi_hop", "coordinating"),
    ):  # fmt: skip
        record.set(key, _text(values, part))
    record.set("nganh_doc", sector_of_record(record))
    hours = _text(values, "hours") or next(
        (
            match[1]
            for part in ("steps", "channels")
            if isinstance(values.get(part), str) and (match := _HOURS.search(text_cleaning.text(values[part])))
        ),
        "",
    )
    record.set("thoi_gian_tiep_nhan", text_cleaning.line(hours).rstrip("."))


def _laws(record: DraftRecord, values: Fields) -> None:
    value, articles = values.get("laws"), dict[str, str]()
    if isinstance(value, list) and any(isinstance(row, dict) for row in value):
        facts, rest = legal_bases.from_rows(value)
        cells = [[text_cleaning.line(row.get(key)) for key in ("so ky hieu", "dieu khoan")]
                 for row in value if isinstance(row, dict)]  # fmt: skip
        articles = {number: article for number, article in cells if article}
    else:
        facts, rest = legal_bases.split_glued(text_cleaning.text_or_empty(value))
    cited = [{"so_ky_hieu": fact.number, "dieu_khoan": articles.get(fact.number, "")} for fact in facts]
    record.set("can_cu_phap_ly", [{key: text for key, text in one.items() if text} for one in cited])
    record.laws += facts
    record.confidence["can_cu_phap_ly"] = 1.0 if not rest else len(facts) / (len(facts) + len(rest))
    if rest:
        record.flag_uncertain("can_cu_phap_ly", "có văn bản chưa rõ số ký hiệu")
    record.notes += [f"Căn cứ pháp lý chưa rõ số ký hiệu: {text}" for text in rest]
