"""`tthc build --unit` and `--all-units`: the communes' own sites; `tthc pack` makes one of them, too."""

from __future__ import annotations

import argparse
import datetime as dt
import sys
import time
from pathlib import Path

from generator.build.pipeline import SiteBuilder, SiteOptions
from generator.build.reading import cache_beside
from generator.catalogue.builder import build_catalogue
from generator.catalogue.catalogue import Catalogue
from generator.catalogue.views import UnitView
from generator.checks._engine.withholding import verdict
from generator.commands._shared.content import config_file
from generator.commands._shared.units import find_unit
from generator.composition.dissolved_unit_site import tombstone_site
from generator.composition.unit_sites import unit_sites
from generator.io.causes import failure
from generator.mkdocs_plugin import theme_dirs
from generator.outputs.search.pagefind import PagefindError
from generator.outputs.sheets.typeset import SheetError
from generator.reporting.withheld import refusal


def build_units(args: argparse.Namespace) -> int:
    """Check, build, publish the folder; exit code as for the whole site. A dissolved commune gets redirecting pages."""
    begun = time.perf_counter()
    out = args.out or Path("site.xa" if args.all_units else f"site.{args.unit}")
    builder = SiteBuilder(
        args.content,
        out,
        theme_dirs(config_file(), args.content),
        SiteOptions(as_of=args.as_of, withhold=args.strict, sites=f"unit {args.unit}"),
        cache=cache_beside(args.content),
    )
    if refuses(builder, args.strict):
        return 1
    catalogues = builder.catalogues()
    catalogue = next((one for one in catalogues if _exists(one, args.unit)), catalogues[0])
    ended = catalogue.units.get(args.unit or "")
    last_day = _last_day(ended) if ended else None
    unit = ended if last_day else find_unit(catalogue, args.unit) if args.unit else None
    if args.unit and not unit:
        return 2
    if unit and not unit.is_commune:
        print(f"tthc: {unit.title} không phải xã; trang của huyện dựng bằng tthc build.", file=sys.stderr)
        return 2
    units = {"": unit} if unit else {f"{one.slug}/": one for one in catalogue.communes}
    try:
        if unit and last_day:
            before = build_catalogue(builder.store, last_day, [])
            report = builder.write(lambda: tombstone_site(catalogue, unit, before, builder.theme_dirs))
        else:
            report = builder.write(lambda: unit_sites(catalogue, units, builder.theme_dirs))
    except (PagefindError, SheetError, OSError) as error:
        print(f"tthc: {failure(error)}", file=sys.stderr)
        return 2
    what = unit.title if unit else f"{len(units)} đơn vị cấp xã"
    seconds = time.perf_counter() - begun
    print(f"Đã dựng trang của {what}: {report.pages} trang, {seconds:.2f} giây, ở {out.resolve()}.")
    return 0


def refuses(builder: SiteBuilder, strict: bool, so: str = "") -> bool:
    """Read and check; True, after printing the reason, if a strict build must not publish this content. so: the
    consequence to print, if the command is not a build."""
    problems = builder.check()
    judged = verdict(builder.store, problems)
    if strict and not judged.publishable:
        print(refusal(judged, so) if so else refusal(judged), file=sys.stderr)
        return True
    return False


def _last_day(unit: UnitView) -> dt.date | None:
    """The last day of a commune that has ended."""
    term = unit.record.term
    until = term.until if term and unit.begun and not unit.active and unit.is_commune else None
    return until if isinstance(until, dt.date) else None


def _exists(catalogue: Catalogue, slug: str | None) -> bool:
    """True if the unit exists on the day of this edition, or no unit was requested."""
    unit = catalogue.units.get(slug or "")
    return slug is None or bool(unit and unit.active)
