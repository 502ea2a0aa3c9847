"""The site's own index: what the browser needs to rank and show a result before anything else is loaded.

Stored by column (all titles, then all codes …), which compresses far better than rows. Records are separated by a
space, phrases of a record by `!`. Lines needed only for a displayed result are in separate files; so are legal
documents, which few queries ask for: theme/assets/search-load.js fetches both on demand. Sample questions follow behind
the index.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import Any

from generator import urls
from generator.outputs.search.coded_texts import CodeTexts, Texts, coded_texts, json_bytes
from generator.outputs.search.coding import Coder, code, codes_of, folded, short_code
from generator.outputs.search.language import Language
from generator.pages.formatting import whole_words
from generator.pages.page import Page, SearchRecord
from generator.text.alphabet import sort_key
from generator.text.slugs import slug

LATER = "law"  # the group that is fetched on demand
GROUPS = ("procedure", "guide", "unit", "field", "plan", "law", "news", "page")
FORMAT = 5  # increased whenever search-data.js would misread the new format; it reads only this version
PART = 48  # records in a file of lines: 2–3 KB to transfer
FACTS = ("agency", "time", "fee", "online", "doubt")  # shown with a result, as search-data.js names them
# keys that begin a new line of the index: the browser reads each line while the next is being transferred
LINES = ("titles", "urls", "addresses")
USUAL = ("procedure", "guide", "field")  # groups that most answers show: others have their addresses in the last line
SUMMARY_LENGTH = 180  # characters of the summary under a result


@dataclass(frozen=True, slots=True)
class Index:
    """index: the bytes of the index; parts: published name (below the index's folder) -> bytes."""

    index: bytes
    parts: dict[str, bytes]


def build_index(pages: list[Page], language: Language, note: str = "", code_texts: CodeTexts = coded_texts) -> Index:
    """The index over every page with a search record, with the words of `language`. note: which edition it is of;
    code_texts: as `coded_texts`, which may know the result."""
    entries = [(page, record) for page in pages if (record := page.search_entry())]
    fields = sorted({record.field for _, record in entries if record.field}, key=lambda name: (sort_key(name), name))
    place = {"": -1} | {name: at for at, name in enumerate(fields)}
    entries.sort(key=lambda pair: _order(pair[0], pair[1], place))
    first = [pair for pair in entries if pair[1].group != LATER]
    later = [pair for pair in entries if pair[1].group == LATER]
    texts = Texts(
        first=[_phrases(record) for _, record in first],
        later=[_phrases(record) for _, record in later],
        procedures=[record.title if record.group == "procedure" else "" for _, record in first],
        fields=fields,
    )
    coded = code_texts(texts, language)
    answers = json_bytes(language.answers)
    parts = {_name("tra-loi", answers): answers}
    codes = codes_of(coded["list"])
    columns = _columns(first, coded["titles"], place, parts, codes)
    # The order matters: gzip's window is 32 KB, and official names in `language` repeat the titles.
    data: dict[str, Any] = {
        "format": FORMAT,
        "words": coded["words"],
        "language": coded["language"],
        "fields": coded["fields"],
    }
    # most answers are shown without this: it is the end of the index, which they do not wait for
    last: dict[str, Any] = {"part": PART, "matters": coded["matters"], "answers": next(iter(parts))}
    if samples := coded["samples"]:
        last["asked"] = _name("cau-hoi", samples)
        parts[last["asked"]] = samples
    if note:
        last["edition"] = note
    if desk := [at for at, (page, _) in enumerate(first) if page.url == urls.UNITS]:
        data["desk"] = desk[0]  # answers about an office, not about a procedure
    if later:
        more = coded["later"]
        rest = json_bytes({"words": more["words"], **_columns(later, more["titles"], place, parts, codes)})
        name = _name("van-ban", rest)
        parts[name] = rest
        data["kinds"] = sorted({record.title.rpartition(" ")[0] for _, record in later} - {""})
        last["later"] = name
    return Index(_in_lines(data | columns | last), parts)


def _columns(
    entries: list[tuple[Page, SearchRecord]],
    titles: str,
    place: dict[str, int],
    parts: dict[str, bytes],
    codes: dict[str, str],
) -> dict[str, Any]:
    """The columns of these records; their lines and answers are added to `parts`. titles: the first of them; place: the
    number of each field; codes: of the words of the index."""
    records = [record for _, record in entries]
    facts, names = _parts(records)
    answers, answered = _answers(records)
    shown, validity = _facts(records, codes)
    stated = ["" if page.url == _usual(page, record) else page.url for page, record in entries]
    usual = [record.group in USUAL for record in records]
    parts.update(facts | answers)
    return {
        "titles": titles,
        "codes": " ".join(map(_code, records)),
        "groups": "".join(str(GROUPS.index(record.group)) for record in records),
        "field": "".join(code(place[record.field] + 1) for record in records),
        "called": "".join("1" if record.called else "0" for record in records),
        "validity": validity,
        # the rest is shown with a result and not needed before
        "urls": "\n".join(url if known else "" for url, known in zip(stated, usual, strict=True)),
        "facts": shown,
        "addresses": "\n".join("" if known else url for url, known in zip(stated, usual, strict=True)),
        "levels": "".join(map(_levels, records)),
        "parts": names,
        "answered": answered,
    }


def _order(page: Page, record: SearchRecord, place: dict[str, int]) -> tuple[object, ...]:
    """Sort key. Similar records are adjacent, so they compress well and a list of results needs few facts files.
    Results of equal rank are shown in this order too. place: the number of each field."""
    return (GROUPS.index(record.group), place[record.field], sort_key(record.title), record.code, page.url)


def _phrases(record: SearchRecord) -> list[str]:
    """The title, then the other phrases. A title's first word is in lower case, which saves a dictionary entry;
    the browser restores the capital."""
    title = record.title.strip()
    first = title.split(" ", 1)[0]
    if first[1:] == first[1:].lower():
        title = title[:1].lower() + title[1:]
    return [
        title,
        *(phrase.strip() for phrase in dict.fromkeys(record.keywords) if phrase.strip() and phrase != record.title),
    ]


def _code(record: SearchRecord) -> str:
    """The record's code in short form; `=` where it is the last word of the title, as in "Nghị định 62/2021/NĐ-CP"."""
    return "=" if record.code and record.title.split()[-1:] == [record.code] else short_code(record.code)


def _usual(page: Page, record: SearchRecord) -> str:
    """The address that the browser can derive (search-data.js) from the code, document number or field name."""
    if record.group == "law":
        return urls.law(record.title.split()[-1]) if record.title.split() else ""
    if record.group == "field":
        return urls.field(slug(record.title.removeprefix("Lĩnh vực ")))
    return urls.procedure(record.code) if record.code else ""


def _levels(record: SearchRecord) -> str:
    """Where a procedure is received, as one character: c(ommune), d(istrict), b(oth), or - for neither."""
    commune, district = "cấp xã" in record.levels, "cấp huyện" in record.levels
    if commune:
        return "b" if district else "c"
    return "d" if district else "-"


def _facts(records: list[SearchRecord], codes: dict[str, str]) -> tuple[dict[str, Any], str]:
    """(facts shown beside a result, the column `validity`). The facts are texts, and for each fact the numbers of the
    records' texts. There are few: in the index they cost 2 KB, in a file of their own one more round trip before the
    first answer. The texts are coded with the words of the index and some of their own, numbered from `from`: those
    would be words that people may mean, were they in the same list. `length` is that of the line below them, in tens of
    characters, so that the page can reserve its space. `validity` numbers the same texts; it is a column of its own
    because the ranking reads it before the facts have arrived."""
    texts: dict[str, int] = {"": 0}
    columns = {
        name: "".join(code(texts.setdefault(" ".join(getattr(item, name).split()), len(texts))) for item in records)
        for name in (*FACTS, "validity")
    }
    lengths = "".join(code(-(-len(_line(item)) // 10)) for item in records)
    validity = columns.pop("validity")
    coder = Coder(texts, codes)
    own = {"from": len(codes), "words": folded(coder.words), "texts": coder.row(texts)}
    return {**own, **columns, "length": lengths}, validity


def _parts(records: list[SearchRecord]) -> tuple[dict[str, bytes], list[str]]:
    """Files with the lines of PART records each, and their names in order."""
    parts: dict[str, bytes] = {}
    names: list[str] = []
    for start in range(0, len(records), PART):
        data = json_bytes([_line(item) for item in records[start : start + PART]])
        names.append(_name("chi-tiet", data))
        parts[names[-1]] = data
    return parts, names


def _answers(records: list[SearchRecord]) -> tuple[dict[str, bytes], list[str]]:
    """Names of the files with answers to questions about one fact, which are loaded only for such a question. They are
    split like the facts. Each file holds texts and, for each record, the numbers of its answers and of its unconfirmed
    values. "" where no record of a file has answers."""
    parts: dict[str, bytes] = {}
    names: list[str] = []
    for start in range(0, len(records), PART):
        texts: dict[str, int] = {"": 0}
        rows = [
            [texts.setdefault(text, len(texts)) for answer in item.answers for text in answer]
            for item in records[start : start + PART]
        ]
        if not any(rows):
            names.append("")
            continue
        data = json_bytes({"texts": list(texts), "rows": rows})
        names.append(_name("hoi-dap", data))
        parts[names[-1]] = data
    return parts, names


def _line(record: SearchRecord) -> str:
    """Its distinguishing note, else the beginning of its summary."""
    text = record.note or record.summary
    return text if len(text) <= SUMMARY_LENGTH else f"{whole_words(text, SUMMARY_LENGTH)} …"


def _name(stem: str, data: bytes) -> str:
    return f"{stem}.{hashlib.sha256(data).hexdigest()[:10]}.json"


def _in_lines(data: dict[str, Any]) -> bytes:
    """`data` as JSON with a line for each part that the browser reads by itself (search-load.js)."""
    members = (json_bytes({name: value})[1:-1] for name, value in data.items())
    return b"{%s}" % b",".join(b"\n" + one if name in LINES else one for name, one in zip(data, members, strict=True))
