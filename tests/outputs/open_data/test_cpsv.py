"""CPSV-AP 3.2: every record conforms to the official shapes, and a spoilt graph does not."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable

import pytest
from rdflib import Graph, Literal, Namespace, URIRef
from rdflib.namespace import DCTERMS, RDF, XSD
from rdflib.term import Node

from tests.conftest import DATA

pytestmark = pytest.mark.slow

SHAPES = DATA / "cpsv-ap-3.2.0-shapes.ttl"
CPSV = Namespace("http://purl.org/vocab/cpsv#")
CV = Namespace("http://data.europa.eu/m8g/")
V1 = "du-lieu/v1/"
needs_shapes = pytest.mark.skipif(not SHAPES.is_file(), reason="the official SHACL shapes are not here")


@pytest.fixture(scope="module")
def graph(data: dict[str, bytes]) -> Graph:
    return Graph().parse(data=data[f"{V1}thu-tuc.ttl"], format="turtle")


@pytest.fixture(scope="module")
def shapes() -> Graph:
    return Graph().parse(SHAPES)


def test_turtle_and_json_ld_say_the_same(data: dict[str, bytes], graph: Graph) -> None:
    other = Graph().parse(data=data[f"{V1}thu-tuc.jsonld"], format="json-ld")
    assert set(graph) == set(other) and len(graph) > 5_000


def test_every_record_is_a_service(data: dict[str, bytes], graph: Graph) -> None:
    assert len(set(graph.subjects(RDF.type, CPSV.PublicService))) == len(data[f"{V1}thu-tuc.jsonl"].splitlines())


def validated(graph: Graph, shapes: Graph) -> tuple[bool, str]:
    """(whether it conforms, the report)."""
    from pyshacl import validate  # half a second: every worker collects every file

    conforms, _, text = validate(graph, shacl_graph=shapes)
    return conforms, text


@needs_shapes
def test_all_records_conform(graph: Graph, shapes: Graph) -> None:
    """By day one record of each kind: those of a kind say the same things of themselves and of what they point to."""
    conforms, text = validated(graph if "TTHC_ALL" in os.environ else _part_of(graph, *_of_each_kind(graph)), shapes)
    assert conforms, text[:2_000]


def _birth(graph: Graph) -> URIRef:
    return next(subject for subject in graph.subjects(DCTERMS.identifier, Literal("1.001193")))  # type: ignore[return-value]


def _without_description(graph: Graph) -> None:
    graph.remove((_birth(graph), DCTERMS.description, None))


def _title_without_language(graph: Graph) -> None:
    graph.set((_birth(graph), DCTERMS.title, Literal("Đăng ký khai sinh")))


def _authority_without_class(graph: Graph) -> None:
    authority = graph.value(_birth(graph), CV.hasCompetentAuthority)
    graph.remove((authority, RDF.type, None))


def _two_processing_times(graph: Graph) -> None:
    for text in ("P1D", "P2D"):
        graph.add((_birth(graph), CV.processingTime, Literal(text, datatype=XSD.duration)))


def _time_as_text(graph: Graph) -> None:
    graph.set((_birth(graph), CV.processingTime, Literal("một ngày")))


def _channel_without_identifier(graph: Graph) -> None:
    graph.remove((graph.value(_birth(graph), CV.hasChannel), DCTERMS.identifier, None))


def _related_to_a_stranger(graph: Graph) -> None:
    graph.add((_birth(graph), CV.relatedService, URIRef("https://example.invalid/id/thu-tuc/9.999999")))


SPOILT = (
    _without_description,
    _title_without_language,
    _authority_without_class,
    _two_processing_times,
    _time_as_text,
    _channel_without_identifier,
    _related_to_a_stranger,
)


@needs_shapes
def test_a_part_of_the_graph_conforms(graph: Graph, shapes: Graph) -> None:
    """What the next tests spoil."""
    assert validated(_part_of(graph), shapes)[0]


@needs_shapes
@pytest.mark.parametrize("spoil", SPOILT, ids=lambda spoil: spoil.__name__.strip("_"))
def test_a_spoilt_graph_does_not_conform(graph: Graph, shapes: Graph, spoil: Callable[[Graph], None]) -> None:
    few = _part_of(graph)
    spoil(few)
    assert not validated(few, shapes)[0]


def _part_of(graph: Graph, *services: Node) -> Graph:
    """Some services (by default one) with everything they point to, but for services that are not among them."""
    few, todo, done = Graph(), [*services] or [_birth(graph)], set()
    asked = {*todo}
    while todo:
        subject = todo.pop()
        if subject in done:
            continue
        done.add(subject)
        for predicate, item in graph.predicate_objects(subject):
            if predicate != CV.relatedService or item in asked:
                few.add((subject, predicate, item))
                if isinstance(item, URIRef):
                    todo.append(item)
    return few


def _of_each_kind(graph: Graph) -> list[Node]:
    kinds: dict[frozenset[object], Node] = {}
    for service in sorted(graph.subjects(RDF.type, CPSV.PublicService)):
        said = Counter((predicate, _shape(item)) for predicate, item in graph.predicate_objects(service))
        several = {(what, times > 1) for what, times in said.items() if what[0] != CV.relatedService}
        parts = {
            (above, predicate, _shape(part))
            for above, item in graph.predicate_objects(service)
            if above != CV.relatedService
            for predicate, part in graph.predicate_objects(item)
        }
        kinds.setdefault(frozenset({*several, *parts}), service)
    return [*kinds.values()]


def _shape(value: Node) -> object:
    return (value.datatype, value.language) if isinstance(value, Literal) else type(value)


def test_working_days_make_no_duration(graph: Graph, data: dict[str, bytes]) -> None:
    """Three working days are not `P3D`."""
    import json

    for line in data[f"{V1}thu-tuc.jsonl"].splitlines():
        document = json.loads(line)
        limit = document["ban_ghi"].get("thoi_han_giai_quyet")
        service = URIRef(document["id"])
        if isinstance(limit, dict) and limit.get("don_vi") == "ngày làm việc":
            assert graph.value(service, CV.processingTime) is None
            words = str(graph.value(service, URIRef("https://schema.org/description")))
            assert f"{limit['so']} ngày làm việc" in words


def test_the_catalogue_of_the_data_is_read_and_its_sizes_are_right(data: dict[str, bytes]) -> None:
    import hashlib

    dcat = Namespace("http://www.w3.org/ns/dcat#")
    spdx = Namespace("http://spdx.org/rdf/terms#")
    catalog = Graph().parse(data=data[f"{V1}dcat.ttl"], format="turtle")
    assert set(catalog) == set(Graph().parse(data=data[f"{V1}dcat.jsonld"], format="json-ld"))
    found = 0
    for distribution in catalog.subjects(RDF.type, dcat.Distribution):
        path = str(catalog.value(distribution, dcat.downloadURL)).removeprefix("https://tthc.tuky.haiduong.gov.vn/")
        assert int(str(catalog.value(distribution, dcat.byteSize))) == len(data[path])
        checksum = catalog.value(distribution, spdx.checksum)
        assert str(catalog.value(checksum, spdx.checksumValue)).lower() == hashlib.sha256(data[path]).hexdigest()
        found += 1
    assert found >= 30
