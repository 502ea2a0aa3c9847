"""What the user has stated about the unit that a new site is for."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from dataclasses import dataclass

from generator.schema.portable_names import portable
from generator.schema.unit_kinds import CITY, COMMUNE, COMMUNES, DISTRICT, DISTRICTS, KINDS, NO_DISTRICTS, PROVINCE
from generator.schema.values import UNKNOWN
from generator.schema.web_address import web_address
from generator.text.folding import fold
from generator.text.invisible import without_invisible
from generator.text.slugs import slug
from generator.text.suggestions import suggest

CENTRAL_CITIES = ("Hà Nội", "Hải Phòng", "Huế", "Đà Nẵng", "Hồ Chí Minh", "Cần Thơ")
# with the cities the 34 units of the first level since 12/06/2025 (202/2025/QH15)
PROVINCES = (
    *("An Giang", "Bắc Ninh", "Cà Mau", "Cao Bằng", "Đắk Lắk", "Điện Biên", "Đồng Nai", "Đồng Tháp", "Gia Lai"),
    *("Hà Tĩnh", "Hưng Yên", "Khánh Hòa", "Lai Châu", "Lạng Sơn", "Lào Cai", "Lâm Đồng", "Nghệ An", "Ninh Bình"),
    *("Phú Thọ", "Quảng Ngãi", "Quảng Ninh", "Quảng Trị", "Sơn La", "Tây Ninh", "Thái Nguyên", "Thanh Hóa"),
    *("Tuyên Quang", "Vĩnh Long"),
)
_NAME = re.compile(r"[^\W_]+(?:[ '’.-]+[^\W_]+)*")
_CODE = re.compile(r"\d{2,6}")


class AnswerError(ValueError):
    """An invalid answer; the message is one Vietnamese sentence."""


@dataclass(frozen=True, slots=True, eq=False)
class NamedUnit:
    """A unit by kind, name and code (“chưa rõ” where nobody gave it). Two of them may be called alike: one that was
    before, one that is now."""

    kind: str
    name: str
    code: str = UNKNOWN

    @property
    def slug(self) -> str:
        """The name of its file, without the ending."""
        return portable(slug(self.name))

    @property
    def title(self) -> str:
        """`phường Hồng Gai`, inside a sentence."""
        return f"{self.kind} {self.name}"


@dataclass(frozen=True, slots=True)
class SiteAnswers:
    """unit: whose site it is; province, district: above it; communes: below it; former: units that were merged into it;
    neighbours: communes beside it; day: the content's day; source: where records will be imported from; forge: whose CI
    is written; plan_year: of the plan's outline; shards: how many machines build the site."""

    unit: NamedUnit
    province: NamedUnit | None
    url: str
    day: dt.date
    district: NamedUnit | None = None
    communes: tuple[NamedUnit, ...] = ()
    former: tuple[NamedUnit, ...] = ()
    former_document: str = UNKNOWN
    neighbours: tuple[NamedUnit, ...] = ()
    source: str = ""
    forge: str = "none"
    plan_year: int | None = None
    shards: int = 1

    @property
    def level(self) -> str:
        """Of the unit: `cấp xã`, `cấp huyện` or `cấp tỉnh`."""
        if self.unit.kind in COMMUNES:
            return COMMUNE
        return DISTRICT if self.unit.kind in DISTRICTS or self.province else PROVINCE

    @property
    def above(self) -> list[NamedUnit]:
        """The units above, the nearest first."""
        return [unit for unit in (self.district, self.province) if unit]

    @property
    def modern(self) -> bool:
        """True if the content's day is after the abolition of the districts."""
        return self.day >= NO_DISTRICTS


