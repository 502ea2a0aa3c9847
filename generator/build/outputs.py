"""Makes and writes the outputs of a site whose inputs have changed."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping, Set
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

from generator.build.build_state import OutputRecord
from generator.composition.site_parts import SiteParts
from generator.io.file import link
from generator.outputs.exports.sheets import typeset
from generator.outputs.output import Data, Output
from generator.outputs.sheets.sheet import Sheet
from generator.pages.inputs import NOTED, inputs_of
from generator.pages.open_data import publishes_records
from generator.pages.other_editions import other_editions
from generator.pages.page import Page
from generator.rendering.edition import tense
from generator.schema.packing import digest, dump

Made = tuple[str, OutputRecord]  # with the name of the output
OutputOrSheet = TypeVar("OutputOrSheet", Output, Sheet)
BATCH_SIZE = 10  # outputs per batch: a few of them are slow
MIN_OUTPUTS = 30  # with fewer, forking does not pay


class OutputMaker:
    """Makes outputs of `parts` below the folder `out`. last: the outputs of the last build, by name; private: if only
    private texts changed since, the files in which they did."""

    def __init__(
        self, parts: SiteParts, out: Path, last: Mapping[str, OutputRecord], private: Set[str] | None = None
    ) -> None:
        self.parts, self.out, self.folders, self.last, self.private = parts, out, set[str](), last, private
        catalogue = parts.catalogue
        values = [sorted(parts.assets.items()), sorted(tense(catalogue).items()), publishes_records(catalogue)]
        self.frame = digest(inputs_of(catalogue).frame, dump([*values, parts.common_inputs]))
        self.pages = [self._page(page) for page in parts.pages if parts.folders_of(page.file)]

    def _page(self, page: Page) -> Output:
        def inputs() -> object:
            shown = (page.template, page.title, page.description, page.section, page.crumbs, page.indexed, page.lang)
            frame = (page.source, page.feed, page.has_feedback_form, page.same_as, page.data, self._elsewhere(page))
            return (shown, frame, self.plain_inputs(page.inputs))

        return Output(page.file, partial(self._render, page), inputs)

    def _elsewhere(self, page: Page) -> Any:
        """The pages of other editions that it leads to, and what search engines get in place of one of the past."""
        edition = self.parts.catalogue.edition
        if edition is None:
            return None
        shown = page.same_as or page.url
        others = other_editions(self.parts.catalogue)
        ways = [(found, others.kin(shown, link)) for link, found in others.all_ways(shown, page.crumbs)]
        plain = [[tuple(way) for way in (*found, *kin)] for found, kin in ways]
        return plain, edition.repeats(shown), edition.hides(shown)

    def _render(self, page: Page) -> Iterator[tuple[str, bytes]]:
        renderer, other_site = self.parts.renderer, self.parts.other_site
        if renderer.catalogue is not self.parts.catalogue:
            renderer.switch_to(self.parts.catalogue)
        root = renderer.base if page.file == "404.html" else None
        if other_site:  # only that one has the Markdown twin
            yield page.file, other_site.rewrite(renderer.html(page, root), page.url).encode()
            return
        for name, text in renderer.files(page, root):
            yield name, text.encode("utf-8")

    def plain_inputs(self, inputs: object) -> object:
        """Inputs as plain values; `everything` if none are stated."""
        value = inputs() if callable(inputs) else inputs
        return self.everything if value is None else value

    @property
    def everything(self) -> bytes:
        """The inputs of an output that states none."""
        return inputs_of(self.parts.catalogue).everything

    def digest(self, output: Output) -> tuple[bytes, tuple[str, ...]]:
        """The digest of an output's inputs and folders, and the files whose whole records are among the inputs."""
        NOTED.clear()
        inputs = digest(self.frame, dump((self.parts.folders_of(output.name), self.plain_inputs(output.inputs))))
        return inputs, tuple(sorted(NOTED))

    def suspects(self, outputs: Iterable[OutputOrSheet]) -> list[OutputOrSheet]:
        """Those that the last build did not make, or perhaps of other inputs."""
        return [one for one in outputs if self._is_suspect(self.last.get(self.parts.key + one.name))]

    def _is_suspect(self, last: OutputRecord | None) -> bool:
        return last is None or self.private is None or not self.private.isdisjoint(last.whole_records)

    def differs(self, name: str, inputs: bytes) -> bool:
        """True if the last build did not make this output of the same inputs."""
        last = self.last.get(self.parts.key + name)
        return last is None or last.inputs != inputs

    def names(self) -> Iterator[str]:
        """The names of all outputs."""
        for output in (*self.parts.exports, *self.pages, *self.parts.files):
            yield self.parts.key + output.name
        for sheet in self.parts.sheets:
            yield self.parts.key + sheet.name

    def make(self, suspects: Iterable[Output]) -> list[Made]:
        """Write the files of those outputs that the last build did not make of the same inputs. Raises OSError and what
        making them raises."""
        made = []
        for one in suspects:
            inputs, whole_records = self.digest(one)
            if self.differs(one.name, inputs):
                made.append(self._made(one.name, inputs, whole_records, one.make()))
        return made

    def add_sheet(self, sheet: Sheet, pdf: bytes) -> Made:
        """Write a sheet. Raises OSError."""
        return self._made(sheet.path, sheet_digest(sheet), sheet.shows, [(sheet.path, pdf)])

    def _made(
        self, name: str, inputs: bytes, whole_records: tuple[str, ...], files: Iterable[tuple[str, Data]]
    ) -> Made:
        written: list[str] = []
        for file, data in files:
            places = [folder + file for folder in self.parts.folders_of(name)]
            for place in places[:1]:
                self._write(place, data)
            for place in places[1:]:
                self._make_folder(place)
                link(f"{self.out}/{places[0]}", f"{self.out}/{place}")
            written += places
        return self.parts.key + name, OutputRecord(tuple(written), inputs, whole_records)

    def _write(self, name: str, data: Data) -> None:
        self._make_folder(name)
        with open(f"{self.out}/{name}", "wb", buffering=0) as file:
            for piece in (data,) if isinstance(data, bytes) else data:
                file.write(piece)

    def _make_folder(self, name: str) -> None:
        folder = f"{self.out}/{name.rpartition('/')[0]}"
        if folder not in self.folders:
            os.makedirs(folder, exist_ok=True)
            self.folders.add(folder)


def make_together(suspects: Iterable[tuple[OutputMaker, Output]]) -> list[Made]:
    """Make and write outputs of several makers, as each does. Raises OSError and what making them raises."""
    return [made for maker, output in suspects for made in maker.make([output])]


def sheets_differ(suspects: Iterable[tuple[OutputMaker, Sheet]]) -> list[bool]:
    """Of each sheet, whether its data are not those of the last build."""
    return [maker.differs(sheet.name, sheet_digest(sheet)) for maker, sheet in suspects]


def typeset_together(tasks: list[tuple[OutputMaker, Sheet]]) -> list[Made]:
    """Typeset and write sheets of several makers. Raises OSError, SheetError."""
    makers = {id(sheet): maker for maker, sheet in tasks}
    return [makers[id(sheet)].add_sheet(sheet, pdf) for sheet, pdf in typeset([sheet for _, sheet in tasks])]


def sheet_digest(sheet: Sheet) -> bytes:
    """The digest of what a sheet is typeset from."""
    return digest(sheet.template.encode(), repr(sheet.data).encode("utf-8", "surrogatepass"))
