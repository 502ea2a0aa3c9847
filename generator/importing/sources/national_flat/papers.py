"""Parses the dossier tables after their cell borders were lost: a count (“1 bản chính,1 bản sao”) ends each paper."""

from __future__ import annotations

import re
from typing import NamedTuple

from generator.importing import text_cleaning
from generator.importing.extract.papers import FormCollector, is_note, is_notes_heading, is_plain_heading, paper
from generator.plain_data import Fields, Unchecked
from generator.text.folding import fold

_HEADER = re.compile(r"Tên giấy tờ\s*Mẫu đơn, tờ khai\s*Số lượng")
_MANNERS = ("nộp", "xuất trình")  # as the model says them
_COUNT = re.compile(r"(?<!\d)(?P<run>\d++) bản (?P<what>chính|sao)(?:,\s?(?P<more>\d+) bản sao)?")
_FILE = re.compile(r"\.(?:docx?|pdf|xlsx?|rtf|zip|rar|jpe?g|png)$", re.IGNORECASE)
_FILE_START = re.compile(
    r"(?:Mẫu|Mau|MẪU|MAU|Phụ lục|Phu luc|PHỤ LỤC|PL\b|PL_|Biểu|BM"
    r"|Tờ khai|To khai|TỜ KHAI|Đơn|Don\b|ĐƠN|Văn bản|Bản khai|Giấy|M\d)"
)

_NUMBER_END = re.compile(r"/(?:NĐ|TT|QĐ|NQ|TTLT)-[A-ZĐTg]+$|/QH\d{1,2}$")


class PaperSplit(NamedTuple):
    """papers: common to all cases; cases; notes: texts that are not papers; confidence: certainty of the split, 0–1."""

    papers: list[Fields]
    cases: list[Fields]
    notes: list[str]
    confidence: float


def split(value: object, forms: FormCollector) -> PaperSplit:
    """Split joined text into groups and papers, adding forms to `forms`; unsplittable text is returned in `notes`."""
    text = text_cleaning.text(value)
    marks = list(_HEADER.finditer(text))
    if not marks:
        rest = text_cleaning.text_or_empty(text)
        return PaperSplit([], [], [rest] if rest else [], 0.0 if rest else 1.0)
    common: list[Fields] = []
    cases: list[Fields] = []
    notes: list[str] = []
    shares: list[float] = []
    heading = text[: marks[0].start()]
    for index, mark in enumerate(marks):
        last = index + 1 == len(marks)
        segment = text[mark.end() : len(text) if last else marks[index + 1].start()]
        papers, following, certain = _papers(segment, heading, forms, notes)
        shares += certain
        title = text_cleaning.line(heading).strip("-*+ :.")
        if is_plain_heading(heading) or is_notes_heading(heading):
            common += papers
        elif papers:
            cases.append({"ten": title, "giay_to": papers})
        elif title:
            notes.append(title)
        if last and text_cleaning.text_or_empty(following):
            notes.append(text_cleaning.text(following))
            shares.append(0.0)
        heading = following
    return PaperSplit(common, cases, notes, sum(shares) / len(shares) if shares else 0.0)


def from_tables(items: list[Unchecked], forms: FormCollector) -> PaperSplit:
    """Convert papers that kept their columns: rows named as in `shapes`, with “nhom” for the case they belong to."""
    common: list[Fields] = []
    cases: dict[str, list[Fields]] = {}
    notes, shares = [], []
    for item in items:
        cells = (
            {fold(str(key)): value for key, value in item.items()} if isinstance(item, dict) else {"ten giay to": item}
        )
        name = text_cleaning.line(cells.get("ten giay to"))
        if not name:
            continue
        originals, copies = _table_counts(cells)
        if is_note(name, originals or 0, copies or 0) and originals is not None:
            notes.append(name)
            continue
        cell = text_cleaning.line(text_cleaning.text_or_empty(cells.get("mau don, to khai")))
        code = re.search(r"[?&]ma=([0-9A-Za-z]+)", cell)
        title = f"Mẫu kèm theo: {text_cleaning.paper_name(name)}"[:110]
        form = forms.add(title, code[1]) if code else forms.add(cell) if _FILE.search(cell) else ""
        group = text_cleaning.line(cells.get("nhom")).strip("-*+ :.")
        made = paper(name, originals, copies, group, form)
        if (manner := text_cleaning.line(cells.get("nop hay xuat trinh"))) in _MANNERS:
            made["nop_hay_xuat_trinh"] = manner
        remark = text_cleaning.line(text_cleaning.text_or_empty(cells.get("ghi chu")))
        marks = [f"{column}: {text}" for column, key in (("Bản chính", "ban chinh"), ("Bản sao", "ban sao"))
                 if (text := text_cleaning.line(cells.get(key))) and not text.isdigit()]  # fmt: skip
        if remark or marks:
            made["ghi_chu"] = "; ".join(filter(None, [remark, *marks]))
        (common if not group or is_plain_heading(group) else cases.setdefault(group, [])).append(made)
        shares.append(1.0 if originals is not None else 0.5)
    found = [{"ten": title, "giay_to": papers} for title, papers in cases.items()]
    return PaperSplit(common, found, notes, sum(shares) / len(shares) if shares else 1.0)


