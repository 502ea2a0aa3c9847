"""One record as a JSON document: its identity, what awaits confirmation, and all its fields under their YAML keys."""

from __future__ import annotations

import datetime as dt
from functools import cache
from typing import Any
from urllib.parse import quote

from generator import urls
from generator.catalogue.catalogue import Catalogue
from generator.catalogue.doubt import Doubt, Doubts
from generator.catalogue.views import ProcedureView
from generator.pages import doubt_words, formatting
from generator.pages.open_data import publishes_records
from generator.plain_data import Fields
from generator.schema.data_sets import DATA_SETS
from generator.schema.procedure import Procedure
from generator.schema.record import Record, field_labels, is_blank, specs

STATES = {"in_force": "đang áp dụng", "future": "chưa áp dụng", "ended": "đã hết áp dụng"}
# marks of the editors' work, no facts about a procedure or unit
EDITORIAL = frozenset({"bo_qua_kiem_tra", "ghi_chu_nguon"})
ALL = "tat_ca"  # instead of a part: the whole text
WITHOUT_NAMES = frozenset(data_set.name for data_set in DATA_SETS if not data_set.single)


def plain(value: Any) -> Any:
    """`value` as JSON knows it: records as objects under their YAML keys without empty fields, days as yyyy-mm-dd."""
    kind = value.__class__
    if kind is str or kind is int or value is None:
        return value
    if kind is list:
        return [plain(item) for item in value]
    if isinstance(value, Record):
        fields = value.__dict__
        return {key: plain(fields[name]) for name, key in _published(kind) if not is_blank(fields[name])}
    return value.isoformat() if isinstance(value, dt.date) else value


@cache
def _published(kind: type[Record]) -> tuple[tuple[str, str], ...]:
    """(name, YAML key) of the fields of a record that are published."""
    return tuple((spec.name, spec.key) for spec in specs(kind) if spec.key not in EDITORIAL)


class Addresses:
    """Absolute addresses of pages, data and stable names. base: the site's address with a slash at the end."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.base = urls.base(catalogue.site.url)

    def page(self, url: str) -> str:
        """Address of a page or file, from its path below the site."""
        return self.base + url

    def name(self, dataset: str, key: str) -> str:
        """The permanent identifier of a record, which outlives its page's address. Records without a file of their own
        are identified by their position in the data set."""
        if dataset in WITHOUT_NAMES:
            return f"{self.base}{urls.data_file(dataset, 'jsonl')}#{quote(key, safe='/')}"
        return self.base + urls.stable_name(dataset, key)

    def part_of_data(self, scheme: str, label: str = "") -> str:
        """The identifier of something that records mention but that is no record, such as a value of a list or an
        office. It opens the page about the data."""
        words = f"{scheme}/{label.replace(' ', '-')}" if label else scheme
        return f"{self.base}{urls.OPEN_DATA}#{quote(words, safe='/')}"


def awaiting(doubts: Doubts) -> list[Fields]:
    """The unconfirmed parts of a procedure: first those that a reader should ask about before going, with reason,
    source and date, then those that no reader needs to ask about."""
    labels = field_labels(Procedure)
    rows: dict[str, Fields] = {ALL: _asked(ALL, "Tất cả", doubts.of_text)} if doubts.of_text else {}
    for doubt in doubts.values.values():
        for part in doubt.parts:
            rows.setdefault(part, _asked(part, labels[part], doubt))
    formal = [{"phan": key, "ten": labels[key], "hoi_lai_truoc_khi_di": False} for key in doubts.formal]
    return [*rows.values(), *formal]


def _asked(part: str, label: str, doubt: Doubt) -> Fields:
    return {
        "phan": part,
        "ten": label,
        "hoi_lai_truoc_khi_di": True,
        "loai_ly_do": doubt.reason.value,
        "vi_sao": doubt.sentence,
        "nguon": doubt.source or None,
        "xem_lan_cuoi": doubt.since.isoformat() if doubt.since else None,
    }


def procedure_document(view: ProcedureView, record: Procedure, catalogue: Catalogue) -> Fields:
    """The document of one procedure. `ban_ghi` holds every field; the keys beside it say what the record is, as of
    which day, and which parts await confirmation."""
    at = Addresses(catalogue)
    checked = record.verification
    return {
        "id": at.name("thu-tuc", view.code),
        "ma": view.code,
        "ten": view.name,
        "trang": at.page(view.url),
        **_markdown_copy(view, catalogue, at),
        "trang_thai": STATES[view.state],
        "tinh_den_ngay": catalogue.as_of.isoformat(),
        **present_page(catalogue, view.url),
        **versions(view, catalogue, at),
        "doi_chieu": {
            "trang_thai": (checked.state if checked else None) or "chưa rõ",
            "nguon": checked.source if checked else None,
            "ngay": checked.date.isoformat() if checked and checked.date else None,
        },
        "cho_xac_nhan": awaiting(view.doubts),
        "hoi_lai": doubt_words.brief(view.doubts) or None,
        "tom_tat": {
            "thoi_han": formatting.time_summary(record),
            "phi_le_phi": formatting.fee_summary(formatting.fees_of(record)),
            "noi_nop": formatting.with_year(view, record.receiving_place),
        },
        "linh_vuc": at.name("linh-vuc", view.field.slug),
        "can_cu": [at.name("van-ban", law.record.number or "") for law, _, _ in view.laws if law],
        "thay_the_boi": [at.name("thu-tuc", other.code) for other in view.successors],
        "ban_ghi": plain(record),
    }


def _markdown_copy(view: ProcedureView, catalogue: Catalogue, at: Addresses) -> dict[str, str]:
    """The address of the page's Markdown copy, if it has one."""
    has_twin = view.in_force and publishes_records(catalogue)
    return {"van_ban_markdown": at.page(f"{view.url}index.md")} if has_twin else {}


def present_page(catalogue: Catalogue, url: str = "") -> dict[str, str]:
    """In a past edition: the address of the current page."""
    edition = catalogue.edition
    return {"ban_hien_nay": f"{edition.present.address}{edition.there(url)}"} if edition and edition.past else {}


def versions(view: ProcedureView, catalogue: Catalogue, at: Addresses) -> dict[str, list[Fields]]:
    """The versions of a procedure that has several; empty in a past edition, which stays as it was."""
    found = catalogue.history.of(view.code) if catalogue.announces else []
    if len(found) < 2:
        return {}
    rows = [
        {
            "tu": one.since.isoformat() if one.since else None,
            "den": one.until.isoformat() if one.until else None,
            "can_cu": one.document or None,
            "noi_dung": one.note or None,
            "trang": at.page(urls.procedure_version(view.code, one.since)) if one.number and one.since else None,
        }
        for one in found
    ]
    return {"phien_ban": rows}


def document(dataset: str, key: str, title: str, url: str, record: Record, catalogue: Catalogue) -> Fields:
    """The document of any other record. key: its part of the stable name; url: its page below the site, or empty."""
    at = Addresses(catalogue)
    made: Fields = {"id": at.name(dataset, key), "ma": key, "ten": title}
    if url:
        made["trang"] = at.page(url)
    day = {"tinh_den_ngay": catalogue.as_of.isoformat()}
    return made | day | present_page(catalogue, url) | {"ban_ghi": plain(record)}
