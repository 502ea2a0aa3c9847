"""The files below /du-lieu/v1/ and /id/: every data set in every format, what describes them, and the stable names."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from generator import urls
from generator.catalogue.catalogue import Catalogue
from generator.outputs.exports.registry import compact_json
from generator.outputs.open_data.cpsv import cpsv_graph
from generator.outputs.open_data.descriptions.data_package import data_package
from generator.outputs.open_data.descriptions.dcat import dcat_graph
from generator.outputs.open_data.descriptions.document_schema import document_schema
from generator.outputs.open_data.descriptions.openapi import openapi
from generator.outputs.open_data.documents import documents
from generator.outputs.open_data.formats.csv_file import csv_file
from generator.outputs.open_data.formats.json_files import json_lines, json_list
from generator.outputs.open_data.formats.workbook import workbook
from generator.outputs.open_data.graph import json_ld, turtle
from generator.outputs.open_data.records import present_page
from generator.outputs.open_data.stable_names import name_files
from generator.outputs.open_data.tables import DataTable, tables_of
from generator.outputs.open_data.tombstones import tombstones
from generator.schema.data_sets import DATA_SETS, DataSet, is_full
from generator.schema.web_address import web_address

File = tuple[str, bytes]


def data_files(catalogue: Catalogue) -> Iterator[File]:
    """(path below the site, bytes) of all open data."""
    full = is_full(len(catalogue.procedures), catalogue.site.most_data_files)
    as_of = catalogue.as_of
    written: dict[str, bytes] = {}
    tables: list[tuple[DataTable, bytes]] = []
    for data_set in DATA_SETS:
        removed = tombstones(catalogue, data_set.name)
        made = list(documents(data_set, catalogue))
        for path, data in _files_of(data_set, made, catalogue, full, tables):
            written[path] = data
            yield path, data
        if full and data_set.single:
            for record in [*removed, *made]:  # a record that is back replaces its tombstone
                yield urls.data_record(data_set.name, record["ma"]), compact_json(record) + b"\n"
        if data_set.single:
            yield from name_files(catalogue, data_set, [*removed, *made])
        yield f"{urls.DATA}schema/{data_set.name}.json", compact_json(document_schema(data_set)) + b"\n"
    yield f"{urls.DATA}openapi.json", compact_json(openapi(catalogue.site, DATA_SETS, full=full)) + b"\n"
    yield f"{urls.DATA}datapackage.json", compact_json(data_package(catalogue.site, as_of.isoformat(), tables)) + b"\n"
    catalog = dcat_graph(catalogue.site, as_of, written)
    yield f"{urls.DATA}dcat.ttl", turtle(catalog)
    yield f"{urls.DATA}dcat.jsonld", json_ld(catalog)


def _files_of(
    data_set: DataSet,
    made: list[dict[str, Any]],
    catalogue: Catalogue,
    full: bool,
    tables: list[tuple[DataTable, bytes]],
) -> Iterator[File]:
    """The data set's files; its CSV tables are also appended to `tables`."""
    name = data_set.name
    lines = [compact_json(record) for record in made]
    yield urls.data_file(name, "jsonl"), json_lines(lines)
    if full:
        head = {"bo_du_lieu": name, "tinh_den_ngay": catalogue.as_of.isoformat()}
        head |= present_page(catalogue)
        if licence := web_address(catalogue.site.data_licence):
            head["giay_phep"] = licence
        yield urls.data_file(name, "json"), json_list(head, lines)
    rows = [(table, list(table.rows(made))) for table in tables_of(data_set)]
    for table, cells in rows:
        data = csv_file(table, cells)
        tables.append((table, data))
        yield urls.data_file(table.name, "csv"), data
    if full:
        yield urls.data_file(name, "xlsx"), workbook(data_set.title, rows)
    if full and data_set.kind == "procedure":
        graph = cpsv_graph(catalogue, made)
        yield urls.data_file(name, "ttl"), turtle(graph)
        yield urls.data_file(name, "jsonld"), json_ld(graph)
