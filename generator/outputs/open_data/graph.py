"""RDF as plain data, written as Turtle or JSON-LD. Only what CPSV-AP and DCAT need; the tests read it with rdflib."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

PREFIXES = {
    "adms": "http://www.w3.org/ns/adms#",
    "cpsv": "http://purl.org/vocab/cpsv#",
    "cv": "http://data.europa.eu/m8g/",
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "eli": "http://data.europa.eu/eli/ontology#",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "schema": "https://schema.org/",
    "spdx": "http://spdx.org/rdf/terms#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
}
UNSAFE_IN_IRI = re.compile(r'[\x00-\x20<>"{}|^`\\]')
ESCAPES = str.maketrans({"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t"})


@dataclass(frozen=True, slots=True)
class Iri:
    """A resource: a full address, or a prefixed name such as `cv:Channel`."""

    value: str


@dataclass(frozen=True, slots=True)
class LangString:
    """A text in a language."""

    value: str
    language: str = "vi"


@dataclass(frozen=True, slots=True)
class Literal:
    """A value, of a type such as `xsd:date` unless it is a plain string."""

    value: str
    type: str = ""


Object = Iri | LangString | Literal


@dataclass(slots=True)
class GraphNode:
    """A resource with its types and statements, in the order they are written."""

    id: str
    types: tuple[str, ...]
    statements: list[tuple[str, Object]] = field(default_factory=list)

    def add(self, predicate: str, *objects: Object | None) -> None:
        """Append a statement for each object; None is left out."""
        self.statements += [(predicate, item) for item in objects if item is not None]


TURTLE_HEAD = "".join(f"@prefix {name}: <{address}> .\n" for name, address in PREFIXES.items()).encode()
JSON_LD_HEAD = f'{{"@context":{json.dumps(PREFIXES, separators=(",", ":"))},"@graph":[\n'.encode()
JSON_LD_END = b"\n]}\n"


def turtle(nodes: Sequence[GraphNode]) -> bytes:
    """Turtle 1.1, a block for each node."""
    return TURTLE_HEAD + turtle_blocks(nodes)


def turtle_blocks(nodes: Iterable[GraphNode]) -> bytes:
    """These nodes in Turtle."""
    return "".join(f"\n{_block(node)}" for node in nodes).encode()


def json_ld(nodes: Sequence[GraphNode]) -> bytes:
    """JSON-LD 1.1: prefixes as context, the nodes as one graph, a node a line."""
    return JSON_LD_HEAD + b",\n".join(json_ld_lines(nodes)) + JSON_LD_END


def json_ld_lines(nodes: Iterable[GraphNode]) -> list[bytes]:
    """These nodes in JSON-LD."""
    return [json.dumps(_object(node), ensure_ascii=False, separators=(",", ":")).encode() for node in nodes]


def _block(node: GraphNode) -> str:
    statements = [f"a {', '.join(node.types)}"]
    statements += [f"{predicate} {', '.join(map(_term, items))}" for predicate, items in _grouped(node.statements)]
    body = " ;\n  ".join(statements)
    return f"{_term(Iri(node.id))} {body} .\n"


def _grouped(statements: Iterable[tuple[str, Object]]) -> list[tuple[str, list[Object]]]:
    groups: dict[str, list[Object]] = {}
    for predicate, item in statements:
        items = groups.setdefault(predicate, [])
        if item not in items:
            items.append(item)
    return list(groups.items())


def _term(item: Object) -> str:
    if isinstance(item, Iri):
        if item.value.partition(":")[0] in PREFIXES:
            return item.value
        return f"<{UNSAFE_IN_IRI.sub(lambda match: f'%{ord(match[0]):02X}', item.value)}>"
    quoted = f'"{item.value.translate(ESCAPES)}"'
    if isinstance(item, LangString):
        return f"{quoted}@{item.language}"
    return f"{quoted}^^{item.type}" if item.type else quoted


def _object(node: GraphNode) -> dict[str, object]:
    made: dict[str, object] = {"@id": node.id, "@type": list(node.types)}
    for predicate, items in _grouped(node.statements):
        values = [_value(item) for item in items]
        made[predicate] = values[0] if len(values) == 1 else values
    return made


def _value(item: Object) -> object:
    if isinstance(item, Iri):
        return {"@id": item.value}
    if isinstance(item, LangString):
        return {"@value": item.value, "@language": item.language}
    return {"@value": item.value, "@type": item.type} if item.type else item.value
