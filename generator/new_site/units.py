"""The records of units: who receives dossiers, where and when. Contacts that are not known yet are marked as
pending."""

from __future__ import annotations

import datetime as dt
from typing import Any

from generator.importing.yaml_writer import dump
from generator.new_site.answers import NamedUnit, SiteAnswers
from generator.schema.unit import Unit
from generator.schema.unit_kinds import CITY, COMMUNES, DISTRICTS, NO_DISTRICTS, PROVINCE, desk_of
from generator.schema.values import PENDING_CONTACT, UNKNOWN

FEEDBACK_SYSTEM = "https://pakn.dichvucong.gov.vn"
HOURS = "Giờ hành chính, thứ Hai đến thứ Sáu, trừ ngày nghỉ lễ, Tết"
LAST_DAY = NO_DISTRICTS - dt.timedelta(days=1)


def unit_files(answers: SiteAnswers) -> dict[str, str]:
    """units/*.yml of the site's unit, those above and below it, beside it and before it, by path below content/."""
    unit, files = answers.unit, {}
    slugs = _slugs(answers)
    parents = [*answers.above, None]
    top_down = [(unit, parents[0]), *zip(answers.above, parents[1:], strict=False)]
    rows = [*top_down, *((one, unit) for one in answers.communes), *((one, parents[0]) for one in answers.neighbours)]
    for one, parent in rows:
        files[slugs[one]] = _record(one, slugs[parent] if parent else "", answers, _begun(one, answers), answers.day)
    for one in answers.former:
        successor = {"don_vi": slugs[unit], "phan": "toàn bộ", "ngay": NO_DISTRICTS, "van_ban": answers.former_document}
        record = _record(one, slugs[parents[0]] if parents[0] else "", answers, UNKNOWN, LAST_DAY)
        files[slugs[one]] = record | {"hieu_luc": {"tu": UNKNOWN, "den": LAST_DAY}, "ke_tuc": [successor]}
    return {f"units/{slug}.yml": dump(Unit, record) for slug, record in sorted(files.items())}


def _slugs(answers: SiteAnswers) -> dict[NamedUnit, str]:
    """The file name of each unit: its name, with the kind where two share it, then with the code."""
    found: dict[NamedUnit, str] = {}
    units = [answers.unit, *answers.communes, *answers.neighbours, *answers.above, *answers.former]
    for one in units:
        choices = [one.slug, f"{NamedUnit('', one.kind).slug}-{one.slug}"]
        choices += [f"{choices[1]}-cu" if one in answers.former else f"{one.slug}-{one.code}"]
        choices += [f"{choices[1]}-{number}" for number in range(2, len(units) + 2)]
        found.setdefault(one, next(slug for slug in choices if slug not in found.values()))
    return found


def _begun(unit: NamedUnit, answers: SiteAnswers) -> dt.date | str:
    """The first day of a unit: that of the reform for a commune merged of others; of all others unknown."""
    merged = answers.modern and unit.kind in COMMUNES and unit is answers.unit and answers.former
    return NO_DISTRICTS if merged else UNKNOWN


def _record(unit: NamedUnit, parent: str, answers: SiteAnswers, since: dt.date | str, day: dt.date) -> dict[str, Any]:
    """The record of a unit that began on `since`, with what its desk is called on `day`."""
    contact = dict.fromkeys(("dia_chi", "dien_thoai", "thu_dien_tu", "trang_thong_tin"), PENDING_CONTACT)
    record: dict[str, Any] = {"ma_don_vi": unit.code, "ten": unit.name, "loai": unit.kind}
    if parent:
        record["thuoc"] = parent
    record |= {"hieu_luc": {"tu": since}, "lien_he": contact}
    level_above = unit.kind not in (*COMMUNES, *DISTRICTS) and not (unit.kind == CITY and parent)
    if not level_above or (unit is answers.unit and answers.level == PROVINCE):
        record["bo_phan_mot_cua"] = {
            "ten": f"{desk_of(day)[0]} {unit.title}",
            "dia_chi": PENDING_CONTACT,
            "gio_tiep_nhan": HOURS,
            "dien_thoai": PENDING_CONTACT,
            "thu_dien_tu": PENDING_CONTACT,
        }
    record["phan_anh"] = {
        "co_quan_tiep_nhan": f"UBND {unit.title}",
        "dia_chi": PENDING_CONTACT,
        "dien_thoai": PENDING_CONTACT,
        "thu_dien_tu": PENDING_CONTACT,
        "he_thong": FEEDBACK_SYSTEM,
    }
    if unit is answers.unit:
        record["can_bo_dau_moi"] = dict.fromkeys(("chuc_vu", "ho_ten", "dien_thoai", "thu_dien_tu"), PENDING_CONTACT)
    return record
