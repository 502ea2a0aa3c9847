"""datapackage.json (Frictionless Data Package 1.0): the CSV tables with their columns, sizes and hashes."""

from __future__ import annotations

from collections.abc import Sequence

from generator.outputs.open_data.file_facts import FileFacts
from generator.outputs.open_data.tables import DataTable
from generator.plain_data import JsonObject
from generator.schema.site import Site
from generator.schema.web_address import web_address


def data_package(site: Site, as_of: str, tables: Sequence[tuple[DataTable, FileFacts]]) -> JsonObject:
    """The package's description. tables: each with the facts of its CSV file."""
    package: JsonObject = {
        "profile": "tabular-data-package",
        "name": "thu-tuc-hanh-chinh",
        "title": site.name or "Thủ tục hành chính",
        "description": f"Nội dung tính đến ngày {as_of}. Cột “cho_xac_nhan” nêu những phần chưa chắc.",
        "homepage": site.url or "",
        "version": f"1.0.0+{as_of}",
    }
    if licence := web_address(site.data_licence):
        package["licenses"] = [{"path": licence}]
    package["resources"] = [_resource(table, file) for table, file in tables]
    return package


def _resource(table: DataTable, file: FileFacts) -> JsonObject:
    schema: JsonObject = {
        "fields": [{"name": column.key, "title": column.label, "type": column.type} for column in table.columns],
        "missingValues": [""],
    }
    if table.key:
        schema["primaryKey"] = list(table.key)
    return {
        "profile": "tabular-data-resource",
        "name": table.name,
        "title": table.title,
        "path": f"{table.name}.csv",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8-sig",
        "bytes": file.size,
        "hash": f"sha256:{file.sha256}",
        "schema": schema,
    }
