"""Subsets of the catalogue: the content of one commune's own site, and the content common to all commune sites."""

from __future__ import annotations

import dataclasses

from generator import urls
from generator.catalogue.catalogue import Catalogue
from generator.catalogue.edition import EditionView
from generator.catalogue.unit_succession import name_list
from generator.catalogue.views import FieldView, ProcedureView, UnitView, WithheldView
from generator.catalogue.wording import wording
from generator.schema.unit import Unit

LEVEL_OF_KIND = "o-day"  # placeholder for “the commune of this site” on shared pages
COMMUNE = "cấp xã"


class Level(UnitView):
    """Placeholder for the commune whose site a shared page is on; its page is that site's home page."""

    @property
    def url(self) -> str:
        return urls.HOME

    @property
    def title(self) -> str:
        return f"{self.record.note or ''} của trang này"


def shared_catalogue(full_catalogue: Catalogue) -> Catalogue:
    """The procedures every commune receives, for pages that are identical on every commune's site: no commune is
    named."""
    words = wording(full_catalogue)
    communes = f"{words.communes[:1].upper()}{words.communes[1:]}"
    here = Level(
        Unit.model_validate({"loai": words.commune, "ghi_chu": communes}), LEVEL_OF_KIND, active=True, begun=True
    )
    home = UnitView(Unit.model_validate({"loai": words.district}), "", active=True, begun=True, children=[here])
    site = full_catalogue.site.model_copy(
        update={
            "name": "Thủ tục hành chính cấp xã",
            "authority": f"{communes} – {full_catalogue.site.authority or ''}".rstrip(" –"),
            "unit": LEVEL_OF_KIND,
        }
    )
    procedures = {
        code: dataclasses.replace(view, local=[])
        for code, view in full_catalogue.procedures.items()
        if COMMUNE in view.record.levels
    }
    return dataclasses.replace(
        full_catalogue,
        site=site,
        edition=_edition(full_catalogue),
        units={LEVEL_OF_KIND: home},
        procedures=procedures,
        fields=_fields(full_catalogue, procedures),
        withheld=_received(full_catalogue.withheld),
        handbook=[],
        notices=[],
    )


def _edition(full_catalogue: Catalogue) -> EditionView | None:
    """The edition; its procedures of other editions are only those of the communes, at the full addresses of the whole
    site."""
    edition = full_catalogue.edition
    others = edition.others if edition and full_catalogue.site.url else ()
    return edition and dataclasses.replace(
        edition,
        others=tuple(
            (dataclasses.replace(link, root=link.address), view)
            for link, view in others
            if COMMUNE in view.record.levels
        ),
    )


def unit_catalogue(full_catalogue: Catalogue, unit: UnitView) -> Catalogue:
    """The catalogue of one commune's site, with that commune as the site's unit."""
    name = name_list(unit)
    site = full_catalogue.site.model_copy(
        update={
            "name": f"Thủ tục hành chính {name}",
            "authority": f"UBND {name}",
            "operator": f"UBND {name}",
            "unit": unit.slug,
        }
    )
    procedures = {
        view.code: dataclasses.replace(view, local=[own for own in view.local if own.unit is unit])
        for view in unit.procedures
    }
    own = [notice for notice in full_catalogue.notices if notice.record.unit in (None, unit.slug)]
    return dataclasses.replace(
        full_catalogue,
        site=site,
        units={unit.slug: unit},
        procedures=procedures,
        fields=_fields(full_catalogue, procedures),
        withheld=_received(full_catalogue.withheld),
        notices=own,
        handbook=[],
    )


def _fields(full_catalogue: Catalogue, procedures: dict[str, ProcedureView]) -> list[FieldView]:
    found = []
    for field in full_catalogue.fields:
        kept = [procedures[view.code] for view in field.procedures if view.code in procedures]
        ended = [procedures[view.code] for view in field.ended if view.code in procedures]
        withheld = _received(field.withheld)
        if kept or withheld:
            found.append(dataclasses.replace(field, procedures=kept, withheld=withheld, ended=ended))
    return found


def _received(withheld: list[WithheldView]) -> list[WithheldView]:
    return [view for view in withheld if COMMUNE in view.levels]
