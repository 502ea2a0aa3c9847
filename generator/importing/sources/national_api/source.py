"""Raw answers of the national database: `{code, data, message}`, one or many, JSON, JSON lines or gzip."""

from __future__ import annotations

from collections.abc import Iterator

from generator.importing import code_lists, text_cleaning
from generator.importing.consuming_dict import TrackedDict
from generator.importing.draft_record import NATIONAL, DraftRecord, ImportRefused, LawFacts, Options, SourceFile
from generator.importing.extract import dates, steps
from generator.importing.extract.codes import code_of
from generator.importing.extract.legal_bases import cut_number, number_in
from generator.importing.in_batches import made_from
from generator.importing.read_json import read_objects
from generator.importing.sources.national_api import dossier
from generator.importing.sources.national_api.channels import set_channels
from generator.importing.word_account import leaves
from generator.plain_data import Fields
from generator.schema.values import NONE, UNKNOWN
from generator.text.folding import fold

KIND = "national-api"
HELP = "câu trả lời nguyên dạng của CSDL quốc gia (JSON, JSON từng dòng, gz)"
KEEPS_NAMELESS = False
PAGE = "https://dichvucong.gov.vn/thu-tuc-hanh-chinh/"
_KINDS = {
    "ASSIGNED_REGULATION": "TTHC được luật giao quy định chi tiết",
    "NOT_ASSIGNED_REGULATION": "TTHC không được luật giao quy định chi tiết",
}
_LEVELS = (
    ("isMinistry", "cấp bộ"),
    ("isProvince", "cấp tỉnh"),
    ("isDistrict", "cấp huyện"),
    ("isWard", "cấp xã"),
    ("isVertical", "ngành dọc"),
)
_FLAGS = (
    ("isOtherAgency", "Cấp thực hiện ở nguồn có: cơ quan khác."),
    ("isSharedService", "Nguồn đánh dấu: dịch vụ dùng chung."),
    ("isOfflineOnly", "Nguồn đánh dấu: chỉ nộp trực tiếp."),
    ("isInternal", "Nguồn đánh dấu: thủ tục nội bộ."),
    ("isUndetermined", "Nguồn đánh dấu: chưa xác định cấp thực hiện."),
)
_RETURNS = {"AT_SUBMISSION_PLACE": "tại nơi nộp hồ sơ", "AT_HOME": "tại nhà", "ONLINE": "trực tuyến"}
_GROUPS = {"CITIZEN": "công dân", "CORPORATE": "doanh nghiệp"}
# Model key of the parts of an answer, for the account of words.
_KEYS = {
    "executionSteps": "trinh_tu_thuc_hien",
    "executionMethods": "cach_thuc_thuc_hien",
    "legalBasisesDetails": "can_cu_phap_ly",
    "executionCases": "thanh_phan_ho_so",
    "requirementsAndConditions": "yeu_cau_dieu_kien",
    "name": "ten_thu_tuc",
}
ABOLISHED = {"ABOLISHED", "EXPIRED", "INACTIVE", "DELETED", "REMOVED", "CANCELED", "CANCELLED", "REVOKED"}


def recognises(first: object) -> bool:
    """True if the first object of a file has the shape of this source."""
    data = first.get("data") if isinstance(first, dict) and isinstance(first.get("data"), dict) else first
    return isinstance(data, dict) and "executionSteps" in data


def read(file: SourceFile, options: Options) -> Iterator[DraftRecord]:
    """Yield the records. Raises ImportRefused when the file does not have the shape of this source."""
    answers = (found for location, answer in read_objects(file.path) for found in _answers(file, location, answer))
    yield from (
        record for _, record in made_from(answers, lambda found: _record(*found, options), options.map_parallel)
    )


