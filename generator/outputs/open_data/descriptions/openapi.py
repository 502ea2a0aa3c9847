"""OpenAPI 3.1 of the data's addresses. Everything is a plain file: only GET, no keys, no parameters but the code."""

from __future__ import annotations

from typing import Any

from generator import urls
from generator.outputs.open_data.descriptions.document_schema import REMOVED, document_schema
from generator.schema.data_sets import DataSet
from generator.schema.site import Site
from generator.schema.web_address import web_address


def openapi(site: Site, data_sets: tuple[DataSet, ...], *, full: bool) -> dict[str, Any]:
    """The description. full: single files and complete lists are published, not only JSON Lines."""
    schemas: dict[str, Any] = {"da-go": REMOVED}
    paths: dict[str, Any] = {}
    for data_set in data_sets:
        schema = document_schema(data_set)
        for name, part in schema["definitions"].items():
            schemas[f"{data_set.name}.{name}"] = _point(part, data_set.name)
        own = {key: part for key, part in schema.items() if key not in ("$schema", "definitions")}
        schemas[data_set.name] = _point(own, data_set.name)
        ref = {"$ref": f"#/components/schemas/{data_set.name}"}
        if full:
            listing = {
                "type": "object",
                "required": ["so_ban_ghi", "ban_ghi"],
                "properties": {"so_ban_ghi": {"type": "integer"}, "ban_ghi": {"type": "array", "items": ref}},
            }
            paths[f"/{urls.data_file(data_set.name, 'json')}"] = _get(f"Mọi bản ghi: {data_set.title}", listing)
        lines = {"type": "string", "description": "JSON Lines: mỗi dòng một bản ghi."}
        paths[f"/{urls.data_file(data_set.name, 'jsonl')}"] = _get(
            f"Mỗi dòng một bản ghi: {data_set.title}", lines, "application/jsonl"
        )
        if full and data_set.single:
            path = f"/{urls.DATA}{data_set.name}/{{ma}}.json"
            removed = {"$ref": "#/components/schemas/da-go"}
            paths[path] = _get(f"Một bản ghi: {data_set.title}", {"anyOf": [ref, removed]}) | {
                "parameters": [
                    {"name": "ma", "in": "path", "required": True, "schema": {"type": "string"}, "description": "Mã."}
                ]
            }
    info: dict[str, Any] = {
        "title": f"Dữ liệu mở: {site.name or 'thủ tục hành chính'}",
        "version": "1.0.0",
        "description": "Mọi điều trang này công bố, cho máy đọc. Bản v1 chỉ thêm, không đổi tên, không bớt.",
    }
    if licence := web_address(site.data_licence):
        info["license"] = {"name": licence, "url": licence}
    base = urls.base(site.url).rstrip("/")
    return {
        "openapi": "3.1.0",
        "info": info,
        "jsonSchemaDialect": "http://json-schema.org/draft-07/schema#",
        "servers": [{"url": base}],
        "paths": paths,
        "components": {"schemas": schemas},
    }


def _get(summary: str, schema: dict[str, Any], media: str = "application/json") -> dict[str, Any]:
    answers = {
        "200": {"description": "Có.", "content": {media: {"schema": schema}}},
        "404": {"description": "Không có bản ghi ấy."},
    }
    return {"get": {"summary": summary, "responses": answers}}


def _point(schema: object, data_set: str) -> Any:
    """References to `#/definitions/X` rewritten as references to the components."""
    if isinstance(schema, dict):
        return {
            key: value.replace("#/definitions/", f"#/components/schemas/{data_set}.")
            if key == "$ref" and isinstance(value, str)
            else _point(value, data_set)
            for key, value in schema.items()
        }
    return [_point(item, data_set) for item in schema] if isinstance(schema, list) else schema
