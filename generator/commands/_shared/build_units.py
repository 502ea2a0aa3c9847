"""`tthc build --unit` and `--all-units`: the communes' own sites."""

from __future__ import annotations

import argparse
import datetime as dt
import sys
import time
from pathlib import Path

from generator.catalogue.catalogue import Catalogue
from generator.commands._shared.content import config_file, read_checked


def build_units(args: argparse.Namespace) -> int:
    """Check, build, publish the folder; exit code as for the whole site. A dissolved commune gets redirecting pages."""
    from generator.build.dissolved_unit_site import build_tombstone_site
    from generator.build.editions import edition_catalogues
    from generator.build.progress import progress
    from generator.build.unit_sites import build_unit_sites
    from generator.catalogue.builder import build_catalogue
    from generator.checks._engine.withholding import verdict
    from generator.commands._shared.units import find_unit
    from generator.io import mark
    from generator.io.guard import guard
    from generator.io.staging import Staging, recover
    from generator.mkdocs_plugin import theme_dirs
    from generator.outputs.search.pagefind import PagefindError
    from generator.outputs.sheets.typeset import SheetError
    from generator.reporting.withheld import refusal

    begun = time.perf_counter()
    out = args.out or Path("site.xa" if args.all_units else f"site.{args.unit}")
    recover(out)
    guard(out, [args.content])
    read = read_checked(args.content, args.as_of)
    store, problems = read.store, read.check()
    judged = verdict(store, problems)
    if args.strict and not judged.publishable:
        print(refusal(judged), file=sys.stderr)
        return 1
    every = edition_catalogues(store, args.as_of, problems, withhold=args.strict)
    catalogue = next((one for one in every if _exists(one, args.unit)), every[0])
    ended = catalogue.units.get(args.unit or "")
    last_day = (
        ended.record.term.until
        if ended and ended.begun and not ended.active and ended.is_commune and ended.record.term
        else None
    )
    unit = ended if last_day else find_unit(catalogue, args.unit) if args.unit else None
    if args.unit and not unit:
        return 2
    if unit and not unit.is_commune:
        print(f"tthc: {unit.title} không phải xã; trang của huyện dựng bằng tthc build.", file=sys.stderr)
        return 2
    units = [unit] if unit else catalogue.communes
    try:
        with Staging(out, [args.content]) as staging:
            folder, themes = staging.folder, theme_dirs(config_file(), args.content)
            if unit and isinstance(last_day, dt.date):
                made = build_tombstone_site(catalogue, unit, build_catalogue(store, last_day, []), folder, themes)
            else:
                with progress("Đang dựng trang của xã") as on_progress:
                    made = build_unit_sites(
                        catalogue,
                        units,
                        (lambda one: folder) if unit else (lambda one: folder / one.slug),
                        staging.shared,
                        themes,
                        on_progress=on_progress,
                    )
            for one in [] if unit else units:  # each is a site that may later be rebuilt alone
                mark.write(folder / one.slug)
            staging.commit()
    except (PagefindError, SheetError, OSError) as error:
        print(f"tthc: {error}", file=sys.stderr)
        return 2
    what = unit.title if unit else f"{len(units)} xã, thị trấn"
    print(f"Đã dựng trang của {what}: {made} trang, {time.perf_counter() - begun:.2f} giây, ở {out.resolve()}.")
    return 0


def _exists(catalogue: Catalogue, slug: str | None) -> bool:
    """The unit exists on the day of this edition, or none is asked for."""
    unit = catalogue.units.get(slug or "")
    return slug is None or bool(unit and unit.active)