def _answers(file: SourceFile, location: str, answer: object) -> Iterator[tuple[str, Fields]]:
    if not isinstance(answer, dict):
        raise ImportRefused(
            f"{file.path}: {location} không phải câu trả lời của CSDL quốc gia (cần {{code, data, message}})."
        )
    data = answer.get("data", answer if "executionSteps" in answer else None)
    if isinstance(data, list):
        for number, item in enumerate(data, start=1):
            yield from _answers(file, f"{location}, phần {number}", item)
    elif isinstance(data, dict) and ("executionSteps" in data or "name" in data):
        yield location, data
    elif "message" in answer or "code" in answer:
        code, message = text_cleaning.line(answer.get("code")), text_cleaning.line(answer.get("message"))
        file.warnings.append(f"{location}: nguồn trả lời không có dữ liệu ({code} {message}).")
    else:
        raise ImportRefused(f"{file.path}: {location} không phải câu trả lời của CSDL quốc gia (thiếu phần data).")


def _record(location: str, data: Fields, options: Options) -> DraftRecord:
    answer, record = TrackedDict(data), DraftRecord(location)
    identity = text_cleaning.line(answer.pop("id", ""))
    _head(record, answer)
    _levels(record, answer)
    _steps(record, answer)
    set_channels(record, answer)
    dossier.set_dossier(record, answer)
    _who(record, answer)
    _outcome(record, answer)
    _leftovers(record, answer)
    if options.leaves_out(record):
        return record
    updated = dates.from_epoch_ms(answer.pop_number("updatedAt"))
    answer.pop("createdAt")
    record.unplaced += answer.unused()
    note = f"Bản ghi quốc gia cập nhật ngày {updated:%d/%m/%Y}." if updated else ""
    source = PAGE + identity if identity else "CSDL quốc gia về TTHC"
    return record.finalise(source, options.date or updated, leaves(data, keys=_KEYS), note, NATIONAL)


def _head(record: DraftRecord, answer: TrackedDict) -> None:
    code, shown = code_of(record, answer.pop("code", "")), text_cleaning.line(answer.pop("codeNotation", ""))
    record.set("ma_thu_tuc", code)
    if shown and shown != code:
        record.notes.append(f"Mã hiển thị ở nguồn: {shown}.")
    record.set("ten_thu_tuc", text_cleaning.name(answer.pop("name", "")))
    words = text_cleaning.text(answer.pop("keywords", ""))
    record.set(
        "tu_khoa",
        [word for part in words.replace("\n", ";").split(";") if (word := text_cleaning.line(part).rstrip("."))],
    )
    names = [
        *answer.texts("categoriesDetails"),
        text_cleaning.line(TrackedDict(answer.pop("category", {})).pop("name", "")),
    ]
    fields = list(dict.fromkeys(text_cleaning.line(name) for name in names if name.strip()))
    record.set("linh_vuc", fields[0] if fields else "")
    if fields[1:]:
        record.notes.append(f"Lĩnh vực khác ở nguồn: {'; '.join(fields[1:])}.")
    kind = answer.pop_text("formalityType")
    record.set("loai_thu_tuc", _KINDS.get(kind, UNKNOWN))
    if kind and kind not in _KINDS:
        record.notes.append(f"Loại thủ tục ở nguồn: {'loại khác' if kind == 'OTHER' else kind}.")
    _decision(record, answer)


