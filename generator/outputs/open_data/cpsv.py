"""CPSV-AP 3.2, the European vocabulary of public services: the interchange form of the procedures.

What it cannot say is said beside it and in the page for people: a limit in working days stands as `schema:description`
of the service beside the duration (a duration of three days is not three working days), the number of originals and
copies stands in the paper's description, the actor of a step in the rule's text. Our own JSON is the complete form.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.catalogue.catalogue import Catalogue
from generator.catalogue.views import LawView
from generator.outputs.open_data.graph import GraphNode, Iri, LangString, Literal
from generator.outputs.open_data.records import Addresses
from generator.plain_data import Fields

LANGUAGE = "http://publications.europa.eu/resource/authority/language/VIE"
CURRENCY = "http://publications.europa.eu/resource/authority/currency/VND"
PLACE = "http://publications.europa.eu/resource/authority/country/VNM"
DURATIONS = {"giờ": "PT{}H", "ngày": "P{}D", "tháng": "P{}M", "năm": "P{}Y"}  # none for working days or hours


class ServiceGraph:
    """The graph of procedures. `shared` has the resources that its nodes mention, in the order of first mention, so
    that equal content gives equal bytes: parts of the graph can be made one by one and their shared resources
    joined."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.catalogue = catalogue
        self.at = Addresses(catalogue)
        self.shared: dict[str, GraphNode] = {}
        self.dataset = self._dataset()

    def services(self, documents: Sequence[Fields]) -> Iterator[GraphNode]:
        """The nodes of these procedures."""
        for document in documents:
            yield from self._service(document, self.dataset)

    def _dataset(self) -> GraphNode:
        dataset = GraphNode(self.at.part_of_data("thu-tuc"), ("dcat:Dataset",))
        site = self.catalogue.site
        dataset.add("dct:identifier", Literal("thu-tuc"))
        dataset.add("dct:title", LangString("Thủ tục hành chính"))
        dataset.add(
            "dct:description", LangString(f"Thủ tục hành chính, tính đến ngày {self.catalogue.as_of.isoformat()}.")
        )
        dataset.add("dct:publisher", self._organisation(site.authority or "Chưa ghi cơ quan chủ quản"))
        return dataset

    def _service(self, document: Fields, dataset: GraphNode) -> Iterator[GraphNode]:
        record = document["ban_ghi"]
        service = GraphNode(document["id"], ("cpsv:PublicService",))
        service.add("dct:identifier", Literal(document["ma"]))
        service.add("dct:title", LangString(document["ten"]))
        service.add("dct:description", LangString(record.get("mo_ta") or document["ten"]))
        service.add("schema:description", LangString(f"Thời hạn: {document['tom_tat']['thoi_han']}"))
        service.add("dct:language", self._concept(LANGUAGE, "tiếng Việt", "dct:LinguisticSystem"))
        service.add("dct:spatial", self._concept(PLACE, "Việt Nam", "dct:Location"))
        service.add("dct:isPartOf", Iri(dataset.id))
        service.add("dcat:keyword", *(LangString(word) for word in record.get("ten_thuong_goi", ())))
        service.add("adms:status", self._term("trang-thai", document["trang_thai"]))
        service.add(
            "cv:thematicArea", self._concept(document["linh_vuc"], record.get("linh_vuc") or "Chưa phân lĩnh vực")
        )
        for who in record.get("doi_tuong_thuc_hien", ()):
            service.add("dct:audience", self._term("doi-tuong", who))
        if level := record.get("muc_do_truc_tuyen"):
            service.add("dct:type", self._term("truc-tuyen", level))
        deciding = record.get("co_quan_co_tham_quyen") or record.get("co_quan_thuc_hien")
        service.add("cv:hasCompetentAuthority", self._organisation(deciding or "chưa rõ"))
        service.add("cv:processingTime", _duration(record.get("thoi_han_giai_quyet")))
        for law in self._laws(record):
            service.add("cv:hasLegalResource", law)
        for other in record.get("thu_tuc_lien_quan", ()):
            name = self.at.name("thu-tuc", other.get("ma_thu_tuc", ""))
            if other.get("ma_thu_tuc") in self.catalogue.procedures and name != document["id"]:
                service.add("cv:relatedService", Iri(name))
        parts = [
            *self._channels(document, record),
            *self._costs(document, record),
            *self._papers(document, record),
            *self._outputs(document, record),
            *self._conditions(document, record),
            *self._steps(document, record),
        ]
        for predicate, part in parts:
            service.add(predicate, Iri(part.id))
        yield service
        for _, part in parts:
            yield part

    def _channels(self, document: Fields, record: Fields) -> Iterator[tuple[str, GraphNode]]:
        for number, channel in enumerate(record.get("cach_thuc_thuc_hien", ()), 1):
            node = _part(document, "kenh", number, "cv:Channel")
            node.add("dct:type", self._term("hinh-thuc-nop", channel.get("hinh_thuc_nop") or "chưa rõ"))
            node.add("dct:description", _words(channel.get("mo_ta")))
            node.add("cv:processingTime", _duration(channel.get("thoi_han_giai_quyet")))
            yield "cv:hasChannel", node

    def _costs(self, document: Fields, record: Fields) -> Iterator[tuple[str, GraphNode]]:
        fees = record.get("phi_le_phi")
        lines = fees if isinstance(fees, list) else [{"ly_do": f"Phí, lệ phí: {fees}"}] if fees else []
        for number, fee in enumerate(lines, 1):
            node = _part(document, "phi", number, "cv:Cost")
            amount = fee.get("muc_thu")
            if isinstance(amount, int):
                node.add("cv:hasValue", Literal(f"{amount}.0", "xsd:double"))
                node.add("cv:currency", self._concept(CURRENCY, "đồng Việt Nam"))
            unit = f"tính theo {fee['don_vi_tinh']}" if fee.get("don_vi_tinh") else ""
            stated = amount if isinstance(amount, str) else fee.get("nguyen_van", "")
            words = [fee.get("loai", ""), stated, unit, fee.get("ly_do", "")]
            node.add("dct:description", _words("; ".join(word for word in words if word)))
            yield "cv:hasCost", node

    def _papers(self, document: Fields, record: Fields) -> Iterator[tuple[str, GraphNode]]:
        dossier = record.get("thanh_phan_ho_so", {})
        papers = [("", paper) for paper in dossier.get("giay_to_chung", ())]
        papers += [
            (case.get("ten", ""), paper) for case in dossier.get("truong_hop", ()) for paper in case.get("giay_to", ())
        ]
        for number, (case_name, paper) in enumerate(papers, 1):
            node = _part(document, "giay-to", number, "cv:Evidence")
            node.add("dct:title", LangString(paper.get("ten_giay_to") or "chưa rõ"))
            counts = f"{paper.get('ban_chinh', '?')} bản chính, {paper.get('ban_sao', '?')} bản sao"
            words = [paper.get("nop_hay_xuat_trinh", ""), counts, case_name and f"khi: {case_name}"]
            words.append(paper.get("ghi_chu", ""))
            node.add("dct:description", _words("; ".join(word for word in words if word)))
            yield "cpsv:hasInput", node

    def _outputs(self, document: Fields, record: Fields) -> Iterator[tuple[str, GraphNode]]:
        for number, result in enumerate(record.get("ket_qua_thuc_hien", ()), 1):
            node = _part(document, "ket-qua", number, "cv:Output")
            node.add("dct:title", LangString(result.get("ten") or "chưa rõ"))
            yield "cpsv:produces", node

    def _conditions(self, document: Fields, record: Fields) -> Iterator[tuple[str, GraphNode]]:
        conditions = record.get("yeu_cau_dieu_kien")
        for number, condition in enumerate(conditions if isinstance(conditions, list) else (), 1):
            node = _part(document, "dieu-kien", number, "cv:Requirement")
            node.add("dct:title", LangString(condition))
            yield "cv:holdsRequirement", node

    def _steps(self, document: Fields, record: Fields) -> Iterator[tuple[str, GraphNode]]:
        steps = record.get("trinh_tu_thuc_hien", ())
        if steps:
            node = _part(document, "trinh-tu", 1, "cpsv:Rule")
            node.add("dct:title", LangString("Trình tự thực hiện"))
            lines = [
                f"{number}. {step.get('noi_dung', '')} ({step.get('nguoi_thuc_hien', 'chưa rõ')})"
                for number, step in enumerate(steps, 1)
            ]
            node.add("dct:description", LangString("\n".join(lines)))
            yield "cpsv:follows", node

    def _laws(self, record: Fields) -> Iterator[Iri]:
        for basis in record.get("can_cu_phap_ly", ()):
            law: LawView | None = self.catalogue.laws.get(basis.get("so_ky_hieu", ""))
            if law:
                name = self.at.name("van-ban", law.record.number or "")
                if name not in self.shared:
                    node = self.shared[name] = GraphNode(name, ("eli:LegalResource",))
                    node.add("dct:identifier", Literal(law.record.number or ""))
                    node.add("dct:title", LangString(law.title))
                yield Iri(name)

    def _concept(self, address: str, label: str, kind: str = "skos:Concept") -> Iri:
        if address not in self.shared:
            node = self.shared[address] = GraphNode(address, (kind,))
            node.add("skos:prefLabel", LangString(label))
        return Iri(address)

    def _term(self, scheme: str, label: str) -> Iri:
        """A concept of our own: a value of one of the model's lists."""
        return self._concept(self.at.part_of_data(scheme, label), label)

    def _organisation(self, label: str) -> Iri:
        address = self.at.part_of_data("to-chuc", label)
        if address not in self.shared:
            node = self.shared[address] = GraphNode(address, ("cv:PublicOrganisation", "foaf:Agent"))
            node.add("skos:prefLabel", LangString(label))
            node.add("dct:title", LangString(label))
            node.add("dct:identifier", Literal(label))
            node.add("dct:spatial", self._concept(PLACE, "Việt Nam", "dct:Location"))
        return Iri(address)


def _part(document: Fields, kind: str, number: int, type: str) -> GraphNode:
    node = GraphNode(f"{document['id']}#{kind}-{number}", (type,))
    node.add("dct:identifier", Literal(f"{document['ma']}#{kind}-{number}"))
    return node


def _words(value: str | None) -> LangString | None:
    return LangString(value) if value else None


def _duration(limit: object) -> Literal | None:
    """The `xsd:duration` of a limit; none for working days and working hours, which the type cannot express."""
    if not isinstance(limit, dict) or limit.get("don_vi") not in DURATIONS or limit.get("so") is None:
        return None
    return Literal(DURATIONS[limit["don_vi"]].format(limit["so"]), "xsd:duration")
