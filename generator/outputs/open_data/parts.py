"""The parts from which the large files of all procedures are joined: each holds fifty procedures in every format.

A part is cached with the digest of its inputs, so that after a change one part is made and the others are read."""

from __future__ import annotations

from typing import Any
from weakref import WeakKeyDictionary

from generator import urls
from generator.catalogue.catalogue import Catalogue
from generator.catalogue.views import ProcedureView
from generator.io.cache_file import read_value, write_value
from generator.outputs.edition_cache import cache_file, cache_key, cached
from generator.outputs.exports.registry import compact_json
from generator.outputs.ooxml.archive import Piece
from generator.outputs.open_data.cpsv import ServiceGraph
from generator.outputs.open_data.formats.csv_file import csv_rows
from generator.outputs.open_data.formats.workbook import FIRST, rows_piece, sheet_rows
from generator.outputs.open_data.graph import json_ld_lines, turtle_blocks
from generator.outputs.open_data.records import Addresses, awaiting, present_page, procedure_document, versions
from generator.outputs.open_data.tables import tables_of
from generator.pages.inputs import named, plain
from generator.pages.open_data import publishes_records
from generator.plain_data import Fields
from generator.schema.data_sets import DATA_SETS
from generator.schema.packing import digest, dump
from generator.schema.whole_token import WholeToken

BATCH = 50
PROCEDURES = DATA_SETS[0]
Values = Fields  # by format: its bytes of these procedures; of spreadsheets the rows

_DIGESTS: WeakKeyDictionary[Catalogue, list[WholeToken]] = WeakKeyDictionary()
_KEPT: WeakKeyDictionary[Catalogue, dict[int, Values]] = WeakKeyDictionary()  # where there is no cache


def batches(catalogue: Catalogue) -> list[list[ProcedureView]]:
    """The procedures in their order, fifty by fifty."""
    views = list(catalogue.procedures.values())
    return [views[at : at + BATCH] for at in range(0, len(views), BATCH)]


def part_inputs(catalogue: Catalogue) -> list[WholeToken]:
    """The digest of the inputs of each part, computed once."""
    if catalogue not in _DIGESTS:
        site, as_of, full = catalogue.site, catalogue.as_of.isoformat(), publishes_records(catalogue)
        around = dump((site.url, site.authority, as_of, full))
        _DIGESTS[catalogue] = [
            WholeToken(
                digest(around, dump([_inputs(view, catalogue) for view in views])),
                tuple(file for view in views for file in view.full_token.files),
            )
            for views in batches(catalogue)
        ]
    return _DIGESTS[catalogue]


def part(number: int, format: str, catalogue: Catalogue) -> Any:
    """The part of that number in a format, from the cache if it was made of the same inputs."""
    inputs, kept = part_inputs(catalogue)[number].value, _KEPT.get(catalogue, {})
    if number in kept:
        return kept[number][format]
    found = read_value(cache_file(f"thu-tuc-{number}-{format}", catalogue), cache_key(inputs))
    if found is None:
        made = _made(batches(catalogue)[number], catalogue)
        for name, value in made.items():
            write_value(cache_file(f"thu-tuc-{number}-{name}", catalogue), cache_key(inputs), value)
        if not cache_file(f"thu-tuc-{number}-{format}", catalogue).is_file():  # no cache: still made only once
            _KEPT.setdefault(catalogue, {})[number] = made
        return made[format]
    return found


def _inputs(view: ProcedureView, catalogue: Catalogue) -> object:
    laws = [(law.record.number, law.title) for law, _, _ in view.laws if law]
    related = [other.code for other in view.record.related if other.code in catalogue.procedures]
    return (
        view.full_token.value or dump(plain(view.load())),
        named(view),
        view.url,
        (view.field.slug, view.field.name),
        awaiting(view.doubts),
        laws,
        related,
        [other.code for other in view.successors],
        versions(view, catalogue, Addresses(catalogue)),
        present_page(catalogue, view.url),
    )


def _made(views: list[ProcedureView], catalogue: Catalogue) -> Values:
    documents = [procedure_document(view, view.load(), catalogue) for view in views]
    rows = {table.name: list(table.rows(documents)) for table in tables_of(PROCEDURES)}
    values: Values = {"codes": [made["ma"] for made in documents]}
    values["jsonl"] = b"".join(compact_json(made) + b"\n" for made in documents)
    values |= {f"csv-{name}": csv_rows(cells) for name, cells in rows.items()}
    if publishes_records(catalogue):
        graph = ServiceGraph(catalogue)
        nodes = list(graph.services(documents))
        shared = [(node.id, turtle_blocks([node]), *json_ld_lines([node])) for node in graph.shared.values()]
        values |= {"ttl": turtle_blocks(nodes), "jsonld": b",\n".join(json_ld_lines(nodes)), "shared": shared}
        values["xlsx"] = {name: sheet_rows(cells) for name, cells in rows.items()}
        values["counts"] = {name: len(cells) for name, cells in rows.items()}
    return values


def sheet_pieces(catalogue: Catalogue) -> dict[str, tuple[list[Piece], int]]:
    """By name of a table of the procedures: the pieces of its sheet, and how many rows they have. The piece of a part
    depends on the number of its first row, too."""
    found: dict[str, tuple[list[Piece], int]] = {table.name: ([], 0) for table in tables_of(PROCEDURES)}
    for number, inputs in enumerate(part_inputs(catalogue)):
        firsts = {name: count + FIRST for name, (_, count) in found.items()}

        def sheet_parts(number: int = number, firsts: dict[str, int] = firsts) -> dict[str, tuple[Any, ...]]:
            rows = part(number, "xlsx", catalogue)
            return {name: (*rows_piece(rows[name], first),) for name, first in firsts.items()}

        inputs_too = digest(inputs.value, dump(list(firsts.values())))
        pieces = cached(f"thu-tuc-{number}-pieces", inputs_too, catalogue, sheet_parts)
        counts = part(number, "counts", catalogue)
        for name, (before, count) in found.items():
            found[name] = ([*before, Piece(*pieces[name])], count + counts[name])
    return found


def record_files(number: int, catalogue: Catalogue) -> list[tuple[str, bytes]]:
    """(path, bytes) of each procedure's own file, from a part."""
    codes, lines = part(number, "codes", catalogue), part(number, "jsonl", catalogue).splitlines(keepends=True)
    return [(urls.data_record(PROCEDURES.name, code), line) for code, line in zip(codes, lines, strict=True)]