def _decision(record: DraftRecord, answer: TrackedDict) -> None:
    proposal = TrackedDict(answer.pop("procedureProposal", {}))
    agency = TrackedDict(proposal.pop("issuingAgency", {}))
    number = text_cleaning.line(
        proposal.pop("proposalNumber", "") or proposal.pop("decisionNumber", "") or answer.pop("decisionNo", "")
    )
    body = text_cleaning.line(agency.pop("name", "") or answer.pop("departmentPromulgateName", ""))
    answer.pop("departmentPromulgateName")
    answer.pop("departmentPromulgateCode")
    day = dates.from_epoch_ms(proposal.pop_number("decisionDate"))
    public = dates.from_epoch_ms(proposal.pop_number("publicationDate"))
    if public and public != day:
        record.notes.append(f"Ngày công khai ở nguồn: {public:%d/%m/%Y}.")
    if number or body or day:
        decision = {"so": number, "ngay": day or UNKNOWN, "co_quan": body or code_lists.body_of(number)}
        record.set("quyet_dinh_cong_bo", {key: value for key, value in decision.items() if value})
    record.set("hieu_luc", {"tu": UNKNOWN})
    local = {answer.pop_text("type"), proposal.pop_text("proposalType")} == {"SPECIFIC"}
    if local and body:
        record.notes.append(f"Thủ tục đặc thù do {body} công bố.")
    state = answer.pop_text("state")
    if state in ABOLISHED:
        record.state = "abolished"
        record.set("bai_bo", {"van_ban": UNKNOWN})  # the decision is the one that announced it
        record.flag_uncertain("bai_bo", f"nguồn ghi trạng thái {state}, chưa rõ văn bản và ngày bãi bỏ")
    elif state not in {"", "ACTIVE", "UPDATED"}:
        record.notes.append(f"Trạng thái ở nguồn: {state}.")


def _levels(record: DraftRecord, answer: TrackedDict) -> None:
    record.set("cap_thuc_hien", [word for key, word in _LEVELS if answer.pop(key) is True])
    record.notes += [note for key, note in _FLAGS if answer.pop(key) is True]
    nowhere = answer.pop("isNonTerritorial")
    if isinstance(nowhere, bool):
        record.data["khong_phu_thuoc_dia_gioi"] = nowhere


def _steps(record: DraftRecord, answer: TrackedDict) -> None:
    found: list[dict[str, str]] = []
    shares = []
    for index, item in enumerate(answer.objects("executionSteps")):
        part = TrackedDict(item)
        made, sure = steps.from_named(part.pop("name", ""), part.pop("description", ""))
        found += made
        shares += [sure] * max(1, len(made))
        record.unplaced += part.unused(f"executionSteps[{index}].")
    record.set("trinh_tu_thuc_hien", found)
    if shares:
        record.confidence["trinh_tu_thuc_hien"] = sum(shares) / len(shares)
    if any(step["nguoi_thuc_hien"] == UNKNOWN for step in found):
        record.flag_uncertain("trinh_tu_thuc_hien", "có bước chưa rõ ai thực hiện")


def _who(record: DraftRecord, answer: TrackedDict) -> None:
    names = [text_cleaning.line(name) for name in answer.texts("subjectTypesDetails")]
    good, _ = code_lists.mapped(names, code_lists.AUDIENCES)
    record.set("doi_tuong_thuc_hien", good)
    if {fold(name) for name in names} != {fold(name) for name in good}:
        record.notes.append(f"Đối tượng thực hiện ở nguồn: {'; '.join(names)}.")
    for key, groups in (
        ("co_quan_thuc_hien", ("unitGroupsExecuting", "departmentsExecuting", "executingAgencies")),
        ("co_quan_co_tham_quyen", ("unitGroupsAuthority", "departmentsAuthority", "delegatedAgencies")),
        ("co_quan_duoc_uy_quyen", ("unitGroupsAuthorized", "departmentsAuthorized", "authorizedAgencies")),
        ("co_quan_phoi_hop", ("unitGroupsCoordinating", "departmentsCoordinating", "coordinatingAgencies")),
    ):
        # The third value is the first two joined by commas, so it is used only when they are empty.
        found = [text_cleaning.line(name) for group in groups[:2] for name in answer.texts(group)]
        whole = text_cleaning.line(answer.pop(groups[2], ""))
        record.set(key, "; ".join(dict.fromkeys(name for name in found if name)) or whole)
    if "ngành dọc" in record.data.get("cap_thuc_hien", []):
        record.set(
            "nganh_doc",
            code_lists.sector_of(
                f"{record.data.get('co_quan_thuc_hien', '')} {record.data.get('co_quan_co_tham_quyen', '')}"
            ),
        )
    addresses = text_cleaning.text_or_empty(answer.pop("dossierReceivingAddresses", ""))
    record.set("dia_chi_tiep_nhan_ho_so", addresses.strip('"'))


