"""The parts that every office file has: types, relations, properties."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.outputs.ooxml.xml_text import text_of

DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
CORE = f"{PACKAGE}/metadata/core-properties"
CREATED = "2000-01-01T00:00:00Z"  # the same bytes on any day


def content_types(types: dict[str, str]) -> Iterator[tuple[str, str]]:
    """The list of types. types: of each part by its name."""
    parts = types | {"docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml"}
    rows = "".join(f'<Override PartName="/{name}" ContentType="{type}"/>' for name, type in parts.items())
    yield (
        "[Content_Types].xml",
        f'{DECLARATION}<Types xmlns="{PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{rows}</Types>',
    )


def properties(title: str, main: str) -> Iterator[tuple[str, str]]:
    """The file's properties, and what its main part is."""
    yield (
        "_rels/.rels",
        f'{DECLARATION}<Relationships xmlns="{PACKAGE}/relationships">'
        f'<Relationship Id="rId1" Type="{RELATION}/officeDocument" Target="{main}"/>'
        f'<Relationship Id="rId2" Type="{PACKAGE}/relationships/metadata/core-properties" Target="docProps/core.xml"/>'
        "</Relationships>",
    )
    yield (
        "docProps/core.xml",
        f'{DECLARATION}<cp:coreProperties xmlns:cp="{CORE}" xmlns:dc="http://purl.org/dc/elements/1.1/" '
        'xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f'<dc:title>{text_of(title)}</dc:title><dcterms:created xsi:type="dcterms:W3CDTF">{CREATED}</dcterms:created>'
        "</cp:coreProperties>",
    )


def relations(targets: Iterable[tuple[str, str]]) -> str:
    """(kind, target) of the parts that a part belongs with, named rId1, rId2 …"""
    rows = "".join(
        f'<Relationship Id="rId{number}" Type="{RELATION}/{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(targets, 1)
    )
    return f'{DECLARATION}<Relationships xmlns="{PACKAGE}/relationships">{rows}</Relationships>'