def check(answers: SiteAnswers) -> None:
    """Raises AnswerError for the first invalid answer."""
    unit, day = answers.unit, f"{answers.day:%d/%m/%Y}"
    if answers.level == COMMUNE and unit.kind == "thị trấn" and answers.modern:
        raise AnswerError(f"ngày {day} không còn thị trấn: chọn xã, phường, đặc khu, hoặc ghi --as-of ngày trước đó")
    if answers.level == DISTRICT and answers.modern:
        raise AnswerError(f"ngày {day} không còn cấp huyện: ghi --as-of 2025-06-30 hay ngày trước đó")
    if unit.kind == "đặc khu" and not answers.modern:
        raise AnswerError(f"ngày {day} chưa có đặc khu: ghi --as-of 2025-07-01 hay ngày sau đó")
    if answers.level != PROVINCE and answers.province is None:
        raise AnswerError("chưa biết thuộc tỉnh, thành phố nào: thêm --province")
    if answers.level == COMMUNE and not answers.modern and answers.district is None:
        raise AnswerError(f'ngày {day} còn cấp huyện: thêm --district, ví dụ --district "huyện Ba Vì"')
    if answers.district and (answers.modern or answers.level != COMMUNE):
        raise AnswerError("--district chỉ dùng cho xã, phường, thị trấn ở ngày trước 01/07/2025")
    if answers.communes and answers.level == COMMUNE:
        raise AnswerError("--units là danh sách xã của một tỉnh hay huyện; xã bên cạnh thì dùng --neighbour")
    if answers.former and answers.level != COMMUNE:
        raise AnswerError("--former chỉ dùng cho xã, phường, đặc khu lập từ các xã cũ")
    if not web_address(answers.url) or set("?#") & set(answers.url):
        raise AnswerError(f"“{answers.url}” không phải địa chỉ trang; ví dụ https://tthc.tên-miền.gov.vn/")
    units = [unit, *answers.above, *answers.communes, *answers.former, *answers.neighbours]
    for one in units:
        if one.code != UNKNOWN and not _CODE.fullmatch(one.code):
            raise AnswerError(f"mã “{one.code}” của {one.title} không phải mã đơn vị hành chính: hai đến sáu chữ số")
    first = answers.province or (unit if answers.level == PROVINCE else None)
    if first and answers.modern and first.name not in (*CENTRAL_CITIES, *PROVINCES):
        raise AnswerError(
            f"ngày {day} không có {first.title} (34 tỉnh, thành phố theo 202/2025/QH15): ghi tên hiện nay, "
            "hoặc ghi --as-of 2025-06-30 hay ngày trước đó"
        )


def named(text: str, kinds: tuple[str, ...] = KINDS) -> NamedUnit:
    """`phường Hà Tu:06661` as a unit; the code may be left out. Raises AnswerError."""
    words, _, code = _plain(text).partition(":")
    kind = _kind_before(words, kinds)
    if not kind:
        raise AnswerError(f"“{text}”: ghi loại rồi tên, ví dụ “{kinds[0]} {words.strip() or 'Tân Lập'}”")
    return unit_of(kind, words[len(kind) :], code)


def unit_of(kind: str, name: str, code: str = "") -> NamedUnit:
    """A unit. A name in capitals or in small letters alone gets its capitals. Raises AnswerError for an invalid name or
    code."""
    name = _plain(name)
    if _kind_before(name, (kind,)):  # “phường Hồng Gai” where only the name was asked for
        name = name[len(kind) + 1 :]
    if not name or len(name) > 60 or not _NAME.fullmatch(name):
        raise AnswerError(f"“{name}” không phải tên đơn vị: chữ và số, không dấu ngoặc, dấu hai chấm")
    if name in (name.lower(), name.upper()):
        name = " ".join(word.capitalize() for word in name.split())
    return NamedUnit(kind, name, code.strip() or UNKNOWN)


def kind_of_unit(text: str) -> str:
    """The kind that a text names, also without marks: `phuong` is phường. Raises AnswerError."""
    kind = next((one for one in KINDS if fold(one) == fold(_plain(text))), "")
    if not kind:
        raise AnswerError(f"“{text}” không phải loại đơn vị: {', '.join(KINDS)}")
    return kind


def province_of(text: str, code: str = "", *, modern: bool = False) -> NamedUnit:
    """`Quảng Ninh`, `tỉnh Quảng Ninh`, `TP. Huế`, `hai phong`: a unit of the first level. modern: it is one of today;
    a name that is nearly that of one is then refused. Raises AnswerError."""
    bare = re.sub(r"^(?:tỉnh|thành phố|tp\.)\s*(?=\w)|^tp\s+", "", _plain(text), flags=re.IGNORECASE)
    city = _plain(text).casefold().startswith((CITY, "tp"))
    known = {fold(name): name for name in (*CENTRAL_CITIES, *PROVINCES)} | {"hcm": "Hồ Chí Minh"}
    bare = known.get(fold(bare), bare)
    if modern and bare not in known.values() and (near := suggest(bare, list(known.values()), 0.85)):
        raise AnswerError(f"không có tỉnh, thành phố “{bare}”. {near.removesuffix('?')}")
    return unit_of(CITY if city or bare in CENTRAL_CITIES else "tỉnh", bare, code)


def _plain(text: str) -> str:
    """A typed or pasted text: composed letters, nothing invisible, single spaces."""
    return " ".join(without_invisible(unicodedata.normalize("NFC", text)).split())


def _kind_before(words: str, kinds: tuple[str, ...]) -> str:
    """The kind of unit that the words begin with."""
    plain = fold(words)
    return next((kind for kind in kinds if plain.startswith(f"{fold(kind)} ")), "")
