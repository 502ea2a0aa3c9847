"""The files below /du-lieu/v1/ and /id/: every data set in every format, what describes them, and the stable names.

Each data set is an output of its own; the procedures are made in parts (parts.py), which the last output joins."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial
from typing import Any

from generator import urls
from generator.catalogue.catalogue import Catalogue
from generator.outputs.edition_cache import cached
from generator.outputs.exports.registry import compact_json
from generator.outputs.open_data.cpsv import ServiceGraph
from generator.outputs.open_data.descriptions.data_package import data_package
from generator.outputs.open_data.descriptions.dcat import dcat_graph
from generator.outputs.open_data.descriptions.document_schema import document_schema
from generator.outputs.open_data.descriptions.openapi import openapi
from generator.outputs.open_data.documents import documents
from generator.outputs.open_data.file_facts import FileFacts
from generator.outputs.open_data.formats.csv_file import csv_head, csv_rows
from generator.outputs.open_data.formats.json_files import json_list
from generator.outputs.open_data.formats.workbook import FIRST, data_workbook, rows_piece, sheet_rows
from generator.outputs.open_data.graph import (
    JSON_LD_END,
    JSON_LD_HEAD,
    TURTLE_HEAD,
    json_ld,
    json_ld_lines,
    turtle,
    turtle_blocks,
)
from generator.outputs.open_data.parts import (
    PROCEDURES,
    batches,
    part,
    part_inputs,
    record_files,
    sheet_pieces,
)
from generator.outputs.open_data.records import Addresses, present_page
from generator.outputs.open_data.stable_names import name_files
from generator.outputs.open_data.tables import tables_of
from generator.outputs.open_data.tombstones import tombstones
from generator.outputs.output import Data, Output
from generator.pages.inputs import inputs_of, named, noted
from generator.pages.open_data import publishes_records
from generator.schema.data_sets import DATA_SETS, DataSet
from generator.schema.kinds import SEARCH
from generator.schema.packing import digest, dump
from generator.schema.web_address import web_address

File = tuple[str, Data]
OTHERS = [data_set for data_set in DATA_SETS if data_set is not PROCEDURES]


def outputs(catalogue: Catalogue) -> list[Output]:
    """The outputs of all open data, if site.yml enables it."""
    if catalogue.site.most_data_files is None:
        return []
    parts = [
        Output(
            f"du-lieu/thu-tuc/{number}", partial(_records, number, catalogue), partial(_inputs_of, number, catalogue)
        )
        for number in range(len(batches(catalogue)))
    ]
    sets = [
        Output(f"du-lieu/{one.name}", partial(_data_set, one, catalogue), partial(_inputs, catalogue)) for one in OTHERS
    ]
    shown = inputs_of(catalogue)
    names = Output(
        "id/thu-tuc",
        partial(_names, catalogue),
        lambda: (shown.of_all(named), shown.withheld, tombstones(catalogue, PROCEDURES.name)),
    )
    joined = Output("du-lieu", partial(_joined, catalogue), partial(_inputs_of_all, catalogue), True)
    return [*parts, *sets, names, joined]


def data_files(catalogue: Catalogue) -> Iterator[tuple[str, bytes]]:
    """(path below the site, bytes) of all open data."""
    for output in outputs(catalogue):
        for path, data in output.make():
            yield path, data if isinstance(data, bytes) else b"".join(data)


def _inputs_of(number: int, catalogue: Catalogue) -> bytes:
    """The inputs of a part of the procedures."""
    return noted(part_inputs(catalogue)[number])


def _inputs_of_all(catalogue: Catalogue) -> object:
    """The inputs of the files of all procedures."""
    return (_inputs(catalogue), [noted(part) for part in part_inputs(catalogue)])


def _inputs(catalogue: Catalogue) -> object:
    """The inputs of the data sets other than the procedures."""
    shown, edition = inputs_of(catalogue), catalogue.edition
    addresses = edition.addresses if edition and edition.past else ()
    return (
        digest(shown.frame, shown.other_records, shown.kinds("law", *SEARCH)),
        [(field.slug, field.name) for field in catalogue.fields],
        sorted(url for url in addresses if not url.startswith(urls.CATALOGUE)),
        publishes_records(catalogue),
    )


def _records(number: int, catalogue: Catalogue) -> Iterator[File]:
    """The single files of the procedures of a part; the part stays in the cache for the files of all."""
    files = record_files(number, catalogue)
    if publishes_records(catalogue):
        yield from files


def _names(catalogue: Catalogue) -> Iterator[File]:
    """The permanent identifiers of the procedures, and the notices of removed ones."""
    at = Addresses(catalogue)
    removed = [one for one in tombstones(catalogue, PROCEDURES.name) if one["ma"] not in catalogue.procedures]
    for one in removed if publishes_records(catalogue) else ():
        yield urls.data_record(PROCEDURES.name, one["ma"]), compact_json(one) + b"\n"
    shown = [(view.code, view.title, view.url) for view in catalogue.withheld if view.url]
    shown += [(view.code, view.name, view.url) for view in catalogue.procedures.values()]
    made = [{"ma": code, "ten": name, "trang": at.page(url)} for code, name, url in shown]
    yield from name_files(catalogue, PROCEDURES, [*removed, *made])


def _data_set(data_set: DataSet, catalogue: Catalogue) -> list[tuple[str, bytes]]:
    """The files of a small data set."""
    inputs = digest(dump(_inputs(catalogue)))
    return cached(data_set.name, inputs, catalogue, lambda: list(_small(data_set, catalogue)))


def _small(data_set: DataSet, catalogue: Catalogue) -> Iterator[tuple[str, bytes]]:
    name, full = data_set.name, publishes_records(catalogue)
    made, removed = list(documents(data_set, catalogue)), tombstones(catalogue, data_set.name)
    lines = [compact_json(record) for record in made]
    yield urls.data_file(name, "jsonl"), b"".join(line + b"\n" for line in lines)
    rows = [(table, list(table.rows(made))) for table in tables_of(data_set)]
    for table, cells in rows:
        yield urls.data_file(table.name, "csv"), csv_head(table) + csv_rows(cells)
    if full:
        yield urls.data_file(name, "json"), b"".join(json_list(_head(data_set, catalogue), len(lines), [lines]))
        pieces = [(table, [rows_piece(sheet_rows(cells), FIRST)], len(cells)) for table, cells in rows]
        yield urls.data_file(name, "xlsx"), data_workbook(data_set.title, pieces)
    if data_set.single:
        records = {record["ma"]: record for record in [*removed, *made]}  # one that is back replaces its tombstone
        for code, record in records.items() if full else ():
            yield urls.data_record(name, code), compact_json(record) + b"\n"
        yield from name_files(catalogue, data_set, list(records.values()))
    yield f"{urls.DATA}schema/{name}.json", compact_json(document_schema(data_set)) + b"\n"


def _head(data_set: DataSet, catalogue: Catalogue) -> dict[str, Any]:
    head = {"bo_du_lieu": data_set.name, "tinh_den_ngay": catalogue.as_of.isoformat(), **present_page(catalogue)}
    if licence := web_address(catalogue.site.data_licence):
        head["giay_phep"] = licence
    return head


def _joined(catalogue: Catalogue) -> Iterator[File]:
    """The files of all procedures, and the descriptions of all data sets."""
    facts: dict[str, FileFacts] = {}
    for path, pieces in _of_procedures(catalogue):
        facts[path] = FileFacts()
        yield path, facts[path].watch(pieces)
    for data_set in OTHERS:
        for path, data in _data_set(data_set, catalogue):
            facts[path] = FileFacts()
            list(facts[path].watch([data]))
    tables = [(table, facts[urls.data_file(table.name, "csv")]) for one in DATA_SETS for table in tables_of(one)]
    site, as_of, full = catalogue.site, catalogue.as_of, publishes_records(catalogue)
    yield f"{urls.DATA}schema/{PROCEDURES.name}.json", compact_json(document_schema(PROCEDURES)) + b"\n"
    yield f"{urls.DATA}openapi.json", compact_json(openapi(site, DATA_SETS, full=full)) + b"\n"
    yield f"{urls.DATA}datapackage.json", compact_json(data_package(site, as_of.isoformat(), tables)) + b"\n"
    catalog = dcat_graph(site, as_of, facts)
    yield f"{urls.DATA}dcat.ttl", turtle(catalog)
    yield f"{urls.DATA}dcat.jsonld", json_ld(catalog)


def _of_procedures(catalogue: Catalogue) -> Iterator[tuple[str, Iterable[bytes]]]:
    """Each file of all procedures in pieces; only one part is in memory at a time."""
    name, tables = PROCEDURES.name, tables_of(PROCEDURES)

    def pieces(format: str) -> Iterator[Any]:
        return (part(number, format, catalogue) for number in range(len(batches(catalogue))))

    yield urls.data_file(name, "jsonl"), pieces("jsonl")
    for table in tables:
        yield urls.data_file(table.name, "csv"), _with_head(csv_head(table), pieces(f"csv-{table.name}"))
    if not publishes_records(catalogue):
        return
    lines = (piece.splitlines() for piece in pieces("jsonl"))
    yield urls.data_file(name, "json"), json_list(_head(PROCEDURES, catalogue), len(catalogue.procedures), lines)
    sheets = sheet_pieces(catalogue)
    yield urls.data_file(name, "xlsx"), [data_workbook(PROCEDURES.title, [(one, *sheets[one.name]) for one in tables])]
    yield urls.data_file(name, "ttl"), _turtle(catalogue, pieces("ttl"))
    yield urls.data_file(name, "jsonld"), _json_ld(catalogue, pieces("jsonld"))


def _with_head(head: bytes, pieces: Iterable[bytes]) -> Iterator[bytes]:
    yield head
    yield from pieces


def _shared(catalogue: Catalogue) -> dict[str, tuple[bytes, bytes]]:
    """The resources that procedures share, in Turtle and JSON-LD, in the order of first mention."""
    found: dict[str, tuple[bytes, bytes]] = {}
    for node in ServiceGraph(catalogue).shared.values():
        found[node.id] = (turtle_blocks([node]), json_ld_lines([node])[0])
    for number in range(len(batches(catalogue))):
        for id, block, line in part(number, "shared", catalogue):
            found.setdefault(id, (block, line))
    return found


def _turtle(catalogue: Catalogue, pieces: Iterable[bytes]) -> Iterator[bytes]:
    yield TURTLE_HEAD + turtle_blocks([ServiceGraph(catalogue).dataset])
    yield from pieces
    yield b"".join(block for block, _ in _shared(catalogue).values())


def _json_ld(catalogue: Catalogue, pieces: Iterable[bytes]) -> Iterator[bytes]:
    yield JSON_LD_HEAD + json_ld_lines([ServiceGraph(catalogue).dataset])[0]
    for piece in pieces:
        yield b",\n" + piece
    yield b"".join(b",\n" + line for _, line in _shared(catalogue).values()) + JSON_LD_END
