"""Normalises pasted text: NFC, no control characters, no stray markup, no redundant spaces."""

from __future__ import annotations

import html
import re
import unicodedata
from functools import lru_cache

from generator.schema.values import SPREADSHEET_ERROR
from generator.text.invisible import INVISIBLE

_BREAKS = re.compile("\r\n?|\x0b|\x0c|\x85|\u2028|\u2029")
_TAG_BREAK = re.compile(r"<\s*(?:br|/p|p|/div|/li|/tr)(?=[\s/>])[^<>]{0,200}>", re.IGNORECASE)
# What is inside is for programs, or hidden by the page: never text. Without an end tag it goes on to the end.
_PROGRAM = re.compile(
    r"<\s*(script|style|template|xml)(?=[\s/>])[^<>]{0,2000}>(.*?)(?:<\s*/\s*\1\s*>|\Z)|<!--(.*?)(?:-->|\Z)",
    re.IGNORECASE | re.DOTALL,
)
_TAG = re.compile(r"</?(?:[a-z]+\d?)(?:\s[^<>]{0,200})?/?>", re.IGNORECASE)
_CELL_END = re.compile(r"</\s*(?:td|th|dt|option)(?=[\s>])[^<>]{0,200}>", re.IGNORECASE)
_STRUCK_TAG = re.compile(
    r"<(?:(?:s|strike|del)(?=[\s>])[^<>]{0,200}|[a-z]+\d?\s[^<>]{0,200}line-through[^<>]{0,200})>", re.IGNORECASE
)
_ANY_TAG = re.compile(r"<(/?)([a-z]+\d?)(?:\s[^<>]{0,400})?>", re.IGNORECASE)
# Letters with a stroke through each of them, as programs write struck text where there is no formatting.
_STROKES = re.compile("[\u0335-\u0338]")
_OVERLAID = re.compile("(?:[^\\s\u0335-\u0338]?[\u0335-\u0338]| (?=[^\\s\u0335-\u0338][\u0335-\u0338]))+")
_ENTITY = re.compile(r"&(?:[a-z]{2,8}|#\d{1,6});", re.IGNORECASE)
_SHEET_CONTROL = re.compile(r"(?:_x00(?:0[ABCDabcd]|1[Ff])_\n?)+")
_GONE = re.compile(f"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f{INVISIBLE}\ufffe\uffff]")
_SURROGATE = re.compile("[\ud800-\udfff]")
_PRIVATE_BULLET = re.compile("[\ue000-\uf8ff]+")
_SPACES = re.compile("[ \t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]+")
_NOT_PLAIN = re.compile("[^\n\x20-\x7e\u00a1-\u00ac\u00ae-\u02af\u1ea0-\u1ef9–—‘’“”…•]|  |[<&]| \n|\n |\n\n\n")
_UP = str.maketrans("0123456789+-()", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁽⁾")
_CAN_BE_RAISED = frozenset("0123456789+-() ")
_RAISED_TAG = re.compile(r"<sup(?:\s[^<>]{0,200})?>([0-9()+-]{1,9})</sup\s?>", re.IGNORECASE)
_SHORT = 300  # letters; longer texts hardly repeat
FILE_ENDING = re.compile(r"\.(?:docx?|pdf|xlsx?|rtf|odt|zip|rar|jpe?g|png)$", re.IGNORECASE)
NOTHING = {"", "không có thông tin", "không có thông tin.", "null", "none", "--", "-"}


def text(value: object) -> str:
    """Clean text, line breaks kept. Lone surrogates become U+FFFD, so the result can always be encoded.

    A list of texts becomes lines. None, yes/no and structures have no text: "" (the word account reports what is lost).
    """
    if isinstance(value, list) and all(isinstance(item, (str, int, float)) for item in value):
        value = "\n".join(map(str, value))
    if value is None or isinstance(value, (bool, dict, list, tuple)):
        return ""
    made = str(value)
    return _cleaned(made) if len(made) > _SHORT else _remembered(made)


def _cleaned(value: str) -> str:
    # U+00D0 (eth) looks like Đ but is not a Vietnamese letter; old keyboard drivers produced it.
    raw = unicodedata.normalize("NFC", value).replace("\u00d0", "Đ")
    if "_x00" in raw:  # OOXML escape of a control character, left in by some export programs
        raw = _SHEET_CONTROL.sub("\n", raw)
    if _NOT_PLAIN.search(raw):
        raw = _BREAKS.sub("\n", raw)
        if "<" in raw:
            raw = _PROGRAM.sub(" ", raw)
            if _STRUCK_TAG.search(raw):
                raw = _by_stroke(raw)[0]
            raw = _RAISED_TAG.sub(lambda match: raised(match[1]), raw)
            raw = _TAG.sub("", _CELL_END.sub(" ", _TAG_BREAK.sub("\n", raw)))
        if _ENTITY.search(raw):
            raw = _PROGRAM.sub(" ", html.unescape(raw))
        raw = _OVERLAID.sub(" ", raw)
        raw = _SURROGATE.sub("\ufffd", _PRIVATE_BULLET.sub("•", raw))
        raw = _GONE.sub("", _BREAKS.sub("\n", raw))
        lines = [_SPACES.sub(" ", part).strip() for part in raw.split("\n")]
        raw = unicodedata.normalize("NFC", re.sub(r"\n{3,}", "\n\n", "\n".join(lines)))
    return raw.strip()


# the same cell is cleaned several times, and names of fields and bodies repeat
_remembered = lru_cache(maxsize=10_000)(_cleaned)


def line(value: object) -> str:
    """Clean text on one line."""
    return " ".join(text(value).split())


def programs(value: str) -> list[str]:
    """What `text` leaves out of `value` because it is not for people: contents of script and style elements,
    comments."""
    raw = html.unescape(value) if "&" in value else value
    inside = [match[2] or match[3] or "" for match in _PROGRAM.finditer(raw)] if "<" in raw else []
    return [found for text in inside if (found := " ".join(text.split()))]


def struck(value: str) -> str:
    """What `text` leaves out of `value` because it is struck through: by tags of a page, or by a stroke through each
    letter."""
    found: list[str] = []
    if "<" in value and _STRUCK_TAG.search(value):
        found.append(_by_stroke(_PROGRAM.sub(" ", value))[1])
    if _STROKES.search(value):
        found += [_STROKES.sub("", match[0]) for match in _OVERLAID.finditer(unicodedata.normalize("NFC", value))]
    return line(" ".join(found)) if found else ""


def raised(value: str, otherwise: str = "") -> str:
    """`value` in raised figures: the mark of a note behind “50.000” is no figure of it. Text that has other letters
    stays, behind `otherwise`."""
    return value.translate(_UP) if _CAN_BE_RAISED.issuperset(value) else f"{otherwise}{value}"


def _by_stroke(raw: str) -> tuple[str, str]:
    """(what is not struck, what is struck) of a text with tags."""
    kept: list[str] = []
    gone: list[str] = []
    within: list[str] = []  # the open tags, from the one that strikes
    at = 0
    for tag in _ANY_TAG.finditer(raw):
        (gone if within else kept).append(raw[at : tag.start()])
        at = tag.end()
        name = tag[2].lower()
        if not within and not tag[1] and _STRUCK_TAG.fullmatch(tag[0]):
            within.append(name)
        elif not within:
            kept.append(tag[0])
        elif not tag[1] and not tag[0].endswith("/>") and name != "br":
            within.append(name)
        elif name in within:
            del within[len(within) - 1 - within[::-1].index(name) :]
    (gone if within else kept).append(raw[at:])
    return "".join(kept), " ".join(gone)


def text_or_empty(value: object) -> str:
    """Clean text, or "" when the source only states that it has no information or has an error of the spreadsheet."""
    cleaned = text(value)
    return "" if cleaned.lower() in NOTHING or SPREADSHEET_ERROR.fullmatch(cleaned) else cleaned


def name(value: object) -> str:
    """A procedure's name: one line, without a leading “Thủ tục” and a final full stop or semicolon."""
    cleaned = line(value).rstrip(" .;")
    shorter = re.sub(r"^thủ tục(?: hành chính)?(?:\s++(?::\s++)?|:\s++)(?=\w)", "", cleaned, flags=re.IGNORECASE)
    return shorter[:1].upper() + shorter[1:]


def paper_name(value: object) -> str:
    """A name in a list: one line, without its bullet and trailing punctuation."""
    cleaned = re.sub(r"^(?:[-–+*•]\s*)+", "", line(value)).strip()
    shorter = cleaned.rstrip(";,.:")
    return shorter.rstrip() if shorter != cleaned else cleaned


def no_bullet(value: str) -> str:
    """A one-line text without its bullet; a text of several lines is unchanged."""
    return value if "\n" in value else re.sub(r"^(?:[-–+*•]\s*)+", "", value)


def sentence_case(value: str) -> str:
    """Convert ALL CAPITALS to sentence case; anything else is unchanged."""
    return value[:1].upper() + value[1:].lower() if value.isupper() else value
