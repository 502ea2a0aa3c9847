"""The answers of the tools: plain data, always with the address, the date of the content, and the parts that await
confirmation."""

from __future__ import annotations

from typing import Any

from generator.assistant.published_site import PublishedSite
from generator.assistant.search import SiteSearch
from generator.schema.procedure import Procedure
from generator.schema.record import field_labels
from generator.schema.unit_kinds import KINDS, level_of

WARNING = (
    "Nội dung chỉ để tra cứu; phần ở cho_xac_nhan có hoi_lai_truoc_khi_di là true chưa chắc: "
    "hãy hỏi lại nơi nộp trước khi đi. Phần không nêu ở đó đã đối chiếu."
)
NOT_FOUND = "Không có thủ tục mang mã này trong dữ liệu của trang."


class Answers:
    """The tools' answers over one site. Raises SiteUnreadable."""

    def __init__(self, site: PublishedSite) -> None:
        self.site = site
        self.search = SiteSearch(site)
        self.procedures = {document["ma"]: document for document in site.documents("thu-tuc")}
        self.units = {document["ma"]: document for document in site.documents("don-vi")}

    def find(self, question: str, limit: int = 5) -> dict[str, Any]:
        """Procedures that answer a question, by the site's own search."""
        answer = self.search.ask(question, max(1, min(limit, 20)))
        hits = [
            (
                self._short(self.procedures[hit.code])
                if hit.code in self.procedures
                else {"ten": hit.title, "trang": self._address(hit.url)}
            )
            | ({"hieu_luc": hit.validity} if hit.validity else {})
            for hit in answer.hits
        ]
        document: dict[str, Any] = {"ket_qua": hits, "luu_y": WARNING}
        if answer.elsewhere:
            document["noi_khac_giai_quyet"] = answer.elsewhere
        if not hits:
            document["luu_y"] = "Trang này không có thủ tục như vậy; đừng đoán, hãy hướng người hỏi đến nơi nộp."
        return document

    def read(self, code: str) -> dict[str, Any]:
        """The complete record of a procedure."""
        found = self.procedures.get(code.strip())
        if found is None:
            return {"loi": NOT_FOUND, "ma": code}
        return found | {"luu_y": WARNING}

    def compare(self, code: str, edition: str) -> dict[str, Any]:
        """The differences, part by part, between this edition and the one in the folder `edition`."""
        folder = edition.strip("/") + "/" if edition.strip("/") else ""
        if ".." in folder:
            return {"loi": "Tên bản không hợp lệ."}
        others = {document["ma"]: document for document in self.site.documents("thu-tuc", folder)}
        here, there = self.procedures.get(code.strip()), others.get(code.strip())
        if here is None or there is None:
            return {"loi": NOT_FOUND, "ma": code, "ban_goc_co": here is not None, "ban_kia_co": there is not None}
        labels = field_labels(Procedure)
        differences = [
            {
                "phan": labels.get(key, key),
                "ban_nay": here["ban_ghi"].get(key),
                "ban_kia": there["ban_ghi"].get(key),
            }
            for key in dict.fromkeys([*here["ban_ghi"], *there["ban_ghi"]])
            if here["ban_ghi"].get(key) != there["ban_ghi"].get(key)
        ]
        return {
            "ten": here["ten"],
            "ban_nay": {"tinh_den_ngay": here["tinh_den_ngay"], "trang": here["trang"]},
            "ban_kia": {"tinh_den_ngay": there["tinh_den_ngay"], "trang": there["trang"]},
            "khac_nhau": differences,
            "cho_xac_nhan": there["cho_xac_nhan"],
            "luu_y": WARNING,
        }

    def received_by(self, unit: str) -> dict[str, Any]:
        """The procedures that a commune or the district receives; `unit` is its slug or its name."""
        wanted = unit.strip().lower()
        matches = [
            document
            for document in self.units.values()
            if wanted in (document["ma"], document["ten"].lower(), _bare(document["ten"]))
        ]
        if not matches:
            return {"loi": "Không có đơn vị này.", "cac_don_vi": [document["ten"] for document in self.units.values()]}
        if len(matches) > 1:
            return {
                "hoi_lai": "Nhiều đơn vị cùng tên, hỏi người dùng là đơn vị nào.",
                "don_vi": list(map(_named, matches)),
            }
        found = matches[0]
        level = level_of(found["ban_ghi"].get("loai"), found["ban_ghi"].get("thuoc"))
        rows = [
            self._short(document)
            for document in self.procedures.values()
            if document["trang_thai"] == "đang áp dụng"
            and level in document["ban_ghi"].get("cap_thuc_hien", ())
            and not document["ban_ghi"].get("nganh_doc")
        ]
        return {"don_vi": _named(found), "so_thu_tuc": len(rows), "thu_tuc": rows, "luu_y": WARNING}

    @staticmethod
    def _short(document: dict[str, Any]) -> dict[str, Any]:
        keys = ("ma", "ten", "trang", "tinh_den_ngay", "trang_thai", "tom_tat", "hoi_lai", "cho_xac_nhan")
        return {key: document[key] for key in keys if key in document}

    def _address(self, url: str) -> str:
        if self.site.address or not self.procedures:
            return self.site.address + url
        first = next(iter(self.procedures.values()))
        return str(first["id"]).partition("id/thu-tuc/")[0] + url


def _named(document: dict[str, Any]) -> dict[str, Any]:
    return {
        "ma": document["ma"],
        "ten": document["ten"],
        "trang": document.get("trang"),
        "tinh_den_ngay": document["tinh_den_ngay"],
    }


def _bare(title: str) -> str:
    """`Xã Tân An` as people say it: `tan an`."""
    lowered = title.lower()
    for kind in KINDS:
        if lowered.startswith(f"{kind} "):
            return lowered[len(kind) + 1 :]
    return lowered
