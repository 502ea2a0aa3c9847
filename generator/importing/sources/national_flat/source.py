"""Import source: records with one text per official label, copied from the portal's pages; labels in any spelling.

These texts have lost their table borders. Each part that can be split has a certainty; what cannot be split is kept
as text in its section.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from generator.importing import code_lists, text_cleaning
from generator.importing.draft_record import DraftRecord, ImportRefused, Options, SourceFile, percent
from generator.importing.extract import channels, legal_bases, steps
from generator.importing.extract.papers import FormCollector
from generator.importing.name_match import NameIndex
from generator.importing.read_json import read_objects
from generator.importing.sources.national_api.source import conditions
from generator.importing.sources.national_flat import channels as flat_channels
from generator.importing.sources.national_flat import papers
from generator.importing.sources.national_flat import results as flat_results
from generator.importing.word_account import leaves
from generator.problem import fold
from generator.schema.values import UNKNOWN

KIND = "national-flat"
HELP = "bản chép theo nhãn của Cổng quốc gia, mỗi phần một đoạn chữ (JSON, JSON từng dòng, gz)"
KEEPS_NAMELESS = True

_LABELS = {
    "code": ("ma thu tuc", "ma tthc", "ma so", "ma"), "url": ("detail url", "url", "dia chi trang", "link", "nguon"),
    "name": ("ten thu tuc", "ten tthc", "ten thu tuc hanh chinh", "title", "ten", "thu tuc hanh chinh"),
    "decision": ("so quyet dinh", "quyet dinh cong bo", "so quyet dinh cong bo"), "levels": ("cap thuc hien",),
    "kind": ("loai thu tuc", "loai tthc"), "field": ("linh vuc",), "who": ("doi tuong thuc hien",),
    "deciding": ("co quan co tham quyen", "co quan co tham quyen quyet dinh"),
    "place": ("dia chi tiep nhan", "dia chi tiep nhan ho so", "noi tiep nhan ho so"),
    "delegated": ("co quan duoc uy quyen",), "coordinating": ("co quan phoi hop",), "related": ("thu tuc lien quan",),
    "steps": ("trinh tu thuc hien",), "channels": ("cach thuc thuc hien",), "papers": ("thanh phan ho so", "ho so"),
    "laws": ("can cu phap ly",), "executing": ("co quan thuc hien", "co quan truc tiep thuc hien"),
    "conditions": ("yeu cau dieu kien", "yeu cau dieu kien thuc hien"),
    "results": ("ket qua xu ly", "ket qua thuc hien", "ket qua"), "summary": ("mo ta",), "keywords": ("tu khoa",),
    "limit": ("thoi han giai quyet",), "fees": ("phi le phi", "phi", "le phi"),
    "sets": ("so luong ho so", "so bo ho so"), "hours": ("thoi gian tiep nhan", "thoi gian tiep nhan ho so"),
}  # fmt: skip
_BY_LABEL = {label: key for key, all_labels in _LABELS.items() for label in all_labels}
# Model key of the parts, for the account of words.
_KEYS = {
    "name": "ten_thu_tuc", "steps": "trinh_tu_thuc_hien", "channels": "cach_thuc_thuc_hien", "papers": "thanh_phan_ho_so",
    "laws": "can_cu_phap_ly", "results": "ket_qua_thuc_hien", "conditions": "yeu_cau_dieu_kien",
}  # fmt: skip
# Titles and fixed words of the tables whose borders were lost: a cell begins and ends there, and before a capital.
_FIXED = re.compile(
    r"(Tên giấy tờ|Mẫu đơn, tờ khai|Số lượng|\d bản (?:chính|sao)(?! )|Hình thức nộp|Thời gian(?=Phí)|Phí, lệ phí|Từ khóa"
    r"|Mô tả|Mã: ?[\w.\-]*?(?=Từ khóa|\s|$)|Không có thông tin|Miễn phí|Tên văn bản pháp lý|Mã văn bản|Trực tuyến|Trực tiếp"
    r"|Dịch vụ bưu chính|Ngày làm việc|VNĐ)"
)
_LOWER = "".join(char for char in map(chr, range(0x61, 0x1EFA)) if char.islower() and (char < "ɏ" or char > "ẟ"))
_CAPITAL = re.compile(
    rf"([{_LOWER};.)])([A-ZĐ])|(/[A-ZĐ]{{2,4}}-[A-ZĐ]{{2,8}}?)(?=[A-ZĐ][{_LOWER}])|([{_LOWER}])(?=\d+(?:\.\d)?/)"
)
_HOURS = re.compile(
    r"(?:^|[\n.;*\-+])\s{0,20}Thời gian tiếp nhận(?: hồ sơ)?\s{0,20}:\s{0,20}([^\n]{5,220}?)\s{0,20}"
    r"(?:\n|$|(?<=\))\.|(?<=[a-zà-ỹ])\.(?=\s|$))",
    re.IGNORECASE,
)
_SETS = re.compile(
    r"(?:số lượng(?: bộ)? hồ sơ|số bộ hồ sơ|số lượng)\s*+(?:nộp\s*+)?(?::\s*+)?(\d{1,2})\s*+(?:\([^)]{1,12}\)\s*+)?bộ",
    re.IGNORECASE,
)


def recognises(first: Any) -> bool:
    """True if the first object of a file has the shape of this source."""
    return isinstance(first, dict) and {"steps", "channels"} <= {_label(key) for key in first}


def read(file: SourceFile, options: Options) -> Iterator[DraftRecord]:
    """Yield the records. Raises ImportRefused when the file does not have the shape of this source."""
    names = NameIndex(options.known)
    for where, item in read_objects(file.path):
        if not isinstance(item, dict):
            raise ImportRefused(f"{file.path}: {where} không phải một bản ghi (cần “nhãn: nội dung”).")
        found = {_label(key) for key in item}
        if "name" not in found and "code" not in found:
            raise ImportRefused(f"{file.path}: {where} không có nhãn nào của thủ tục (Mã thủ tục, Tên thủ tục …).")
        yield _record(where, item, options, names)


@lru_cache(maxsize=4096)
def _label(key: str) -> str:
    """The field of a label in any spelling: “Yêu cầu, điều kiện thực hiện”, yeu_cau_dieu_kien, YeuCauDieuKien."""
    spaced = str(key) if " " in str(key) else re.sub(r"(?<=[a-z])(?=[A-Z])", " ", str(key))
    words = re.sub(r"[^a-z0-9]+", " ", fold(spaced)).strip()
    joined = {label.replace(" ", ""): value for label, value in _BY_LABEL.items()} if " " not in words else {}
    return _BY_LABEL.get(words) or joined.get(words, "")


def _record(where: str, item: dict[str, Any], options: Options, names: NameIndex) -> DraftRecord:
    record = DraftRecord(where)
    values: dict[str, Any] = {}
    for key, value in item.items():
        meaning = _label(key)
        if meaning and meaning not in values:
            values[meaning] = value
        elif text_cleaning.text_or_empty(value):
            record.notes.append(f"{text_cleaning.line(key)}: {text_cleaning.text(value)}")
    _head(record, values, names)
    results = flat_results.split(values.get("results"))
    _words(record, values, results)
    _channels(record, values)
    _dossier(record, values)
    _steps(record, values)
    _agencies(record, values)
    record.put("ket_qua_thuc_hien", [{"ten": name, "mau_ket_qua": UNKNOWN} for name in results.names])
    record.sure["ket_qua_thuc_hien"] = results.sure
    _laws(record, values)
    for key, share in record.sure.items():
        if share < 1:
            record.doubt(key, f"tách từ văn bản liền, chắc chắn {percent(share)}%")
    url = text_cleaning.line(values.get("url"))
    read = [
        leaf._replace(text=_cells(leaf.text, leaf.key) if _label(leaf.path) != "kind" else str(record.data["loai_thu_tuc"]))
        for leaf in leaves(item, keys={key: _KEYS.get(_label(key), "") for key in item})
    ]  # fmt: skip
    return record.finish(url or f"Bản chép từ Cổng Dịch vụ công quốc gia ({where})", options.date, read)


def _cells(text: str, key: str) -> str:
    """The text of a table without borders as lines, without the controls of the page."""
    text = text.partition("Chọn cơ quan thực hiện")[0]
    return _CAPITAL.sub(r"\1\3\4\n\2", _FIXED.sub(r"\n\1\n", text)) if key and key != "trinh_tu_thuc_hien" else text


def _head(record: DraftRecord, values: dict[str, Any], names: NameIndex) -> None:
    code, name = text_cleaning.line(values.get("code")), text_cleaning.name(values.get("name"))
    applied = re.fullmatch(r"(\d\.\d{6})((?:\.\d{2,3})+\.[A-Z]\d+(?:\.\d+)*)", code)
    if applied:
        record.notes.append(f"Mã áp dụng ở nguồn: {code}.")
        code = applied[1]
    if not code and name:
        match = names.find(name)
        if match.certainty >= 1 and match.code:
            code = match.code
            record.doubt("ma_thu_tuc", "mã lấy theo tên trùng khớp duy nhất trong danh mục")
        elif match.candidates:
            shown = "; ".join(f"{candidate} ({round(100 * share)}%)" for candidate, share in match.candidates)
            record.notes.append(f"Nguồn không có mã; mã có tên gần giống: {shown}.")
    record.put("ma_thu_tuc", code)
    record.put("ten_thu_tuc", name)
    field_name = text_cleaning.text_or_empty(values.get("field")).replace("\n", " ")
    record.put("linh_vuc", text_cleaning.sentence_case(field_name))
    found = code_lists.split_list(text_cleaning.line(text_cleaning.text_or_empty(values.get("levels"))))
    good, lost = code_lists.mapped(found, code_lists.LEVELS)
    record.put("cap_thuc_hien", good)
    if lost:
        record.notes.append(f"Cấp thực hiện ở nguồn: {', '.join(found)}.")
    kind = text_cleaning.line(text_cleaning.text_or_empty(values.get("kind")))
    record.put("loai_thu_tuc", code_lists.KINDS.get(fold(kind).strip(" ."), UNKNOWN))
    if kind and record.data["loai_thu_tuc"] == UNKNOWN:
        record.notes.append(f"Loại thủ tục ở nguồn: {kind}.")
    number = text_cleaning.line(text_cleaning.text_or_empty(values.get("decision")))
    if number:
        decision = {"so": number, "ngay": UNKNOWN, "co_quan": code_lists.body_of(number)}
        record.put("quyet_dinh_cong_bo", {key: value for key, value in decision.items() if value})
    record.put("hieu_luc", {"tu": UNKNOWN})
    if code and not re.fullmatch(r"\d\.\d{6}", code) and re.search(r"x[oó]a$", code, re.IGNORECASE):
        record.state = "abolished"


def _words(record: DraftRecord, values: dict[str, Any], results: flat_results.ResultSplit) -> None:
    keywords = [
        word
        for part in re.split(r"[;\n]", text_cleaning.text_or_empty(values.get("keywords")))
        if (word := text_cleaning.line(part))
    ]
    record.put("tu_khoa", list(dict.fromkeys([*keywords, *results.keywords])))
    record.put("mo_ta", text_cleaning.text_or_empty(values.get("summary")) or results.summary)
    audiences = code_lists.split_list(text_cleaning.line(text_cleaning.text_or_empty(values.get("who"))))
    good, _ = code_lists.mapped(audiences, code_lists.AUDIENCES)
    record.put("doi_tuong_thuc_hien", good)
    if {fold(name) for name in audiences} != {fold(name) for name in good}:
        record.notes.append(f"Đối tượng thực hiện ở nguồn: {'; '.join(audiences)}.")
    text = text_cleaning.text_or_empty(values.get("conditions"))
    before, tail, after = text.partition("Từ khóa")
    value = conditions(before if tail and "Mô tả" in after else text)
    record.put("yeu_cau_dieu_kien", value)
    if value == UNKNOWN:
        record.doubt("yeu_cau_dieu_kien", "nguồn không có thông tin về yêu cầu, điều kiện")
    related = text_cleaning.text_or_empty(values.get("related"))
    if related:
        names = [
            text_cleaning.line(part)
            for part in re.split(r"(?<!\d)\d++(?=[A-ZĐ])", related.removeprefix("#Tên thủ tục"))
            if part.strip()
        ]
        record.notes.append(f"Thủ tục liên quan ở nguồn: {'; '.join(names)}.")


def _channels(record: DraftRecord, values: dict[str, Any]) -> None:
    value = values.get("channels")
    if isinstance(value, list):
        found = flat_channels.from_tables(value)
        rest, record.sure["cach_thuc_thuc_hien"] = "", 1.0
    else:
        found, rest, record.sure["cach_thuc_thuc_hien"] = flat_channels.split(value)
    for key, text in (
        ("limit", text_cleaning.text_or_empty(values.get("limit"))),
        ("fees", text_cleaning.text_or_empty(values.get("fees"))),
    ):
        if text:
            record.notes.append(f"{'Thời hạn' if key == 'limit' else 'Phí, lệ phí'} ghi riêng ở nguồn: {text}")
    if rest:
        record.notes.append(f"Cách thức thực hiện ở nguồn, chưa tách được: {rest}")
    channels.set_channels(record, found)
    if found:
        record.put(
            "muc_do_truc_tuyen", UNKNOWN if any(row.kind == "trực tuyến" for row in found) else "chưa trực tuyến"
        )
        _free_against_text(record, found)


def _free_against_text(record: DraftRecord, rows_found: list[channels.DraftChannel]) -> None:
    """Reset “Miễn phí” to unknown when the text mentions fees: the database stores 0 for “see the text”."""
    if record.data.get("phi_le_phi") != "không":
        return
    words = " ".join(row.note for row in rows_found)
    if re.search(
        r"(?:lệ )?phí[^.\n]{0,160}(?:\d[\d.]{3,} ?đ|hội đồng nhân dân|hđnd|thông tư)|mức (?:thu )?(?:lệ )?phí",
        words,
        re.IGNORECASE,
    ):
        record.data["phi_le_phi"] = UNKNOWN
        record.doubt("phi_le_phi", "nguồn ghi “Miễn phí” nhưng phần mô tả lại nói tới mức phí")


def _dossier(record: DraftRecord, values: dict[str, Any]) -> None:
    forms = FormCollector()
    value = values.get("papers")
    found = papers.from_tables(value, forms) if isinstance(value, list) else papers.split(value, forms)
    dossier: dict[str, Any] = {}
    sets = _SETS.search(" ".join([*found.notes, text_cleaning.text(values.get("sets")), record.data.get("mo_ta", "")]))
    if sets and int(sets[1]):
        dossier["so_bo"] = int(sets[1])
    for key, part in (("giay_to_chung", found.papers), ("truong_hop", found.cases), ("nguyen_van", found.notes)):
        if part:
            dossier[key] = part
    record.put("thanh_phan_ho_so", dossier)
    record.sure["thanh_phan_ho_so"] = found.sure
    record.put("bieu_mau", forms.lines or UNKNOWN)
    record.doubt("bieu_mau", "mẫu lấy theo tên tệp đính kèm ở nguồn" if forms.lines else "nguồn không đính kèm mẫu nào")


def _steps(record: DraftRecord, values: dict[str, Any]) -> None:
    found, record.sure["trinh_tu_thuc_hien"] = steps.split(text_cleaning.text_or_empty(values.get("steps")))
    record.put("trinh_tu_thuc_hien", found)
    if any(step["nguoi_thuc_hien"] == UNKNOWN for step in found):
        record.doubt("trinh_tu_thuc_hien", "có bước chưa rõ ai thực hiện")


def _agencies(record: DraftRecord, values: dict[str, Any]) -> None:
    for key, part in (
        ("co_quan_thuc_hien", "executing"), ("co_quan_co_tham_quyen", "deciding"), ("dia_chi_tiep_nhan_ho_so", "place"),
        ("co_quan_duoc_uy_quyen", "delegated"), ("co_quan_phoi_hop", "coordinating"),
    ):  # fmt: skip
        record.put(key, text_cleaning.text_or_empty(values.get(part)))
    hours = text_cleaning.text_or_empty(values.get("hours")) or next(
        (
            match[1]
            for part in ("steps", "channels")
            if isinstance(values.get(part), str) and (match := _HOURS.search(text_cleaning.text(values[part])))
        ),
        "",
    )
    record.put("thoi_gian_tiep_nhan", text_cleaning.line(hours).rstrip("."))


def _laws(record: DraftRecord, values: dict[str, Any]) -> None:
    facts, rest = legal_bases.split_glued(text_cleaning.text_or_empty(values.get("laws")))
    record.put("can_cu_phap_ly", [{"so_ky_hieu": fact.number} for fact in facts])
    record.laws += facts
    record.sure["can_cu_phap_ly"] = 1.0 if not rest else len(facts) / (len(facts) + len(rest))
    record.notes += [f"Căn cứ pháp lý chưa rõ số ký hiệu: {text}" for text in rest]
