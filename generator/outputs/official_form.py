"""The head and foot of an administrative document (NĐ 30/2020/NĐ-CP, appendix I), for every sheet and list that an
office posts. Values that only the office knows (number, date, signer's name) are blanks to write on."""

from __future__ import annotations

from dataclasses import asdict, dataclass

from generator.catalogue.catalogue import Catalogue
from generator.catalogue.views import UnitView
from generator.plain_data import JsonObject
from generator.schema.site import SheetSignature
from generator.schema.unit_kinds import desk_of

COUNTRY, MOTTO = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"
ON_BEHALF, ROLE, SIGNED = "TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "(ký, ghi rõ họ tên, đóng dấu)"
KINDS = {"notice": "/TB-UBND", "list": ""}  # how the number of a document of the kind ends


@dataclass(frozen=True, slots=True)
class OfficialForm:
    """authority: lines of the issuing body; number, place_and_day: with blanks; signature: lines above the name that
    signs; signer: that name, empty to be written by hand; desk: where it is posted."""

    country: str
    motto: str
    authority: tuple[str, str]
    number: str
    place_and_day: str
    signature: tuple[str, str]
    signed: str
    signer: str
    desk: str

    def data(self) -> JsonObject:
        """The form as plain values, for a sheet."""
        return asdict(self)


def official_form(unit: UnitView, kind: str, catalogue: Catalogue) -> OfficialForm:
    """The form of a document that a unit issues. kind: one of KINDS. Who signs is taken from site.yml for the unit
    whose site it is."""
    name = unit.record.name or unit.slug
    own = unit is catalogue.site_unit
    signature = (catalogue.site.signature if own else None) or SheetSignature.model_construct()
    return OfficialForm(
        country=COUNTRY,
        motto=MOTTO,
        authority=("ỦY BAN NHÂN DÂN", f"{unit.record.kind or ''} {name}".strip().upper()),
        number=f"Số: ……{KINDS[kind] or '/……'}",
        place_and_day=f"{name}, ngày …… tháng …… năm ……",
        signature=(ON_BEHALF, (signature.role or ROLE).upper()),
        signed=SIGNED,
        signer=signature.name or "",
        desk=desk_of(catalogue.as_of)[0],
    )
