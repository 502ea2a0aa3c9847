"""The DCAT catalogue of the data sets: titles, formats, sizes and checksums."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from generator import urls
from generator.outputs.open_data.file_facts import FileFacts
from generator.outputs.open_data.graph import GraphNode, Iri, LangString, Literal
from generator.schema.data_sets import DATA_SETS
from generator.schema.site import Site
from generator.schema.web_address import web_address

MEDIA = "https://www.iana.org/assignments/media-types/"
TYPES = {
    "json": "application/json",
    "jsonl": "application/jsonl",
    "csv": "text/csv",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "ttl": "text/turtle",
    "jsonld": "application/ld+json",
}


def dcat_graph(site: Site, as_of: dt.date, files: Mapping[str, FileFacts]) -> list[GraphNode]:
    """The catalogue's graph. files: facts of the published data files by path below the site."""
    base = urls.base(site.url)
    publisher = GraphNode(f"{base}{urls.OPEN_DATA}#co-quan", ("foaf:Agent",))
    publisher.add("foaf:name", LangString(site.authority or "Chưa ghi cơ quan chủ quản"))
    catalogue = GraphNode(f"{base}{urls.OPEN_DATA}#danh-muc", ("dcat:Catalog",))
    catalogue.add("dct:title", LangString(f"Dữ liệu mở: {site.name or 'thủ tục hành chính'}"))
    catalogue.add("dct:description", LangString("Các bộ dữ liệu của trang này."))
    catalogue.add("dct:publisher", Iri(publisher.id))
    catalogue.add("foaf:homepage", Iri(base + urls.OPEN_DATA))
    nodes = [catalogue, publisher]
    for data_set in DATA_SETS:
        node = GraphNode(f"{base}{urls.OPEN_DATA}#bo-{data_set.name}", ("dcat:Dataset",))
        node.add("dct:identifier", Literal(data_set.name))
        node.add("dct:title", LangString(data_set.title))
        node.add("dct:description", LangString(data_set.description))
        node.add("dct:publisher", Iri(publisher.id))
        node.add("dct:modified", Literal(as_of.isoformat(), "xsd:date"))
        node.add("dcat:landingPage", Iri(base + urls.OPEN_DATA))
        if licence := web_address(site.data_licence):
            node.add("dct:license", Iri(licence))
        catalogue.add("dcat:dataset", Iri(node.id))
        nodes.append(node)
        for suffix, media in TYPES.items():
            path = urls.data_file(data_set.name, suffix)
            if path in files:
                distribution = _distribution(node.id, base + path, suffix, media, files[path])
                node.add("dcat:distribution", Iri(distribution[0].id))
                nodes += distribution
    return nodes


def _distribution(owner: str, address: str, suffix: str, media: str, file: FileFacts) -> list[GraphNode]:
    node = GraphNode(f"{owner}-{suffix}", ("dcat:Distribution",))
    checksum = GraphNode(f"{owner}-{suffix}-sha256", ("spdx:Checksum",))
    checksum.add("spdx:algorithm", Iri("spdx:checksumAlgorithm_sha256"))
    checksum.add("spdx:checksumValue", Literal(file.sha256, "xsd:hexBinary"))
    node.add("dcat:downloadURL", Iri(address))
    node.add("dcat:accessURL", Iri(address))
    node.add("dcat:mediaType", Iri(MEDIA + media))
    node.add("dcat:byteSize", Literal(str(file.size), "xsd:nonNegativeInteger"))
    node.add("spdx:checksum", Iri(checksum.id))
    return [node, checksum]
