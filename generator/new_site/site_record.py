"""site.yml of a new site, its first notice, its offices and its fields."""

from __future__ import annotations

from typing import Any

from generator.importing.yaml_writer import dump, dump_list
from generator.loading.tool_version import site_version
from generator.loading.yaml.parse import parse
from generator.new_site.answers import SiteAnswers
from generator.new_site.template import filled
from generator.new_site.units import FEEDBACK_SYSTEM
from generator.schema.agency import Agency
from generator.schema.notice import Notice
from generator.schema.site import Site
from generator.schema.unit_kinds import CITY, PROVINCE, desk_of
from generator.schema.values import PENDING_CONTACT

ENGLISH_KINDS = {
    "xã": "Commune",
    "phường": "Ward",
    "thị trấn": "Township",
    "đặc khu": "Special Zone",
    "huyện": "District",
    "quận": "District",
    "thị xã": "Town",
    CITY: "City",
    "tỉnh": "Province",
}
MAX_WITHHELD = 100  # procedures: more with errors than that is a fault of the site, not of a few records


def site_text(answers: SiteAnswers) -> str:
    """site.yml."""
    unit = answers.unit
    where = ", ".join([unit.title, *(one.title for one in answers.above)])
    english = [f"{one.name} {ENGLISH_KINDS[one.kind]}" for one in (unit, *answers.above)]
    record: dict[str, Any] = {
        "ten": f"Thủ tục hành chính {unit.title}",
        "co_quan_chu_quan": f"UBND {where}",
        "ten_tieng_anh": f"People's Committee of {', '.join(english)}",
        "co_quan_quan_ly": _office(answers),
        "don_vi": unit.slug,
        "as_of": answers.day,
        "phien_ban_cong_cu": site_version(),
        "noi_dung_chung": True,
        "dia_chi_trang": answers.url,
        "cong_quoc_gia": "https://dichvucong.gov.vn",
        "he_thong_phan_anh": FEEDBACK_SYSTEM,
        "tong_dai": {"so": "18001096", "ten": "Tổng đài hỗ trợ Cổng Dịch vụ công quốc gia"},
        "ban_in": 400,
        "giay_phep_du_lieu": PENDING_CONTACT,
        "du_lieu_mo": 2000,
        "giu_lai_toi_da": MAX_WITHHELD,
        "phan_anh": _feedback(answers),
    }
    if answers.plan_year:
        record["ke_hoach"] = answers.plan_year
    return dump(Site, record)


def agencies_text(answers: SiteAnswers) -> str:
    """agencies.yml: only the two offices that every unit has; the others are for its editors."""
    unit = answers.unit
    committee = {
        "slug": "ubnd",
        "ten": f"UBND {unit.title}",
        "ten_khac": [f"Ủy ban nhân dân {unit.title}", f"UBND {unit.kind}"],
        "ten_tieng_anh": f"{ENGLISH_KINDS[unit.kind]} People's Committee",
        "loai": "cơ quan",
    }
    office = {
        "slug": "van-phong",
        "ten": _office(answers),
        "ten_tieng_anh": "Office of the People's Committee"
        if answers.level == PROVINCE
        else "Office of the People's Council and People's Committee",
        "loai": "cơ quan",
    }
    return dump_list(Agency, [committee, office])


def notice_text(answers: SiteAnswers) -> str:
    """notices/….md: what this site is and what is still to be filled in."""
    facts = {
        "ten": "Trang này có gì và dùng thế nào",
        "ngay": answers.day,
        "mo_ta": "Chỗ nào còn chờ đối chiếu hoặc chờ bổ sung đều ghi rõ.",
    }
    body = filled("notice", title=answers.unit.title, slug=answers.unit.slug)
    return f"---\n{dump(Notice, facts)}---\n{body}"


def _office(answers: SiteAnswers) -> str:
    name = "Văn phòng UBND" if answers.level == PROVINCE else "Văn phòng HĐND và UBND"
    return f"{name} {answers.unit.title}"


def _feedback(answers: SiteAnswers) -> Any:
    """The text of the feedback page (NĐ 20/2008), in the words of the unit's kind."""
    here, desk = f"UBND {answers.unit.title}", desk_of(answers.day)[0]
    return parse(filled("feedback", here=here, desk=desk, system=FEEDBACK_SYSTEM))