def _outcome(record: DraftRecord, answer: TrackedDict) -> None:
    results: list[dict[str, str]] = []
    for item in answer.objects("resultsDetails"):
        part = TrackedDict(item)
        name = text_cleaning.paper_name(part.pop("name", ""))
        if name and all(name != result["ten"] for result in results):
            results.append({"ten": name, "mau_ket_qua": UNKNOWN})
        record.unplaced += part.unused("resultsDetails[].")
    record.set("ket_qua_thuc_hien", results)
    record.set("yeu_cau_dieu_kien", conditions(answer.pop("requirementsAndConditions", "")))
    if record.data["yeu_cau_dieu_kien"] == UNKNOWN:
        record.flag_uncertain("yeu_cau_dieu_kien", "nguồn để trống phần yêu cầu, điều kiện")
    bases = []
    for item in answer.objects("legalBasisesDetails"):
        part = TrackedDict(item)
        shown, name = text_cleaning.line(part.pop("code", "")), text_cleaning.line(part.pop("name", ""))
        number = number_in(shown) or number_in(name)
        if number:
            bases.append({"so_ky_hieu": number})
            if cut_number(shown):
                record.flag_uncertain("can_cu_phap_ly", f"số ký hiệu ở nguồn là “{shown[:40]}”, đọc thành {number}")
            record.laws.append(LawFacts(number, name))
        elif shown or name:
            record.notes.append(f"Căn cứ pháp lý chưa rõ số ký hiệu: {' – '.join(filter(None, (shown, name)))}.")
            record.flag_uncertain("can_cu_phap_ly", "có văn bản chưa rõ số ký hiệu")
        record.unplaced += part.unused("legalBasisesDetails[].")
    record.set("can_cu_phap_ly", [base for index, base in enumerate(bases) if base not in bases[:index]])


def conditions(value: object) -> list[str] | str:
    """Parse conditions: a list (one item per line when all lines start with a dash), “không” or “chưa rõ”."""
    text = text_cleaning.text_or_empty(value)
    if not text:
        return UNKNOWN
    if fold(text).strip(" .\n") in {
        "khong",
        "khong co",
        "khong quy dinh",
        "khong yeu cau",
        "khong co yeu cau, dieu kien",
    }:
        return NONE
    lines = [part for part in text.split("\n") if part.strip()]
    starts = [part.lstrip()[:1] in "-–" for part in lines]
    if len(lines) > 1 and all(starts):
        return [part.lstrip("-– ").strip() for part in lines]
    return [text.lstrip("-– ") if len(lines) == 1 else text]


def _leftovers(record: DraftRecord, answer: TrackedDict) -> None:
    """Keep information that has no field in the model as source notes."""
    description = text_cleaning.text_or_empty(answer.pop("description", ""))
    if description and conditions(description) != record.data.get("yeu_cau_dieu_kien"):
        record.set("mo_ta", description)  # the database often repeats the conditions in this field
    note = text_cleaning.text_or_empty(answer.pop("note", ""))
    if note:
        record.notes.append(f"Ghi chú ở nguồn: {note}")
    ways = [
        way
        for item in answer.objects("returningMethods")
        for way in TrackedDict(item).objects("value")
        if isinstance(way, str)
    ]
    if ways:
        record.notes.append(
            f"Trả kết quả: {', '.join(dict.fromkeys(_RETURNS.get(way, text_cleaning.line(way)) for way in ways))}."
        )
    groups = [
        f"{text_cleaning.line(item.get('name'))} "
        f"({_GROUPS.get(str(item.get('type')), text_cleaning.line(item.get('type')))})"
        for item in answer.objects("serviceGroupsDetails")
        if isinstance(item, dict)
    ]
    if groups:
        record.notes.append(f"Nhóm dịch vụ ở nguồn: {'; '.join(groups)}.")
