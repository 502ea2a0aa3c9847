"""Số điện thoại, số giấy tờ của người dân trong chữ công khai.

Trả lời phản ánh, kết luận kiểm tra, tin bài đăng cho mọi người đọc (NĐ 63/2010/NĐ-CP Điều 22) không được kèm số điện
thoại, số căn cước, chứng minh nhân dân, thư điện tử của người gửi. Xóa số ấy, hoặc viết “người gửi”, “một công dân”.
Thủ tục cũng vậy: trong các bước, giấy tờ chỉ được nói loại giấy, không chép số căn cước, số di động của ai. Số điện
thoại, thư của cơ quan đã có trong content/units/ hoặc site.yml thì không bị báo. Trong trả lời phản ánh, thủ tục, hướng
dẫn, họ tên đứng sau “ông”, “bà”, “anh”, “chị” thì nhắc: cán bộ thì ghi chức vụ.

Sai: `phan_anh: Ông A (0912 345 678) hỏi về lệ phí.`
Đúng: `phan_anh: Người gửi hỏi về lệ phí.`
"""

import re
from collections.abc import Iterator
from itertools import takewhile
from typing import Any

from generator.checks._engine.context import ValidationContext
from generator.checks._engine.own_fields import own_texts
from generator.checks._engine.rule import Finding
from generator.checks._engine.surnames import AFTER_TITLE
from generator.loading.entry import Entry
from generator.loading.store import Store
from generator.loading.versions import VERSIONED
from generator.problem import ERROR, WARNING
from generator.schema.kinds import REGISTERS
from generator.schema.record import walk

ID = "TT-118"
SEVERITY = ERROR
SCOPE = "content"
SUPPRESSIBLE = False
LAW = "NĐ 63/2010 Đ22"
CONFIDENCE = "V"
CHECKS = ("P05",)
KINDS = (
    "notice",
    "task",
    "procedure",
    "overlay",
    "guide",
    "handbook",
    *VERSIONED.values(),
    *REGISTERS,
)
RECORDS = {"procedure", "overlay", "guide", "handbook", *VERSIONED.values()}
NAMING = {"answer", *RECORDS}
FREE_MAIL = re.compile(r"@(?:gmail|yahoo|hotmail|outlook|icloud|zalo)\.")  # of persons: offices write from .gov.vn
MOBILE = re.compile(r"0[35789]\d{8}")
ADDRESSES = {"dien_thoai", "tep", "lien_ket"}  # web addresses carry long numbers of their own
NOT_MONEY = r"(?!\d|[.,]\d|\s*(?:đồng|đ\b|VNĐ|triệu))"
# after the name of such a document, nine or twelve digits are its number, however they are grouped
PAPER = re.compile(
    r"(?i)(?:CMND|CMTND|CCCD|chứng minh(?: thư| nhân dân)?|căn cước(?: công dân)?)"
    r"[^\d\n]{0,20}(\d(?:[ .-]?\d){8}(?:(?:[ .-]?\d){3})?)(?!\d)"
)
FOUND = (
    ("số giấy tờ tùy thân", PAPER),
    ("số thẻ bảo hiểm y tế", re.compile(r"(?<!\w)[A-Z]{2} ?\d ?\d{2} ?\d{10}(?!\w)")),
    ("số hộ chiếu", re.compile(r"(?<![\w/.,-])[A-Z]\d{7,8}(?![\w/])")),
    ("số căn cước", re.compile(rf"(?<![\w/.,-])0\d\d(?:[ .]?\d{{3}}){{3}}{NOT_MONEY}")),
    ("số điện thoại", re.compile(r"(?<![\w/.,-])(?:\(?\+?84\)?|\(?0)[ .-]?\d(?:[ .)-]{0,2}\d){7,9}(?![\w/])")),
    ("số chứng minh nhân dân", re.compile(rf"(?<![\w/.,-])\d{{9}}{NOT_MONEY}(?![\w/])")),
    ("thư điện tử", re.compile(r"[\w.+-]{1,64}+@[\w-]++(?:\.[\w-]++)+")),
)
# no number above has fewer than seven digits, nor more than three other characters between two of them
SEVEN_DIGITS = re.compile(r"\d(?:\W{0,3}\d){6}")
NINE_DIGITS = re.compile(r"\d(?:\W{0,3}\d){8}")  # nor has one that counts in RECORDS fewer than nine
FEWEST = 5  # letters of an address of mail: a@b.c; numbers and names are longer
NAME = "họ tên"
# no word goes on before the title, which is asked last, since a text is searched faster for letters
TITLES = ("Ông", "ông", "Bà", "bà", "Anh", "anh", "Chị", "chị", "Cô", "cô", "Chú", "chú", "Bác", "bác")
ADDRESSED = "|".join(f"{title}(?<!\\w{'.' * len(title)})" for title in TITLES)
PERSON = re.compile(rf"(?:{ADDRESSED}) (?:{AFTER_TITLE})((?: \w{{1,7}}){{1,3}})(?!\w)")
DATE = re.compile(r"\d{1,2}[ .-]\d{1,2}[ .-]\d{4}")


