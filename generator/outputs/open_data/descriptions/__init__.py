"""What describes the data: JSON Schema, OpenAPI, data package, DCAT."""
