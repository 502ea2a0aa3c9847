"""Values that several records share: texts, codes, dates, amounts, "không" and "chưa rõ".

YAML scalars arrive as text (the parser never guesses types), so each type here parses its own text and describes
faults in Vietnamese. Errors are `PydanticCustomError`s; the hint is in the error's context.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from typing import TYPE_CHECKING, Annotated, Any, Literal, NamedTuple, Union

from generator.schema.dates import FIRST_YEAR, ISO_HINT, LAST_YEAR, iso_day, meant
from generator.text.audience import FALSE, TRUE, either
from generator.text.excerpts import excerpt
from generator.text.number_words import NUMBERS

if TYPE_CHECKING:
    from pydantic_core import PydanticCustomError

NONE = "không"
UNKNOWN = "chưa rõ"
PENDING_CONTACT = "chờ đơn vị bổ sung"  # contacts the unit has not provided yet; counted, never invented
BY_COUNCIL = "HĐND tỉnh quy định"
BY_DOCUMENT = "theo văn bản"
UNLIMITED = "không quy định"

# Error values of spreadsheets; pasted, they look like text.
SPREADSHEET_ERROR = re.compile(
    r"#(?:NAME\?|N/A|REF!|VALUE!|DIV/0!|NUM!|NULL!|SPILL!|CALC!|BLOCKED!|CONNECT!|FIELD!|UNKNOWN!|BUSY!|GETTING_DATA|PYTHON!|EXTERNAL!|#+)"
    r"|Err:\d{3}",
    re.IGNORECASE,
)

_NO_NAME = re.compile(r"(?:true|false|có|không|đúng|sai|yes|no|[\W\d_]|(?<![^\W\d_])[^\W\d_](?![^\W\d_]))*+", re.IGNORECASE)


def is_name(text: str) -> bool:
    """True if a text can name a procedure: “TRUE”, “12345”, “08:00”, “Có”, “x” come out of other cells."""
    return _NO_NAME.fullmatch(text) is None


Stated = Literal["không", "chưa rõ"]


class Stripped(NamedTuple):
    """Marks a text without the white space around it."""

    ends: bool = True


class Parsed(NamedTuple):
    """Marks a value that `parse` makes of what YAML gives; it raises PydanticCustomError."""

    parse: Callable[[Any], Any]


class Alternatives(NamedTuple):
    """Marks a union: `choose` says by a tag which of its types a value is meant to have. tags: of these types, in
    order; they start with @ so that the error translator can remove them from paths. error, message: what is reported
    where none is meant."""

    choose: Callable[[Any], str]
    tags: tuple[str, str] = ("@given", "@said")
    error: str | None = None
    message: str | None = None


Text = Annotated[str, Stripped()]


def _fail(kind: str, message: str, hint: str = "") -> PydanticCustomError:
    from pydantic_core import PydanticCustomError

    return PydanticCustomError(kind, "{message}", {"message": message, "hint": hint})


def _date(value: object) -> Any:
    if isinstance(value, (dt.date, type(None))):
        return value
    if isinstance(value, (list, dict)):
        raise _fail("ngay", "phải là một ngày", ISO_HINT)
    text = str(value).strip()
    if day := iso_day(text):
        return day
    found = meant(text)
    raise _fail(
        "ngay",
        f"“{excerpt(text)}” {found.reason or 'chưa đúng dạng ngày'}".replace("” không có", "”: không có"),
        found.hint,
    )


_COUNTED = {word: str(number) for word, number in NUMBERS.items()}
_COUNTED |= {f"{number:02}": str(number) for number in range(1, 10)}


def _whole(value: object) -> Any:
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    text = str(value).strip() if value is not None else ""
    if text.isdecimal() and text.isascii() and len(text) <= 12:
        return int(text)
    raise _fail("so_nguyen", f"“{excerpt(text)}” không phải số nguyên", _whole_hint(text))


_THOUSANDS = {"": 0, "k": 1, "nghìn": 1, "ngàn": 1, "tr": 2, "triệu": 2, "tỷ": 3, "tỉ": 3}
# numbers as people write them: 8.000đ, 8k, 1,5 triệu đồng/hồ sơ, 15 ngày
_WRITTEN = re.compile(
    rf"(?P<whole>[0-9]{{1,3}}(?P<groups>(?:[., ][0-9]{{3}}){{1,4}})?+|[0-9]{{1,12}})(?:[.,](?P<part>[0-9]{{1,2}}))?+"
    rf"(?: ?(?P<unit>{'|'.join(filter(None, _THOUSANDS))})(?!\w))?+(?: ?(?:đ|đồng|vnđ|vnd)(?!\w))?+"
    r"(?P<rest>[ /][ /]?[^\W\d_][^\d]{0,60})?",
    re.IGNORECASE,
)


def _whole_hint(text: str) -> str:
    """What a text that is no whole number was meant to say, or how to write one."""
    written = _WRITTEN.fullmatch(_COUNTED.get(text.lower(), text))
    if not written or written["unit"] and written["groups"]:
        return "Viết bằng chữ số, liền nhau, ví dụ 1 hoặc 8000."
    places = 3 * _THOUSANDS[(written["unit"] or "").lower()]
    part = (written["part"] or "").rstrip("0")
    if len(part) > places:
        return "Số lẻ không ghi được: đổi ra đơn vị nhỏ hơn, ví dụ 1,5 ngày làm việc thì ghi 12 giờ làm việc."
    number = int(re.sub(r"[., ]", "", written["whole"]) + part.ljust(places, "0"))
    if written["rest"]:
        return f"Chỉ ghi số, ở đây là {number}; đơn vị và lời kèm theo có khóa riêng."
    return f"Ý bạn là {number}?"


def _year(value: object) -> Any:
    number = _whole(value)
    if FIRST_YEAR <= number <= LAST_YEAR:
        return number
    raise _fail("so_nguyen", f"“{excerpt(str(value))}” không phải một năm", "Viết đủ bốn chữ số, ví dụ 2023.")


YES, NO = either("true (có)", "có"), either("false (không)", "không")


def _yes_no(value: object) -> Any:
    if isinstance(value, bool):
        return value
    known = {"true": True, "false": False, "có": True, "không": False}
    text = str(value).strip().lower()
    if text in known:
        return known[text]
    raise _fail("co_khong", f"“{excerpt(text)}” không phải {TRUE} hay {FALSE}", f"Viết {YES} hoặc {NO}.")



Date = Annotated[dt.date, Parsed(_date)]
Whole = Annotated[int, Parsed(_whole)]
Year = Annotated[int, Parsed(_year)]
YesNo = Annotated[bool, Parsed(_yes_no)]


def _by_type(value: object) -> str:
    return "@said" if isinstance(value, str) else "@given"


def or_stated(item: object, stated: object = Stated) -> Any:
    """A part that is either given (`item`) or stated in words ("không", "chưa rõ" …)."""
    message = "phải là danh sách hoặc một từ nói rõ"
    return Annotated[Union[item, stated], Alternatives(_by_type, error="noi_ro", message=message)]


def _amount(value: object) -> str:
    text = str(value).strip()
    return "@said" if text and not text[0].isdigit() and not isinstance(value, int) else "@given"


Amount = Annotated[Union[Whole, Literal["HĐND tỉnh quy định", "theo văn bản"]], Alternatives(_amount)]


def _date_or_unknown(value: object) -> str:
    return "@said" if isinstance(value, str) and value.strip() == UNKNOWN else "@given"


DateOrUnknown = Annotated[Union[Date, Literal["chưa rõ"]], Alternatives(_date_or_unknown)]
