"""Descriptions of the data: JSON Schema, OpenAPI, data package, DCAT."""
