"""The documents of each data set, from the catalogue."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from generator import urls
from generator.catalogue.catalogue import Catalogue
from generator.outputs.open_data.records import document, procedure_document
from generator.plain_data import Fields
from generator.schema.data_sets import DataSet
from generator.schema.kinds import BY_NAME, REGISTERS, SEARCH

Documents = Iterator[Fields]


def documents(data_set: DataSet, catalogue: Catalogue) -> Documents:
    """The documents of a data set, in a fixed order."""
    return MAKERS[data_set.name](catalogue)


def _procedures(catalogue: Catalogue) -> Documents:
    for view in catalogue.procedures.values():
        yield procedure_document(view, view.load(), catalogue)


def _units(catalogue: Catalogue) -> Documents:
    for unit in catalogue.units.values():
        url = unit.url if unit.begun else ""
        yield document("don-vi", unit.slug, unit.title, url, unit.record, catalogue)


def _agencies(catalogue: Catalogue) -> Documents:
    for agency in catalogue.agencies.values():
        yield document("co-quan", agency.slug, agency.name, "", agency.record, catalogue)


def _fields(catalogue: Catalogue) -> Documents:
    records = {entry.record.slug: entry.record for entry in catalogue.store.of("field")}
    for field in catalogue.fields:
        if field.slug in records:
            yield document("linh-vuc", field.slug, field.name, field.url, records[field.slug], catalogue)


def _laws(catalogue: Catalogue) -> Documents:
    for number, law in catalogue.laws.items():
        yield document("van-ban", number, law.title, law.url, law.record, catalogue)


def _guides(catalogue: Catalogue) -> Documents:
    for guide in catalogue.guides:
        yield document("huong-dan", guide.slug, guide.record.title or guide.slug, guide.url, guide.record, catalogue)


def _plans(catalogue: Catalogue) -> Documents:
    for year, plan in catalogue.plans.items():
        if not plan.record.draft:
            yield {"loai": "kế hoạch"} | document(
                "ke-hoach", str(year), f"Kế hoạch {year}", urls.plan(year), plan.record, catalogue
            )
    drafts = {str(year) for year, plan in catalogue.plans.items() if plan.record.draft}
    for kind in ("task", *REGISTERS):
        yield from _stored(catalogue, kind, "ke-hoach", drafts)


def _search_words(catalogue: Catalogue) -> Documents:
    for kind in SEARCH:
        yield from _stored(catalogue, kind, "tu-tim-kiem", set())


def _stored(catalogue: Catalogue, kind: str, dataset: str, hidden_years: set[str]) -> Documents:
    """Documents of the records of one kind as they are stored; plans that are still drafts stay out."""
    for entry in catalogue.store.of(kind):
        below = entry.path.split("/")[1:]  # the path begins with the content folder's name
        if len(below) > 1 and below[1] in hidden_years:
            continue
        key = "/".join([*below[1:-1], entry.stem, *(str(part) for part in entry.base)])
        title = str(getattr(entry.record, "title", None) or getattr(entry.record, "name", None) or entry.stem)
        yield {"loai": BY_NAME[kind].label} | document(dataset, key, title, "", entry.record, catalogue)


MAKERS: dict[str, Callable[[Catalogue], Documents]] = {
    "thu-tuc": _procedures,
    "don-vi": _units,
    "co-quan": _agencies,
    "linh-vuc": _fields,
    "van-ban": _laws,
    "huong-dan": _guides,
    "ke-hoach": _plans,
    "tu-tim-kiem": _search_words,
}
