"""Intermediate record produced by a source: model keys, plus unmapped values and fields flagged as uncertain."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path

from generator.checks._engine.runner import ParallelMap
from generator.importing.word_account import Leaf, WordAccount, account
from generator.plain_data import Fields
from generator.schema.procedure import Procedure
from generator.schema.record import specs
from generator.schema.values import UNKNOWN


class ImportRefused(Exception):
    """The file cannot be imported; the message is a Vietnamese sentence for the user (exit code 2)."""


@dataclass(frozen=True, slots=True)
class Options:
    """Options of a source. known: (code, name, field) of existing procedures, to match names against."""

    date: dt.date | None = None
    known: tuple[tuple[str, str, str], ...] = ()
    accept_match: float = 1.0
    hidden: bool = False
    mapping: dict[str, str] | None = None  # of a table: heading -> YAML key
    refuses: Callable[[DraftRecord], str] | None = None  # returns why a record is left out
    map_parallel: ParallelMap | None = None  # maps the making of records over several processes

    def leaves_out(self, record: DraftRecord) -> bool:
        """True for a record that the import does not take."""
        return self.refuses is not None and bool(self.refuses(record))


FEE_NOT_SAID = "nguồn không nói có thu phí, lệ phí hay không"  # the reason of a doubt: the source states no fee
FREE_CONTRADICTED = "nguồn ghi “Miễn phí” nhưng phần khác nói có nộp phí, lệ phí"  # likewise: free, or not
NATIONAL = "CSDL quốc gia"  # the author of the words


@dataclass(slots=True)
class LawFacts:
    """The facts that a record states about a legal document; nothing is inferred."""

    number: str
    name: str = ""


@dataclass(slots=True)
class DraftRecord:
    """One record. data: YAML keys to plain values; location: location in the source file, for messages."""

    location: str
    data: Fields = field(default_factory=dict)
    laws: list[LawFacts] = field(default_factory=list)
    state: str = ""  # "abolished" when the source says so
    notes: list[str] = field(default_factory=list)  # information with no field in the model: goes to ghi_chu_nguon
    unplaced: list[tuple[str, str]] = field(
        default_factory=list
    )  # technical values with no field in the model: reported only
    doubts: list[tuple[str, str]] = field(default_factory=list)  # (top-level key, reason for the uncertainty)
    confidence: dict[str, float] = field(default_factory=dict)  # key -> share of the text parsed with certainty, 0–1
    successors: list[str] = field(default_factory=list)  # codes that replace it, as the source says
    read: tuple[Leaf, ...] = ()  # values of the source that are not accounted for yet
    words: WordAccount = field(default_factory=WordAccount)  # account of the words of the source

    @property
    def code(self) -> str:
        return str(self.data.get("ma_thu_tuc") or "")

    @property
    def name(self) -> str:
        return str(self.data.get("ten_thu_tuc") or "")

    @property
    def unclear(self) -> set[str]:
        """Limit and fee, if the source states something that gives no certain value."""
        keys = {"thoi_han_giai_quyet", "phi_le_phi"}
        doubted = {key for key, reason in self.doubts if key in keys and reason != FEE_NOT_SAID}
        return doubted | {"phi_le_phi" for _, reason in self.doubts if reason == FREE_CONTRADICTED}

    def set(self, key: str, value: object) -> None:
        """Set `key` unless `value` is empty."""
        if value not in (None, "", [], {}):
            self.data[key] = value

    def flag_uncertain(self, key: str, reason: str) -> None:
        """Flag `key` as uncertain."""
        if (key, reason) not in self.doubts:
            self.doubts.append((key, reason))

    def finalise(
        self, source: str, date: dt.date | None, read: Iterable[Leaf], note: str = "", wording: str = ""
    ) -> DraftRecord:
        """Account for the words of the source and add the notes and the verification block. Returns self.

        read: every value of the record in the source; source, date: where it is from and when it was taken; wording:
        whose words the texts are, until editors have written them again.
        """
        self.read = tuple(read)
        laws = [text for law in self.laws for text in (law.number, law.name)]
        placed = [self.data, laws, source, date]
        self.words = account(self.location, self.read, placed, self.notes, [value for _, value in self.unplaced])
        for key, (total, lost) in self.words.by_key.items():
            if lost and (key in self.confidence or lost * 20 > total):
                self.confidence[key] = min(self.confidence.get(key, 1.0), 1 - lost / total)
                self.flag_uncertain(key, "có chữ ở nguồn chưa vào đâu, báo cáo kể từng chỗ")
        doubted = {key for key, _ in self.doubts}
        pending = [spec.key for spec in specs(Procedure) if spec.key in doubted and spec.key in self.data]
        shares = [
            f"{key} {percent(share)}%" for key, share in self.confidence.items() if share < 1 and key in self.data
        ]
        remarks = [note, f"Tách tự động từ văn bản, độ chắc chắn {', '.join(shares)}." if shares else ""]
        if self.notes:
            self.data["ghi_chu_nguon"] = list(dict.fromkeys(self.notes))
        check: Fields = {"trang_thai": "chờ đối chiếu", "nguon": source}
        if date:
            check["ngay"] = date
        if pending:
            check["phan_cho_doi_chieu"] = pending
        if wording:
            check["loi_van"] = wording
        if any(remarks):
            check["ghi_chu"] = " ".join(remark for remark in remarks if remark)
        self.data["doi_chieu"] = check
        return self


@dataclass(slots=True)
class SourceFile:
    """A file being read. warnings: messages for the user about the file as a whole."""

    path: Path
    warnings: list[str] = field(default_factory=list)
    words: WordAccount = field(default_factory=WordAccount)  # of texts outside the records


def is_unknown(value: object) -> bool:
    """True for an empty value, for “chưa rõ”, and for a mapping that holds only such values."""
    if isinstance(value, dict):
        return all(is_unknown(item) for item in value.values())
    return value in (None, "", [], UNKNOWN)


def percent(share: float) -> int:
    """A share as whole percent, rounded down: 100 only when nothing is missing."""
    return int(100 * share)
