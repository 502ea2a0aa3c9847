"""Accounts for every word of a source: in a record, in a note, as structure, or reported as not read.

The account compares texts and does not rely on what the reader reports, so values that a reader drops are found
independently."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from generator.importing.extract.dates import from_epoch_ms
from generator.importing.word_search import DATE, SEED, SHORT, MadeTexts, SoughtTexts, squeeze
from generator.importing.word_structure import is_structure, without_structure, words
from generator.schema.values import SPREADSHEET_ERROR

_PARTS = (re.compile(r"\n"), re.compile(r"[,;]\s"))
NO_PLACE = "không tìm thấy chỗ đặt"
_MANY = 500  # letters
_TECHNICAL = re.compile(
    r"(?:^|\.)(?:id|\w*Ids?|bucketName|filePath|createdAt|updatedAt)(?:\[\])?$|(?:\[\]|^category)\.code$", re.IGNORECASE
)
_IDENTIFIER = re.compile(r"[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}", re.IGNORECASE)
_EPOCH = 100_000_000_000  # milliseconds; a larger number is a time stamp, not a fee
_CODED = re.compile(r"[A-Z][A-Z0-9_]+")  # WORKING_DAY: a value of a closed list, converted by a table
_ENDING = re.compile(r"\.(?:docx?|pdf|xlsx?|rtf|odt|zip|rar|jpe?g|png)$", re.IGNORECASE)


_NUMBER = re.compile(r"\d{1,3}")
# The place of a running number, and of what numbers the machine's own rows.
_ORDER = re.compile(
    r"^(?:stt|tt|số\s?(?:tt|thứ tự)|no\.?|#)$|(?:order|index|sort|priority|version)\w*$|^cột \d", re.IGNORECASE
)


class Leaf(NamedTuple):
    """One value of a source. path: its place in the record; key: the model key it belongs to, "" when unknown."""

    path: str
    text: str
    key: str = ""


class Unread(NamedTuple):
    """Words that are in no record and no note. place: the record or row; path: the column, label or key there."""

    place: str
    path: str
    text: str
    reason: str


@dataclass(slots=True)
class WordAccount:
    """Words of a source by what became of them; `total` is their sum."""

    placed: int = 0  # in the data of a record
    noted: int = 0  # in its source notes
    structure: int = 0  # titles, bullets, units, closed lists
    reported: int = 0  # technical values and parts not read, each in the report
    technical: Counter[str] = field(default_factory=Counter)  # path -> words: identifiers of rows, files and tables
    unread: list[Unread] = field(default_factory=list)
    by_key: dict[str, list[int]] = field(default_factory=dict)  # model key -> [words, of these not read]

    @property
    def total(self) -> int:
        return self.placed + self.noted + self.structure + self.reported

    @property
    def unread_words(self) -> int:
        """Words reported as not read."""
        return sum(words(item.text) for item in self.unread)

    def add(self, other: WordAccount) -> None:
        """Add the account of one record to that of the file."""
        self.placed += other.placed
        self.noted += other.noted
        self.structure += other.structure
        self.reported += other.reported
        self.unread += other.unread
        self.technical.update(other.technical)

    def aside(self, place: str, text: str, reason: str = "") -> None:
        """Text outside any record: with a reason it is not read, without one it is structure (a title, a header)."""
        if not words(text):
            return
        if reason:
            self.reported += words(text)
            self.unread.append(Unread(place, "", text, reason))
        else:
            self.structure += words(text)


def leaves(value: Any, path: str = "", keys: dict[str, str] | None = None) -> Iterator[Leaf]:
    """Every text and number of a JSON value. keys: model key by the first part of the path."""
    if isinstance(value, dict):
        for key, item in value.items():
            yield from leaves(item, f"{path}.{key}" if path else str(key), keys)
    elif isinstance(value, list):
        for item in value:
            yield from leaves(item, f"{path}[]", keys)
    elif isinstance(value, str) or (isinstance(value, (int, float)) and not isinstance(value, bool) and value):
        text = value if isinstance(value, str) else _number(value)
        yield Leaf(path, text, (keys or {}).get(re.split(r"[.\[]", path, maxsplit=1)[0], ""))


def _number(value: int | float) -> str:
    day = from_epoch_ms(value) if abs(value) > _EPOCH else None
    return f"{day:%d/%m/%Y}" if day else f"{value:.10g}" if isinstance(value, float) else str(value)


def account(place: str, source: Iterable[Leaf], data: Any, notes: list[str], reported: list[str]) -> WordAccount:
    """The account of the texts of one record: found in `data`, in its `notes`, or in the technical values
    `reported`."""
    tally = WordAccount()
    outputs = MadeTexts(SoughtTexts(_values(data)), SoughtTexts(notes), SoughtTexts(reported))
    for leaf in source:
        leaf = leaf._replace(text=_ENDING.sub("", leaf.text.strip()))
        count = words(leaf.text)
        if not count:
            continue
        before = len(tally.unread)
        if leaf.text[:1] in "#E" and SPREADSHEET_ERROR.fullmatch(leaf.text):
            tally.reported += count
            tally.unread.append(Unread(place, leaf.path, leaf.text, NO_PLACE))
        elif _TECHNICAL.search(leaf.path) or _IDENTIFIER.fullmatch(leaf.text.strip()):
            tally.technical[leaf.path] += count
            tally.reported += count
        elif _CODED.fullmatch(leaf.text.strip()) and squeeze(leaf.text) not in outputs.reported.full_texts:
            tally.structure += count
        elif _NUMBER.fullmatch(leaf.text) and not _ORDER.search(leaf.path):  # a count, an amount, a time
            name = next((name for name, output in outputs.named() if int(leaf.text) in output.numbers), "")
            if name:
                setattr(tally, name, getattr(tally, name) + count)
            else:
                tally.reported += count
                tally.unread.append(Unread(place, leaf.path, leaf.text, NO_PLACE))
        else:
            _settle(tally, place, leaf, outputs, count)
        if leaf.key:
            share = tally.by_key.setdefault(leaf.key, [0, 0])
            share[0] += count
            share[1] += sum(words(item.text) for item in tally.unread[before:])
    return tally


def _settle(tally: WordAccount, place: str, leaf: Leaf, outputs: MadeTexts, count: int) -> None:
    """Count the words of one value by where they are found: as a whole, else line by line, else piece by piece."""
    wanted = squeeze(leaf.text)
    for name, output in outputs.named():
        if wanted in output.full_texts or (len(wanted) >= SEED and wanted in output.text):
            setattr(tally, name, getattr(tally, name) + count)
            return
    if len(leaf.text) < SHORT and is_structure(leaf.text):
        tally.structure += count
        return
    split = _PARTS[0 if "\n" in leaf.text else 1].split(leaf.text)
    parts = [(part, number) for part in split if (number := words(part))]
    if len(parts) > 1 and ("\n" in leaf.text or len(leaf.text) < SHORT):
        for part, number in parts:
            _settle(tally, place, leaf._replace(text=part), outputs, number)
        return
    pieces = [(piece, squeeze(piece)) for piece in DATE.sub(r"\1/\2/\3", leaf.text).split()]
    wanted = "".join(squeezed for _, squeezed in pieces)
    covered = [""] * len(wanted)
    start = 0
    # One fast test for all outputs; a long text is tested so often that an index of all seeds pays.
    known = outputs.seeds if len(wanted) > _MANY else outputs.all_texts
    while start <= len(wanted) - SEED:
        if wanted[start : start + SEED] not in known:
            start += 1
            continue
        length, where = 0, ""
        for name, output in outputs.named():
            found = output.match(wanted, start)
            if found and (found, name) > (length, where):
                length, where = found, name
        if length:
            covered[start : start + length] = [where] * length
        start += length or 1
    if len(wanted) > 60 and covered.count("") * 2 > len(wanted):
        covered = [""] * len(wanted)  # the matches are only common phrases
    _count(tally, place, leaf, pieces, covered, outputs)


def _count(
    tally: WordAccount,
    place: str,
    leaf: Leaf,
    pieces: list[tuple[str, str]],
    covered: list[str],
    outputs: MadeTexts,
) -> None:
    """Count each word where most of its letters were found; what is left is structure or not read."""
    run: list[str] = []
    at = 0
    for piece, squeezed in [*pieces, ("", "\0")]:
        if not squeezed:
            continue
        found = covered[at : at + len(squeezed)] or ["end"]
        at += len(squeezed)
        name, number = found[0], found.count(found[0])
        if number < len(found):
            name, number = Counter(found).most_common(1)[0]
        if not name and len(pieces) == 1 and any(squeezed in output.words for _, output in outputs.named()):
            name = "placed"
        if name and (number * 2 >= len(squeezed) or name == "end"):
            _rest(tally, place, leaf, run, outputs.placed)
            run = []
            if name != "end":
                setattr(tally, name, getattr(tally, name) + 1)
        else:
            run.append(piece)


def _rest(tally: WordAccount, place: str, leaf: Leaf, run: list[str], data: SoughtTexts) -> None:
    if not run:
        return
    total = words(" ".join(run))
    kept = [
        piece
        for piece in without_structure(" ".join(run)).split()
        if squeeze(piece)
        and squeeze(piece) not in data.full_texts
        and not (_NUMBER.fullmatch(piece) and int(piece) in data.numbers)
    ]
    if words(" ".join(kept)) > total:  # pieces of one word: an address
        kept = run
    lost = words(" ".join(kept))
    tally.structure += total - lost
    tally.reported += lost
    if lost:
        tally.unread.append(Unread(place, leaf.path, " ".join(kept), NO_PLACE))


def _values(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        for item in value.values():
            yield from _values(item)
    elif isinstance(value, (list, tuple)):
        for item in value:
            yield from _values(item)
    elif isinstance(value, dt.date):
        yield f"{value:%d/%m/%Y}"
    elif value is not None and not isinstance(value, bool):
        yield str(value)
