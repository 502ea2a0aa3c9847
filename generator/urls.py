"""All public URLs: paths that end with `/`, relative to the site's root."""

from __future__ import annotations

import datetime as dt
import hashlib
import re
from urllib.parse import quote

from generator.limits import MAX_NAME
from generator.text.slugs import slug

NAME = re.compile(r"[^/\\\x00-\x1f]+")
OUTSIDE = re.compile(r"[a-z][a-z0-9+.-]*:|//", re.IGNORECASE)  # begins an address that is none of this site's
HOME = ""
SEARCH = "tim-kiem/"
SEARCH_INDEX = f"{SEARCH}muc-luc.json"  # a fixed name: open tabs find it after a new release; browsers revalidate it
ALPHABET = "tim-kiem/theo-chu-cai/"
CATALOGUE = "thu-tuc/"
FIELDS = "linh-vuc/"
UNITS = "don-vi/"
FEEDBACK = "phan-anh/"
LAWS = "van-ban/"
GUIDES = "huong-dan/"
NEWS = "tin-tuc/"
REPORT = "phan-anh/gop-y/"
GLOSSARY = "giai-thich/"
ENGLISH = "en/"
ENGLISH_CONTACTS = "en/contacts/"
HANDBOOK = "so-tay/"
EMBEDDED = "nhung/"
OFFLINE = "ngoai-mang/"
KIOSK = "may-tra-cuu/"
QUALITY = "chat-luong/"
PLANS = "ke-hoach/"
PROCESSES = "quy-trinh/"
FORMS = "mau-don/"
CHANGES = "thay-doi/"
OPEN_DATA = "du-lieu/"
DATA = "du-lieu/v1/"
NAMES = "id/"
# pages that do not depend on which records there are; links to any other page are judged by the records
ON_EVERY_SITE = frozenset(
    {HOME, SEARCH, ALPHABET, CATALOGUE, FIELDS, UNITS, FEEDBACK, LAWS, GUIDES, NEWS, REPORT, GLOSSARY, ENGLISH,
     ENGLISH_CONTACTS, OFFLINE, KIOSK, QUALITY, EMBEDDED}
)  # fmt: skip


def base(site_url: str | None) -> str:
    """The site's public base URL, ending with one slash, for absolute addresses; a placeholder that does not resolve if
    site.yml names none."""
    return (site_url or "https://example.invalid/").rstrip("/") + "/"


def part(name: str) -> str:
    """`name` as one segment of a URL. An unsafe one (`..`, `a/b`) becomes a slug; an overlong one is cut and gets a
    digest, so that it stays unique: file systems allow 255 bytes. TT-027 reports both."""
    if name in (".", "..") or not NAME.fullmatch(name):
        name = slug(name)
    raw = name.encode("utf-8", "replace")
    if len(raw) <= MAX_NAME:
        return name
    return f"{raw[: MAX_NAME - 9].decode('utf-8', 'ignore')}-{hashlib.sha256(raw).hexdigest()[:8]}"


def procedure(code: str) -> str:
    """The page of a procedure: dots as dashes."""
    plain = code.strip().lower().replace(".", "-") if code.replace(".", "").isdigit() else slug(code)
    return f"{CATALOGUE}{part(plain)}/"


def procedure_changes(code: str) -> str:
    """The page that describes all versions of a procedure."""
    return f"{procedure(code)}{CHANGES}"


def procedure_version(code: str, day: dt.date) -> str:
    """The permanent address of one version of a procedure."""
    return f"{procedure(code)}tu-{day}/"


def handbook_picture(name: str) -> str:
    """A picture of the editors' handbook."""
    return f"{HANDBOOK}hinh/{part(name)}.png"


def reform(day: dt.date) -> str:
    """The page of everything that changed on one day."""
    return f"{CHANGES}{day}/"


def field(field_slug: str) -> str:
    return f"{FIELDS}{part(field_slug)}/"


def unit(unit_slug: str) -> str:
    return f"{UNITS}{part(unit_slug)}/"


def unit_procedures(unit_slug: str) -> str:
    return f"{UNITS}{part(unit_slug)}/thu-tuc/"


def unit_feedback(unit_slug: str) -> str:
    return f"{UNITS}{part(unit_slug)}/phan-anh/"


def law(number: str) -> str:
    return f"{LAWS}{part(slug(number))}/"


def guide(guide_slug: str) -> str:
    return f"{GUIDES}{part(guide_slug)}/"


def notice(notice_slug: str) -> str:
    return f"{NEWS}{part(notice_slug)}/"


