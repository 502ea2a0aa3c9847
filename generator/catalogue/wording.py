"""What the units of a site and the places that receive dossiers are called. Pages, sheets and scripts follow the kinds
of the units that exist on the day."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from generator.catalogue.catalogue import Catalogue
from generator.catalogue.views import UnitView
from generator.schema.unit_kinds import COMMUNE, COMMUNES, desk_of, level_of, usual_kind
from generator.text.slugs import slug

ENGLISH_PLURALS = {"xã": "communes", "phường": "wards", "thị trấn": "townships", "đặc khu": "special zones"}


@dataclass(frozen=True, slots=True)
class Wording:
    """Words for the middle of a sentence.

    commune: what to call one's commune, `xã`
    part: the same in addresses, `xa`
    communes: all kinds that there are, `xã, thị trấn`
    units: what the menu calls them; on a commune's own site its name
    district: the kind of the site's unit above them, `huyện`
    desk, desk_short: where dossiers are received
    levels: those of the procedures, `cấp huyện, cấp xã`
    here: the units whose site it is, `xã, huyện`
    english: `communes and townships`
    single: the slug of the commune whose own site it is, "" where there are several
    """

    commune: str
    part: str
    communes: str
    units: str
    district: str
    desk: str
    desk_short: str
    levels: str
    here: str
    english: str
    single: str


def wording(catalogue: Catalogue) -> Wording:
    """The words of a catalogue, as of its day."""
    units, home = catalogue.communes, catalogue.site_unit
    counts: Counter[str] = Counter(unit.record.kind or "" for unit in units)
    kinds = [kind for kind in COMMUNES if counts[kind]] or ["xã"]
    commune = usual_kind(counts.elements())
    above = home.record.kind or "huyện" if home and not home.is_commune else "huyện"
    single = home.slug if home and home.active and home.is_commune else ""
    communes = ", ".join(kinds)
    desk, short = desk_of(catalogue.as_of)
    return Wording(
        commune=commune,
        part=slug(commune),
        communes=communes,
        units=_inside_sentence(home) if single and home else communes,
        district=above,
        desk=desk,
        desk_short=short,
        levels=COMMUNE if single or not (home and home.active) else f"{_level(home)}, {COMMUNE}",
        here=commune if single or not (home and home.active) else f"{commune}, {above}",
        english=" and ".join(ENGLISH_PLURALS[kind] for kind in kinds),
        single=single,
    )


def _level(unit: UnitView) -> str:
    return level_of(unit.record.kind, unit.record.parent)


def _inside_sentence(unit: UnitView) -> str:
    return unit.title[:1].lower() + unit.title[1:]
