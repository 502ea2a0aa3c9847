"""Converts the dossier of an API response: groups of papers to common papers, cases, advice and forms."""

from __future__ import annotations

from generator.importing import text_cleaning
from generator.importing.consuming_dict import TrackedDict
from generator.importing.draft_record import DraftRecord
from generator.importing.extract.papers import FormCollector, is_note, is_notes_heading, is_plain_heading, paper
from generator.importing.extract.time_limits import from_parts
from generator.importing.text_cleaning import line, name
from generator.plain_data import Fields, Unchecked
from generator.schema.values import UNKNOWN
from generator.text.folding import fold


def set_dossier(record: DraftRecord, answer: TrackedDict) -> None:
    """Set thanh_phan_ho_so and bieu_mau in `record`."""
    forms = FormCollector()
    common: list[Fields] = []
    cases: list[Fields] = []
    advice: list[str] = []
    for index, group in enumerate(answer.objects("executionCases")):
        part = TrackedDict(group)
        heading = line(part.pop("name", ""))
        papers = [
            made for item in part.objects("profileComponents") if (made := _paper(record, item, heading, forms, advice))
        ]
        if is_plain_heading(heading) or is_notes_heading(heading):
            common += papers
        elif papers:
            cases.append({"ten": heading.strip("*-+ :"), "giay_to": papers})
        elif heading:
            advice.append(heading)
        record.unplaced += part.unused(f"executionCases[{index}].")
    _limits_of_cases(record, answer, cases)
    dossier = {
        key: value
        for key, value in (
            ("giay_to_chung", common),
            ("truong_hop", cases),
            ("nguyen_van", [text_cleaning.no_bullet(item) for item in advice]),
        )
        if value
    }
    record.set("thanh_phan_ho_so", dossier)
    if any(
        "nop_hay_xuat_trinh" not in item
        for item in [*common, *(item for case in cases for item in case.get("giay_to", []))]
    ):
        record.flag_uncertain("thanh_phan_ho_so", "có giấy tờ chưa rõ nộp hay xuất trình")
    record.set("bieu_mau", forms.lines or UNKNOWN)
    record.flag_uncertain(
        "bieu_mau", "mẫu lấy theo tên tệp đính kèm ở nguồn" if forms.lines else "nguồn không đính kèm mẫu nào"
    )


def _paper(record: DraftRecord, item: object, heading: str, forms: FormCollector, advice: list[str]) -> Fields | None:
    part = TrackedDict(item)
    title = line(part.pop("name", ""))
    originals, copies = (
        count if isinstance(count, int) and not isinstance(count, bool) and 0 <= count < 1000 else None
        for count in (part.pop_number("originalQty"), part.pop_number("copyQty"))
    )
    files = [TrackedDict(file) for file in part.objects("attachments")]
    names = [forms.add(str(file.pop("fileName", "")), str(file.pop("id", ""))) for file in files]
    part.pop("hasElectronicForm")  # whether the portal has an input form: changes often, unrelated to the paper
    record.unplaced += part.unused("profileComponents[].")
    if not title:
        return None
    if (is_notes_heading(heading) or is_note(title, originals or 0, copies or 0)) and not names:
        advice.append(title)
        return None
    made = paper(title, originals, copies, heading, names[0] if names else "")
    if len(names) > 1:
        made["ghi_chu"] = f"Còn các mẫu: {'; '.join(dict.fromkeys(names[1:]))}."
    return made


def _limits_of_cases(record: DraftRecord, answer: TrackedDict, cases: list[Fields]) -> None:
    """Assign `cases[].processingDay` to the case of the same name; a case named like the procedure stands for all."""
    whole = fold(name(record.name))
    seen: list[tuple[str, Unchecked]] = []
    for index, item in enumerate(answer.objects("cases")):
        part = TrackedDict(item)
        title, span = line(part.pop("name", "")), TrackedDict(part.pop("processingDay", {}))
        limit = from_parts(span.pop("qty"), span.pop_text("type")).value
        part.pop("profileComponents")
        record.unplaced += part.unused(f"cases[{index}].")
        if (fold(title), limit) in seen or limit is None:
            continue
        seen.append((fold(title), limit))
        if fold(name(title)) == whole:
            _limit_of_whole(record, limit)
            continue
        mine = next((case for case in cases if fold(case["ten"]) == fold(title.strip("*-+ :"))), None)
        if mine is not None:
            mine["thoi_han_giai_quyet"] = limit
        else:
            cases.append({"ten": title, "thoi_han_giai_quyet": limit})


def _limit_of_whole(record: DraftRecord, limit: Unchecked) -> None:
    """Fill in a channel's missing unit when the procedure's limit has the same number; flag a contradicting limit."""
    holders = [record.data, *record.data.get("cach_thuc_thuc_hien", [])]
    stated = [holder["thoi_han_giai_quyet"] for holder in holders if "thoi_han_giai_quyet" in holder]
    for holder in holders:
        mine = holder.get("thoi_han_giai_quyet")
        if (
            isinstance(mine, dict)
            and "don_vi" not in mine
            and mine.get("so") is not None
            and mine.get("so") == limit.get("so")
            and "don_vi" in limit
        ):
            holder["thoi_han_giai_quyet"] = limit
            record.doubts = [doubt for doubt in record.doubts if doubt[1] != "thời hạn có số mà không có đơn vị"]
            return
    if limit not in stated:
        words = f"{limit.get('so', '')} {limit.get('don_vi', limit.get('nguyen_van', ''))}".strip()
        record.notes.append(f"Thời hạn ghi cho cả thủ tục ở nguồn: {words} (khác thời hạn ở hình thức nộp).")
        record.flag_uncertain("thoi_han_giai_quyet", "nguồn ghi hai thời hạn khác nhau")