def _table_counts(cells: Fields) -> tuple[int | None, int | None]:
    """(originals, copies) from “Bản chính: 1 - Bản sao: 0”, “1 bản chính, 1 bản sao” or columns of their own."""
    counts = " ".join(text_cleaning.line(value) for key, value in cells.items() if key.startswith("so luong"))
    labelled = re.fullmatch(r"Bản chính:\s*(\d+)\W*Bản sao:\s*(\d+)", counts, re.IGNORECASE)
    if labelled:
        return int(labelled[1]), int(labelled[2])
    spoken = {
        what.lower(): int(number)
        for number, what in re.findall(r"(?<!\d)(\d++) bản (chính|sao)", counts, re.IGNORECASE)
    }
    if spoken:
        return spoken.get("chính", 0), spoken.get("sao", 0)
    own = [text_cleaning.line(cells.get(key)) for key in ("ban chinh", "ban sao")]
    found = [int(text) if text.isdigit() else None for text in own]
    return (None, None) if found == [None, None] else (found[0] or 0, found[1] or 0)


def _papers(
    segment: str, heading: str, forms: FormCollector, notes: list[str]
) -> tuple[list[Fields], str, list[float]]:
    found: list[Fields] = []
    certain: list[float] = []
    start = 0
    for match in _counts(segment):
        run, extra = match["run"], match["more"]
        # Digits before the count may belong to the name: “… năm 2026” + “1 bản chính”.
        count = run[-1] if len(run) > 1 else run
        name = segment[start : match.start()] + run[: len(run) - len(count)]
        start = match.end()
        originals, copies = (int(count), int(extra or 0)) if match["what"] == "chính" else (0, int(count))
        title, file, sure = _form(text_cleaning.line(name))
        if not title and not file:
            continue
        if is_note(title, originals, copies) and not file:
            notes.append(text_cleaning.no_bullet(text_cleaning.text(name)))
        else:
            found.append(paper(title or file, originals, copies, heading, forms.add(file) if file else ""))
        certain.append(sure if len(run) == 1 else min(sure, 0.8))
    return found, segment[start:], certain


def _counts(segment: str) -> list[re.Match[str]]:
    """The counts that end a paper; “01 bản chính” inside a sentence or before the real count is part of the name."""
    matches = list(_COUNT.finditer(segment))
    ending = []
    for index, match in enumerate(matches):
        after = segment[match.end() : match.end() + 1]
        before = segment[match.start() - 1 : match.start()]
        followed = index + 1 < len(matches) and matches[index + 1].start() == match.end()
        prose = after in tuple(" );.,/") and after != ""
        spoken = match["run"].startswith("0") and len(match["run"]) == 2 and before in (" ", "(", "")
        if not followed and not prose and not (spoken and index + 1 < len(matches)):
            ending.append(match)
    return ending


def _form(cell: str) -> tuple[str, str, float]:
    """Return (paper, form file, certainty) for a paper name with the form's file name joined to its end."""
    if not _FILE.search(cell):
        return cell, "", 1.0
    tail = max(0, len(cell) - 140)
    cuts = [at for at in range(max(1, tail), len(cell)) if _boundary(cell, at)]
    typed = [at for at in cuts if _FILE_START.match(cell, at)]
    if len(cuts) == 1 or typed:
        at = cuts[0] if len(cuts) == 1 else typed[-1]
        return cell[:at], cell[at:], 1.0 if len(cuts) == 1 else 0.9
    return cell, "", 0.5


def _boundary(cell: str, at: int) -> bool:
    """True if a table cell may start at `at`: no space around, after punctuation or between lower and upper case."""
    before, here = cell[at - 1], cell[at]
    if before.isspace() or here.isspace() or not (here.isalnum()):
        return False
    if before in ';)]”"':
        return True
    if before == "." and not cell[at:].lower().startswith(("doc", "pdf", "xls", "rtf", "zip", "rar", "jp", "png")):
        return here.isalpha() and here.isupper()
    if _NUMBER_END.search(cell[max(0, at - 14) : at]) and _FILE_START.match(cell, at):
        return True  # “… 258/2025/NĐ-CP” + “Mẫu số 01.docx”
    return before.islower() and here.isupper()