def facts(entry: Entry) -> list[tuple[tuple[Any, ...], str, str, tuple[int, int] | None]]:
    """What looks personal in the record, of whomever: (path, kind of number, as written, place in a Markdown body)."""
    kind = entry.kind.name
    found: list[tuple[tuple[Any, ...], str, str, tuple[int, int] | None]] = []
    fewest = NINE_DIGITS if kind in RECORDS else SEVEN_DIGITS
    written = entry.joined_texts
    numbered = "@" in written or fewest.search(written)
    named = kind in NAMING and PERSON.search(written)
    if not numbered and not named:  # as nearly always
        return found
    for path, spec, text in own_texts(entry):
        if spec.key in ADDRESSES or len(text) < FEWEST:
            continue
        numbers = _personal(text) if "@" in text or fewest.search(text) else ()
        people = [(NAME, name) for name in _people(text)] if named else []
        for what, number in [*numbers, *people]:
            if kind in RECORDS and what != NAME and not _of_a_person(what, number):
                continue
            found.append((path, what, number, _in_body(entry, path, text, number)))
    return found


def check(entry: Entry, context: ValidationContext) -> Iterator[Finding]:
    """Phone, identity numbers and e-mail addresses in published texts, except those of offices."""
    for path, what, number, at in entry.facts.get(ID, ()):
        if what == NAME or _plain(number) not in context.cached(_official):
            hint = "Xóa đi, hoặc viết “người gửi”, “một công dân”."
            mild = WARNING if what == NAME else None
            yield Finding(tuple(path), f"có {what} “{number}”", hint, at=tuple(at) if at else None, severity=mild)


def _of_a_person(what: str, number: str) -> bool:
    """Procedures name numbers of forms, of offices and their telephones: only what can be nobody else's counts."""
    if what == "thư điện tử":
        return bool(FREE_MAIL.search(number.lower()))
    return what in ("số giấy tờ tùy thân", "số căn cước") or bool(MOBILE.fullmatch(_plain(number)))


def _in_body(entry: Entry, place: tuple[Any, ...], text: str, found: str) -> tuple[int, int] | None:
    """(line, column) within a Markdown body, which is one value to the reader."""
    first = entry.document.body_line
    if not first or place != ("noi_dung",):
        return None
    start = max(text.find(found), 0)
    return first + text.count("\n", 0, start), start - text.rfind("\n", 0, start)


def _personal(text: str) -> Iterator[tuple[str, str]]:
    text = re.sub(r"[\u00a0\u2009\u202f]", " ", re.sub(r"[\u2010-\u2014]", "-", text))
    text = re.sub(r"(?<=\d{7})/(?=[+0]\d{7})", ",", text)  # two phone numbers with a stroke between
    taken: list[tuple[int, int]] = []
    for what, pattern in FOUND:
        for match in pattern.finditer(text):
            if DATE.match(match[0]) or any(a < match.end() and match.start() < b for a, b in taken):
                continue
            taken.append(match.span())
            yield what, match[0]


def _people(text: str) -> Iterator[str]:
    """A title with a surname and one to three more words, all with a capital."""
    for found in PERSON.finditer(text):
        more = list(takewhile(lambda word: word[0].isupper(), found[1].split()))
        if more:
            yield " ".join([found[0][: found.start(1) - found.start()], *more])


def _plain(text: str) -> str:
    return text.casefold() if "@" in text else re.sub(r"^84", "0", re.sub(r"\D", "", text))


def _official(store: Store) -> set[str]:
    """Every phone number and e-mail of an office."""
    found = set()
    for kind in ("unit", "site", "overlay"):
        for entry in store.of(kind):
            for _, spec, value in walk(entry.record):
                if isinstance(value, str) and (spec.key in ("dien_thoai", "thu_dien_tu") or spec.key == "so"):
                    found |= {_plain(part) for part in re.split(r"[,;/]|hoặc", value)}
    return found
