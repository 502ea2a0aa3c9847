"""After a change exactly the outputs are made that show it; what an output states as its inputs is what it reads."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from generator.build.outputs import OutputMaker
from generator.build.reading import read_content
from generator.catalogue.builder import WholeRecords, build_catalogue
from generator.catalogue.catalogue import Catalogue
from generator.catalogue.views import LawView, ProcedureView
from generator.composition.site_parts import whole_site
from generator.loading.entry import Entry
from generator.outputs.open_data import parts
from generator.outputs.sheets.all_sheets import all_sheets
from generator.pages import inputs
from generator.problem import Problem
from generator.schema.packing import dump
from generator.schema.procedure import Procedure
from generator.schema.procedure_summary import NAMES, ProcedureSummary
from tests.build.place import Place, parent_made
from tests.conftest import PROJECT
from tests.support.folders import file_bytes

# kind of change -> file, what is replaced, by what, and every page (besides those of units and the plan) that changes
CHANGES: dict[str, tuple[str, str, str]] = {
    "fee": ("procedures/ho-tich/1.001193.yml", r"muc_thu: \S+", "muc_thu: 12345"),
    "name": ("procedures/ho-tich/1.001193.yml", r"(?m)^ten_thu_tuc: ", "ten_thu_tuc: Việc "),
    "telephone": ("units/an-thanh.yml", r"dien_thoai: .*", 'dien_thoai: "0220 3999 123"'),
    "title of a law": ("laws/123-2015-nd-cp.yml", r"(?m)^trich_yeu: ", "trich_yeu: Về "),
    "search word": ("search/synonyms-ho-tich.yml", r"cach_noi: \[", "cach_noi: [làm giấy khai của cháu, "),
    "text of its own": ("procedures/ho-tich/1.001193.yml", r"noi_dung: ", "noi_dung: Trước hết, "),
}


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Place:
    """A third of the real procedures of two fields on one day, what they name, the plan; no printed sheets."""
    made = Place(tmp_path_factory.mktemp("inputs"))
    shutil.rmtree(made.content / "procedures")
    shutil.copytree(PROJECT / "content" / "plan", made.content / "plan")
    texts = ""
    for field in ("ho-tich", "chung-thuc"):
        for file in sorted((PROJECT / "content" / "procedures" / field).glob("?.??????.yml"))[1::3]:
            shutil.copy(file, parent_made(made.content / "procedures" / field / file.name))
            texts += file.read_text("utf-8")
    for file in sorted((PROJECT / "content" / "laws").glob("*.yml")):
        number = re.search(r"(?m)^so_ky_hieu: (.*)$", file.read_text("utf-8"))
        if number and number[1] in texts:
            shutil.copy(file, made.content / "laws")
    site = made.content / "site.yml"
    text = re.sub(r"(?m)^ban_in:.*\n", "", site.read_text("utf-8"))
    site.write_text(re.sub(r"(?m)^cac_ban:\n(?:  .*\n)*", "", text), "utf-8")  # one edition, no versions
    for file in made.content.rglob("*@*"):
        file.unlink()
    made.build()
    return made


@pytest.fixture(scope="module")
def untouched(place: Place) -> tuple[list[Problem], dict[str, bytes]]:
    """What a build from nothing says and makes of the unchanged content, whichever change is tried."""
    fresh = place.build(place.folder / "fresh", cache=False)
    return fresh.problems, file_bytes(place.folder / "fresh")


def pages_after(place: Place, name: str) -> tuple[set[str], set[str]]:
    """The outputs that are made after the change, and the files that are other than before."""
    file, old, new = CHANGES[name]
    path = place.content / file
    before, text = place.files(), path.read_text("utf-8")
    changed = re.sub(old, new, text, count=1)
    assert changed != text
    path.write_text(changed, "utf-8")
    try:
        made = set(place.build().new_outputs)
        after = place.files()
        return made, {name for name in before.keys() | after.keys() if before.get(name) != after.get(name)}
    finally:
        path.write_text(text, "utf-8")
        place.build()


@pytest.mark.parametrize("name", CHANGES)
def test_no_page_is_made_that_does_not_show_the_change(
    place: Place, untouched: tuple[list[Problem], dict[str, bytes]], name: str
) -> None:
    made, changed = pages_after(place, name)
    many = {page for page in made if re.match(r"(thu-tuc/.+|linh-vuc/.+|van-ban/.+|huong-dan/.+)index.html", page)}
    assert many <= changed
    procedures = {page for page in made if re.match(r"thu-tuc/.", page)}
    own = "thu-tuc/1-001193/index.html"
    if name in ("text of its own",):
        assert procedures == {own} and "tim-kiem" not in made and "thu-tuc/index.html" not in made
    elif name in ("fee",):
        assert own in procedures and "thu-tuc/index.html" in changed and "tim-kiem" in made
        assert len(procedures) < len(place.procedures()) / 2, "only those that list it"
        assert "feeds" not in made and "offline" not in made
    elif name in ("telephone", "search word"):
        assert procedures <= {"thu-tuc/index.html"} and "tim-kiem" in made  # a result that is an office says its number
    elif name == "title of a law":
        assert own in procedures and "van-ban/123-2015-nd-cp/index.html" in made
    elif name == "name":
        assert own in procedures and "linh-vuc/ho-tich/index.html" in made
    was, now = untouched[1], place.files()  # taken back, the change leaves nothing
    assert [file for file in was.keys() | now.keys() if was.get(file) != now.get(file)] == []
    assert place.build().problems == untouched[0]


@contextmanager
def recorded(reads: set[tuple[str, str]]) -> Iterator[None]:
    """Note which fields of which procedure and document are read."""

    def note(key: Any, names: set[str]) -> Any:
        def read(self: Any, name: str) -> Any:
            if name in names:
                reads.add((key(self), name))
            return object.__getattribute__(self, name)

        return read

    packed = ProcedureSummary.packed

    def note_packed(self: ProcedureSummary, *names: str) -> tuple[Any, ...]:
        reads.update((f"procedure {object.__getattribute__(self, '_packed')[0]}", name) for name in names)
        return packed(self, *names)

    ProcedureSummary.packed = note_packed  # type: ignore[method-assign]
    ProcedureSummary.__getattribute__ = note(  # type: ignore[method-assign]
        lambda one: f"procedure {object.__getattribute__(one, '_packed')[0]}", {*NAMES}
    )
    LawView.__getattribute__ = note(lambda one: f"law {object.__getattribute__(one, 'slug')}", {"record", "in_force"})  # type: ignore[method-assign]
    ProcedureView.__getattribute__ = note(  # type: ignore[method-assign]
        lambda one: f"procedure {object.__getattribute__(one, 'record').code}", {"state", "problems"}
    )
    try:
        yield
    finally:
        ProcedureSummary.packed = packed  # type: ignore[method-assign]
        for kind in (ProcedureSummary, LawView, ProcedureView):
            del kind.__getattribute__


def test_what_is_stated_is_what_is_read(place: Place, tmp_path: Path) -> None:
    """Rendering reads no field of a procedure or document that was not read to state the inputs."""
    read = read_content(place.content)
    catalogue = build_catalogue(read.store, read.day, read.check())
    maker = OutputMaker(whole_site(catalogue, [str(place.theme)]), tmp_path, {})
    looked_at, unstated = 0, {}
    for output in (*maker.parts.exports, *maker.pages):
        if output.inputs is None:
            continue
        stated: set[tuple[str, str]] = set()
        _forget(catalogue)
        inputs._OF_CATALOGUE.clear()
        parts._DIGESTS.clear()
        with recorded(stated):
            value = maker.plain_inputs(output.inputs)
        if _everything(value, maker):
            continue
        _forget(catalogue)
        shown: set[tuple[str, str]] = set()
        with recorded(shown):
            list(output.make())
        own = re.match(r"thu-tuc/(.)-(\d+)/", output.name)
        extra = {item for item in shown - stated if not own or item[0] != f"procedure {own[1]}.{own[2]}"}
        if inputs.inputs_of(catalogue).other_records in dump(value):  # all documents
            extra = {item for item in extra if not item[0].startswith("law ")}
        if extra:
            unstated[output.name] = sorted(extra)[:5]
        looked_at += 1
    assert unstated == {}
    assert looked_at > 100


def test_whole_records_that_an_output_shows_are_noted(
    place: Place, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Otherwise a change of a private text would not make it again."""
    monkeypatch.chdir(tmp_path)  # the parts of the open data are made, too
    read = read_content(place.content)
    catalogue = build_catalogue(read.store, read.day, read.check())
    catalogue.site = catalogue.site.model_copy(update={"most_data_files": 1000})
    maker = OutputMaker(whole_site(catalogue, [str(place.theme)]), tmp_path, {})
    loaded: set[str] = set()
    load = WholeRecords.__call__

    def note(self: WholeRecords, entry: Entry) -> Procedure:
        loaded.update(entry.full_token.files)
        return load(self, entry)

    monkeypatch.setattr(WholeRecords, "__call__", note)
    missed, noted = {}, 0
    for output in (*maker.parts.exports, *maker.pages, *maker.parts.files):
        shows = maker.digest(output)[1]
        loaded.clear()
        for _, data in output.make():
            list(data)
        if not loaded <= {*shows}:
            missed[output.name] = sorted(loaded - {*shows})[:3]
        noted += len(loaded)
    for sheet in all_sheets(catalogue):
        loaded.clear()
        assert sheet.data
        assert loaded <= {*sheet.shows}, sheet.path
    assert missed == {}
    assert noted >= len(catalogue.procedures)


def _forget(catalogue: Catalogue) -> None:
    """Drop what was worked out of the views: it is read again when it is asked for."""
    for view in catalogue.procedures.values():
        view.tokens.clear()
        vars(view).pop("doubts", None)
    for law in catalogue.laws.values():
        law.token = b""


def _everything(value: Any, maker: OutputMaker) -> bool:
    """Whether everything decides: where a page states nothing, and of exports that show whole records."""
    return maker.everything in dump(value)
