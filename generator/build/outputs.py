"""All outputs of a site, and making those whose inputs changed."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from generator.build.build_report import BuildReport
from generator.build.sitemap import robots, sitemap
from generator.catalogue.catalogue import Catalogue
from generator.outputs.exports import sheets
from generator.outputs.exports.registry import data_files, export_outputs
from generator.outputs.output import Output
from generator.outputs.search import publish
from generator.outputs.sheets.sheet import Sheet, all_sheets
from generator.pages.inputs import inputs_of
from generator.pages.open_data import publishes_records
from generator.pages.page import Page, all_pages
from generator.rendering.assets import Assets
from generator.rendering.edition import tense
from generator.rendering.page_renderer import PageRenderer
from generator.schema.packing import digest, dump

Made = tuple[str, bytes, tuple[str, ...]]  # name of an output, digest of its inputs, files below the site
ParallelMap = Callable[[Callable[[list[Output]], list[Made]], list[Output], int], list[list[Made]]]
NONE: tuple[tuple, bytes] = ((), b"")
BATCH_SIZE = 10  # outputs per batch: a few of them are slow


@dataclass(slots=True)
class SiteOutputs:
    """parallel: made in several processes; sheets: typeset in threads; small: made from what is there already."""

    parallel: list[Output]
    sheets: list[Sheet]
    small: list[Output]
    pages: list[Page]


class OutputMaker:
    """Makes outputs of `catalogue`, an edition of the site, below the folder `out` of the whole site. theme_dirs:
    template folders, first wins. prefix: of the edition's folder; the names of outputs and files begin with it."""

    def __init__(self, catalogue: Catalogue, theme_dirs: list[str], out: Path) -> None:
        self.catalogue, self.out, self.folders = catalogue, out, set[str]()
        self.prefix = catalogue.edition.folder if catalogue.edition else ""
        self.assets = Assets(Path(theme_dirs[0]) / "assets")
        for name, data, fixed in data_files(catalogue):
            self.assets.add(name, data, fixed)
        base = urlsplit(catalogue.site.url or "").path or "/"
        self.layout = PageRenderer(theme_dirs, catalogue, self.assets, base)
        facts = [sorted(self.assets.names.items()), sorted(tense(catalogue).items()), publishes_records(catalogue)]
        self.frame = digest(inputs_of(catalogue).frame, dump(facts))

    def whole_site(self) -> SiteOutputs:
        """Every output of the site."""
        catalogue, pages = self.catalogue, list(all_pages(self.catalogue))
        index = Output("tim-kiem", partial(publish.index_files, pages, catalogue), partial(publish.inputs, catalogue))
        files = [_file(name, data) for name, data in self.assets.bytes.items()]
        url = self.layout.site_url
        files.append(_file("sitemap.xml", sitemap(pages, url, catalogue.edition).encode()))
        if not self.prefix:  # a host has one, at its root
            files.append(_file("robots.txt", robots(url, catalogue.edition).encode()))
        # the longest task first
        outputs = [index, *export_outputs(catalogue), *map(self._page, pages)]
        return SiteOutputs(outputs, list(all_sheets(catalogue)) if catalogue.has_sheets else [], files, pages)

    def _page(self, page: Page) -> Output:
        def inputs() -> Any:
            shown = (page.template, page.title, page.description, page.section, page.crumbs, page.indexed, page.lang)
            around = (page.source, page.feed, page.asked, page.same_as, page.data, self._in_present(page))
            return (shown, around, self.stated(page.inputs))

        return Output(page.file, partial(self._render, page), inputs)

    def _in_present(self, page: Page) -> tuple[str, bool] | None:
        """On a page of a past edition: which page of the present one it leads to."""
        edition = self.catalogue.edition
        if edition is None or not edition.past:
            return None
        return edition.there(page.url), edition.in_both(page.same_as or page.url)

    def _render(self, page: Page) -> Iterator[tuple[str, bytes]]:
        root = self.layout.base if page.file == "404.html" else None
        for name, text in self.layout.files(page, root):
            yield name, text.encode("utf-8")

    def stated(self, inputs: Any) -> Any:
        """Inputs as plain values; everything where none are stated."""
        value = inputs() if callable(inputs) else inputs
        return self.everything if value is None else value

    @property
    def everything(self) -> bytes:
        """The inputs of an output that states none."""
        return inputs_of(self.catalogue).everything

    def digest(self, output: Output) -> bytes:
        """Identifies the inputs of an output."""
        return digest(self.frame, dump(self.stated(output.inputs)))

    def stale(self, outputs: list[Output], known: Mapping[str, tuple[Any, bytes]]) -> list[Output]:
        """The outputs that are not in `known` (name → files, digest) with the same inputs."""
        if not known:
            return outputs
        return [one for one in outputs if known.get(self.prefix + one.name, NONE)[1] != self.digest(one)]

    def stale_sheets(self, wanted: list[Sheet], known: Mapping[str, tuple[Any, bytes]]) -> list[Sheet]:
        """The same for sheets."""
        return [one for one in wanted if known.get(self.prefix + one.path, NONE)[1] != sheet_digest(one)]

    def names(self, site: SiteOutputs) -> Iterator[str]:
        """The names of all outputs."""
        for output in (*site.parallel, *site.small):
            yield self.prefix + output.name
        for sheet in site.sheets:
            yield self.prefix + sheet.path

    def make(self, outputs: Iterable[Output]) -> list[Made]:
        """Write the files of these outputs. Raises OSError and what making them raises."""
        made = []
        for output in outputs:
            names = []
            for name, data in output.make():
                write_file(self.out, self.prefix + name, data, self.folders)
                names.append(self.prefix + name)
            made.append((self.prefix + output.name, self.digest(output), tuple(names)))
        return made

    def typeset(self, wanted: list[Sheet]) -> list[Made]:
        """Write these sheets. Raises OSError, SheetError."""
        for name, data in sheets.typeset(wanted):
            write_file(self.out, self.prefix + name, data, self.folders)
        return [(self.prefix + one.path, sheet_digest(one), (self.prefix + one.path,)) for one in wanted]


def report_of(makers: list[OutputMaker], sites: list[SiteOutputs]) -> BuildReport:
    """The numbers of the site: of its root, with the pages of all editions."""
    catalogue, pages = makers[0].catalogue, sites[0].pages
    indexed = {page.file: page.title for page in pages if page.search}
    return BuildReport(
        procedures=len(catalogue.in_force),
        units=sum(unit.active for unit in catalogue.units.values()),
        tasks=sum(len(plan.tasks) for plan in catalogue.plans.values()),
        pages=sum(len(site.pages) for site in sites),
        entries=sum(bool(page.search) for site in sites for page in site.pages),
        seconds=0.0,
        assets=dict(makers[0].assets.names),
        indexed=indexed,
    )


def sheet_digest(sheet: Sheet) -> bytes:
    """Identifies what a sheet is typeset from."""
    return digest(sheet.template.encode(), repr(sheet.data).encode("utf-8", "surrogatepass"))


def _file(name: str, data: bytes) -> Output:
    return Output(name, lambda: [(name, data)], data)


def write_file(out: Path, name: str, data: bytes, folders: set[str]) -> None:
    """Write the file `name` below `out`. folders: the folders that exist; updated."""
    folder = f"{out}/{name.rpartition('/')[0]}"
    if folder not in folders:
        try:
            os.mkdir(folder)
        except FileExistsError:
            pass
        except FileNotFoundError:
            os.makedirs(folder, exist_ok=True)
        folders.add(folder)
    with open(f"{out}/{name}", "wb", buffering=0) as file:
        file.write(data)
