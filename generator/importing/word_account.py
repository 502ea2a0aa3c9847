"""Accounts for every word of a source: in a record, in a note, as structure, or reported as not read.

The account compares texts and does not rely on what the reader reports, so values that a reader drops are found
independently."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from generator.importing.extract.dates import from_epoch_ms
from generator.importing.text_cleaning import FILE_ENDING
from generator.importing.word_search import DATE, SEED, SHORT, MadeTexts, SoughtTexts, squeeze
from generator.importing.word_structure import is_structure, without_structure, words
from generator.schema.values import SPREADSHEET_ERROR

_COMMAS = re.compile(r"[,;]\s")
NO_PLACE = "không tìm thấy chỗ đặt"
_MANY = 500  # letters
_TECHNICAL = re.compile(
    r"(?:^|\.)(?:id|\w*Ids?|bucketName|filePath|createdAt|updatedAt)(?:\[\])?$|(?:\[\]|^category)\.code$", re.IGNORECASE
)
_IDENTIFIER = re.compile(r"[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}", re.IGNORECASE)
_EPOCH = 100_000_000_000  # milliseconds; a larger number is a time stamp, not a fee
_CODED = re.compile(r"[A-Z][A-Z0-9_]+")  # WORKING_DAY: a value of a closed list, converted by a table
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

    def found(self, outcome: str, count: int) -> None:
        """Count words that were found. outcome: “placed”, “noted” or “reported”, as in `MadeTexts`."""
        setattr(self, outcome, getattr(self, outcome) + count)

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


def leaves(value: object, path: str = "", keys: dict[str, str] | None = None) -> Iterator[Leaf]:
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


def account(place: str, source: Iterable[Leaf], data: object, notes: list[str], reported: list[str]) -> WordAccount:
    """The account of the texts of one record: found in `data`, in its `notes`, or in the technical values
    `reported`."""
    accountant = _Accountant(place, MadeTexts(SoughtTexts(_values(data)), SoughtTexts(notes), SoughtTexts(reported)))
    for leaf in source:
        accountant.add(leaf._replace(text=FILE_ENDING.sub("", leaf.text.strip())))
    return accountant.tally


class _Accountant:
    """Accounts for the values of one record in `tally`. place: the record; outputs: the texts that were made of it."""

    def __init__(self, place: str, outputs: MadeTexts) -> None:
        self.tally = WordAccount()
        self._place = place
        self._outputs = outputs

    def add(self, leaf: Leaf) -> None:
        """Count the words of one value."""
        count = words(leaf.text)
        if not count:
            return
        unread_before = len(self.tally.unread)
        self._settle(leaf, count)
        if leaf.key:
            share = self.tally.by_key.setdefault(leaf.key, [0, 0])
            share[0] += count
            share[1] += sum(words(item.text) for item in self.tally.unread[unread_before:])

    def _settle(self, leaf: Leaf, count: int) -> None:
        """Count a value by its form: an error, an identifier, a code, a number, else a text."""
        text = leaf.text
        if text[:1] in "#E" and SPREADSHEET_ERROR.fullmatch(text):
            self._unread(leaf, text, count)
        elif _TECHNICAL.search(leaf.path) or _IDENTIFIER.fullmatch(text.strip()):
            self.tally.technical[leaf.path] += count
            self.tally.reported += count
        elif _CODED.fullmatch(text.strip()) and squeeze(text) not in self._outputs.reported.full_texts:
            self.tally.structure += count
        elif _NUMBER.fullmatch(text) and not _ORDER.search(leaf.path):  # a count, an amount, a time
            number = int(text)
            where = next((name for name, output in self._outputs.named() if number in output.numbers), "")
            if where:
                self.tally.found(where, count)
            else:
                self._unread(leaf, text, count)
        else:
            self._settle_text(leaf, count)

    def _settle_text(self, leaf: Leaf, count: int) -> None:
        """Count the words of a text by where they are found: as a whole, else line by line, else piece by piece."""
        text = leaf.text
        wanted = squeeze(text)
        for name, output in self._outputs.named():
            if wanted in output.full_texts or (len(wanted) >= SEED and wanted in output.text):
                self.tally.found(name, count)
                return
        if len(text) < SHORT and is_structure(text):
            self.tally.structure += count
            return
        has_lines = "\n" in text
        split = text.split("\n") if has_lines else _COMMAS.split(text)
        parts = [(part, number) for part in split if (number := words(part))]
        if len(parts) > 1 and (has_lines or len(text) < SHORT):
            for part, number in parts:
                self._settle_text(leaf._replace(text=part), number)
            return
        pieces = [(piece, squeeze(piece)) for piece in DATE.sub(r"\1/\2/\3", text).split()]
        self._count_pieces(leaf, pieces, self._cover("".join(squeezed for _, squeezed in pieces)))

    def _cover(self, wanted: str) -> list[str]:
        """For each letter the name of the output in which the stretch around it was found, "" if in none."""
        covered = [""] * len(wanted)
        # One fast test for all outputs; a long text is tested so often that an index of all seeds pays.
        seeds = self._outputs.seeds if len(wanted) > _MANY else self._outputs.all_texts
        start = 0
        while start <= len(wanted) - SEED:
            if wanted[start : start + SEED] not in seeds:
                start += 1
                continue
            length, where = max((output.match(wanted, start), name) for name, output in self._outputs.named())
            covered[start : start + length] = [where] * length
            start += length or 1
        if len(wanted) > 60 and covered.count("") * 2 > len(wanted):
            return [""] * len(wanted)  # the matches are only common phrases
        return covered

    def _count_pieces(self, leaf: Leaf, pieces: list[tuple[str, str]], covered: list[str]) -> None:
        """Count each word where most of its letters were found; what is left is structure or not read. pieces: the
        words and their squeezed form; covered: where each letter of the latter was found."""
        missing: list[str] = []  # neighbouring words that were not found
        position = 0
        for piece, squeezed in pieces:
            if not squeezed:
                continue
            letters = covered[position : position + len(squeezed)]
            position += len(squeezed)
            where, number = letters[0], letters.count(letters[0])
            if number < len(letters):
                where, number = Counter(letters).most_common(1)[0]
            if not where and len(pieces) == 1 and any(squeezed in output.words for _, output in self._outputs.named()):
                where = "placed"
            if where and number * 2 >= len(squeezed):
                self._settle_missing(leaf, missing)
                missing = []
                self.tally.found(where, 1)
            else:
                missing.append(piece)
        self._settle_missing(leaf, missing)

    def _settle_missing(self, leaf: Leaf, missing: list[str]) -> None:
        """Count words that were not found in a text: structure, numbers that were found elsewhere, or not read."""
        if not missing:
            return
        data, run = self._outputs.placed, " ".join(missing)
        total = words(run)
        kept = " ".join(
            piece
            for piece in without_structure(run).split()
            if squeeze(piece)
            and squeeze(piece) not in data.full_texts
            and not (_NUMBER.fullmatch(piece) and int(piece) in data.numbers)
        )
        if words(kept) > total:  # pieces of one word: an address
            kept = run
        unread = words(kept)
        self.tally.structure += total - unread
        if unread:
            self._unread(leaf, kept, unread)

    def _unread(self, leaf: Leaf, text: str, count: int) -> None:
        self.tally.reported += count
        self.tally.unread.append(Unread(self._place, leaf.path, text, NO_PLACE))


def _values(value: object) -> Iterator[str]:
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