def plan(year: int) -> str:
    return f"ke-hoach/{year}/"


def plan_task(year: int, number: int) -> str:
    return f"ke-hoach/{year}/nhiem-vu/{number}/"


def plan_agency(year: int, agency_slug: str) -> str:
    return f"ke-hoach/{year}/co-quan/{part(agency_slug)}/"


def plan_calendar(year: int) -> str:
    return f"ke-hoach/{year}/lich/"


def plan_agencies(year: int) -> str:
    return f"ke-hoach/{year}/co-quan/"


def plan_progress(year: int) -> str:
    return f"ke-hoach/{year}/tien-do/"


def plan_month(year: int, month: int) -> str:
    return f"ke-hoach/{year}/tien-do/thang-{month}/"


def plan_state(year: int, state_slug: str) -> str:
    return f"ke-hoach/{year}/tien-do/trang-thai/{part(state_slug)}/"


def plan_area(year: int, area_slug: str) -> str:
    return f"ke-hoach/{year}/{part(area_slug)}/"


def plan_entry(year: int, area_slug: str, entry_slug: str) -> str:
    return f"ke-hoach/{year}/{part(area_slug)}/{part(entry_slug)}/"


def plan_comparison(first: int, second: int) -> str:
    return f"ke-hoach/so-sanh/{first}-{second}/"


def process(process_slug: str) -> str:
    return f"{PROCESSES}{part(process_slug)}/"


def sheet_board(unit_slug: str, size: str) -> str:
    """The board list of a unit to print; size: a4 or a3."""
    return f"{unit_procedures(unit_slug)}danh-muc-{size}.pdf"


def unit_list(unit_slug: str, suffix: str) -> str:
    """The list of a unit's procedures as an office document; suffix: docx or xlsx."""
    return f"{unit_procedures(unit_slug)}danh-muc.{suffix}"


def sheet_notice(unit_slug: str, size: str) -> str:
    """The feedback notice of a unit to print; size: a4 or a3."""
    return f"{unit_feedback(unit_slug)}thong-bao-{size}.pdf"


def sheet_card(unit_slug: str) -> str:
    return f"{unit(unit_slug)}the-lien-he.pdf"


def sheet_procedure(code: str) -> str:
    return f"{procedure(code)}phieu.pdf"


def sheet_guide(guide_slug: str) -> str:
    return f"{guide(guide_slug)}to-gap.pdf"


def embedded(unit_slug: str, field_slug: str = "") -> str:
    """The list of a unit, of all fields or one, for an iframe in another portal."""
    return f"{EMBEDDED}{part(unit_slug)}/{part(field_slug)}/" if field_slug else f"{EMBEDDED}{part(unit_slug)}/"


def form(file: str) -> str:
    """The URL of a form, from its path in content/forms/, in ASCII."""
    *folders, name = file.split("/")
    stem, dot, ending = name.rpartition(".")
    plain = "/".join(slug(folder) for folder in folders if folder)
    return f"{FORMS}{plain + '/' if plain else ''}{slug(stem if dot else ending)}{dot}{slug(ending) if dot else ''}"


def new_units(part: str, name: str = "") -> str:
    """The table of old and new communes, or the page of a name that an old and a new commune share. part: the word for
    communes in addresses, `xa`; name: as a slug."""
    return f"{part}-moi/{name and f'{name}/'}"


def chapter(slug: str, part_of_units: str) -> str:
    """A chapter of the handbook; one about communes, `xa-…`, has the address of their kind."""
    named = f"{part_of_units}-{slug[3:]}" if slug.startswith("xa-") else slug
    return f"{HANDBOOK}{part(named)}/"


def stable_name(dataset: str, key: str) -> str:
    """The permanent identifier of a record: its code unchanged, independent of the page's address. A key may have
    several parts."""
    return f"{NAMES}{dataset}/{quote(key, safe='/:@!$,;=~-._')}"


def data_file(dataset: str, suffix: str) -> str:
    """A data set in one format: `du-lieu/v1/thu-tuc.csv`."""
    return f"{DATA}{dataset}.{suffix}"


def data_record(dataset: str, key: str) -> str:
    """The JSON of one record."""
    return f"{DATA}{dataset}/{_parts(key)}.json"


def name_folder(dataset: str, key: str) -> str:
    """The folder of the page that redirects from a permanent identifier."""
    return f"{NAMES}{dataset}/{_parts(key)}/"


def _parts(key: str) -> str:
    """A key of several parts as nested folders: document numbers contain slashes."""
    return "/".join(part(piece) for piece in key.split("/"))
