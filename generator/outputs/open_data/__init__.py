"""Open data: everything the pages show, for machines, below /du-lieu/v1/.

`records` turns records into documents, `tables` into rows, `formats/` writes rows, `graph` and `cpsv` make the
interchange form of the European vocabulary CPSV-AP 3.2, and `descriptions/` describe it all (JSON Schema, OpenAPI, data
package, DCAT). The first version never breaks: fields and files are added, never renamed or removed.
"""
