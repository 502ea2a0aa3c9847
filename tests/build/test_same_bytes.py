"""A build with a cache gives, byte for byte, what a build from nothing gives: after any edit, rename, deletion, change
of units, documents, templates or options, with a damaged cache, with two builds at once, after a killed build.

TTHC_ROUNDS sets the number of random rounds (before a release 500); the usual run makes each kind of edit once."""

from __future__ import annotations

import datetime as dt
import os
import random
import re
import shutil
from collections.abc import Callable
from multiprocessing import get_context
from multiprocessing.process import BaseProcess
from pathlib import Path

import pytest

from tests.build.place import Place, parent_made

WORDS = ("hồ sơ", "Một cửa", "bản sao", "chứng thực", "<b>", "&", "“ngoặc”", "1.001193", "trường hợp", "ngày làm việc")


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Place:
    made = Place(tmp_path_factory.mktemp("again"))
    made.keep()
    made.build()
    return made


def reword(draw: random.Random, place: Place) -> None:
    """Change one text of a procedure, whichever."""
    file = draw.choice(place.procedures())
    lines = file.read_text("utf-8").split("\n")
    able = [at for at, line in enumerate(lines) if re.match(r"\s*(- )?([a-z_0-9]+: )?[^\s\"'>|-][^:]{8,}$", line)]
    if able:
        at = draw.choice(able)
        head, mark, text = lines[at].rpartition(": ") if draw.random() < 0.5 else ("", "", lines[at])
        lines[at] = (
            f"{head}{mark}{draw.choice(('Chỉ khi', 'Nếu', 'Không'))} {text}" if mark else f"{text} {draw.choice(WORDS)}"
        )
        file.write_text("\n".join(lines), "utf-8")


def swap_lines(draw: random.Random, place: Place) -> None:
    """Break or reorder a procedure."""
    file = draw.choice(place.procedures())
    lines = file.read_text("utf-8").split("\n")
    at = draw.randrange(len(lines) - 2)
    lines[at], lines[at + 1] = lines[at + 1], lines[at]
    file.write_text("\n".join(lines), "utf-8")


def rename(draw: random.Random, place: Place) -> None:
    file = draw.choice(place.procedures())
    file.rename(file.with_name(f"x{draw.randrange(1000)}-{file.name}"))


def delete(draw: random.Random, place: Place) -> None:
    if len(place.procedures()) > 5:
        draw.choice(place.procedures()).unlink()


def other_file(draw: random.Random, place: Place) -> None:
    """Change a unit, a document, a guide, a field …"""
    file = draw.choice(
        [path for path in sorted(place.content.rglob("*")) if path.is_file() and "procedures" not in path.parts]
    )
    text = file.read_text("utf-8")
    words = re.findall(r"(?<=: )[^\s:\"'>|][^:\n]{4,}$", text, re.MULTILINE)
    if words:
        word = draw.choice(words)
        file.write_text(text.replace(word, f"{word} {draw.choice(WORDS[:4])}", 1), "utf-8")


def template(draw: random.Random, place: Place) -> None:
    file = draw.choice(sorted((place.theme / "pages").glob("*.html")))
    file.write_text(file.read_text("utf-8") + f"<!-- {draw.randrange(1000)} -->\n", "utf-8")


def nothing(draw: random.Random, place: Place) -> None:
    """Save without a change."""
    file = draw.choice(place.procedures())
    file.write_bytes(file.read_bytes())


def damage_memory(draw: random.Random, place: Place) -> None:
    for file in (place.folder / ".cache").iterdir():
        data = bytearray(file.read_bytes())
        for _ in range(3):
            data[draw.randrange(len(data))] ^= 1 << draw.randrange(8)
        file.write_bytes(data[: draw.choice([len(data), len(data) // 2, 10])])


def damage_site(draw: random.Random, place: Place) -> None:
    """Somebody writes over a page, deletes one, or leaves a file or a folder in the site."""
    page = draw.choice(sorted(place.site.rglob("*.html")))
    draw.choice(
        [
            lambda: page.write_text("hỏng", "utf-8"),
            page.unlink,
            lambda: page.with_name("la.html").write_text("lạ"),
            lambda: (page.parent / "la").mkdir(),
        ]
    )()


def relate(draw: random.Random, place: Place) -> None:
    """Let one procedure name another, or one that is not there."""
    one, other = draw.choice(place.procedures()), draw.choice(place.procedures())
    code = draw.choice([other.stem] * 5 + ["1.999999"])
    relation = draw.choice(["làm trước", "gần giống", "liên thông"])
    text = one.read_text("utf-8")
    if "thu_tuc_lien_quan:" not in text:
        one.write_text(text + f'\nthu_tuc_lien_quan:\n  - ma_thu_tuc: "{code}"\n    quan_he: {relation}\n', "utf-8")


def mention(draw: random.Random, place: Place) -> None:
    """Let the line that tells a procedure from others name another one, which becomes a link wherever it is shown."""
    one, other = draw.choice(place.procedures()), draw.choice(place.procedures())
    text = re.sub(r"(?m)^phan_biet: .*\n(?:  .*\n)*", "", one.read_text("utf-8"))
    one.write_text(f"phan_biet: Khác với {other.stem}.\n{text}", "utf-8")


def twin(draw: random.Random, place: Place) -> None:
    """A second file of the same code, or of the same name, or of a field that nobody declared."""
    file = draw.choice(place.procedures())
    text = file.read_text("utf-8")
    text = draw.choice(
        [
            text,
            text.replace('ma_thu_tuc: "1', 'ma_thu_tuc: "7', 1),
            re.sub(r"(?m)^linh_vuc: .*$", f"linh_vuc: Lạ {draw.randrange(3)}", text, count=1),
        ]
    )
    file.with_name(f"{draw.choice('ab')}{draw.randrange(99)}.yml").write_text(text, "utf-8")


def dated(draw: random.Random, place: Place) -> None:
    """A version of a procedure, perhaps a changed one, of which only the edition of that day knows."""
    file, day = draw.choice(place.procedures()), draw.choice(["2024-03-01", "2025-07-01"])
    if "@" not in file.name:
        head = re.search(r"(?m)^ma_thu_tuc: .*$", file.read_text("utf-8"))
        words = f"{draw.choice(WORDS[:3])} {draw.randrange(100)}"
        text = (
            f"{head[0] if head else ''}\nap_dung_tu: {day}\ncan_cu_sua_doi: chưa rõ\nnoi_dung_sua_doi: Sửa {words}.\n"
        )
        part = draw.choice(["dia_chi_tiep_nhan_ho_so", "mo_ta", "ten_thu_tuc"])
        file.with_name(f"{file.stem}@{day}.yml").write_text(f"{text}{part}: Nay {words}\n", "utf-8")


def fate(draw: random.Random, place: Place) -> None:
    """What became of a procedure."""
    code, now = draw.choice(place.procedures()).stem, draw.choice(["tiếp tục", "bãi bỏ", "chưa rõ"])
    text = f'- ma_thu_tuc: "{code}"\n  hien_nay: {now}\n  nguon: Cơ sở dữ liệu quốc gia\n  ngay: 2026-11-26\n'
    (place.content / "fates.yml").write_text(text, "utf-8")


def overlay(draw: random.Random, place: Place) -> None:
    """What a commune says of a procedure, or of itself."""
    folder = place.content / "units" / draw.choice(["an-thanh", "binh-lang"]) / "overlay"
    code = f'ma_thu_tuc: "{draw.choice(place.procedures()).stem}"\n' if draw.random() < 0.7 else ""
    text = f"{code}ghi_chu: Quầy {draw.randrange(100)}\nngay_ra_soat: 2023-12-01\n"
    parent_made(folder / "x.yml").write_text(text, "utf-8")


def other_writing(draw: random.Random, place: Place) -> None:
    """A name that is written in another way than usual, or not at all."""
    file = draw.choice(place.procedures())
    said = draw.choice([">-\n  Tên dài\n  hai dòng", "'Tên ''lạ'''", "", "[a]", "# chưa có"])
    file.write_text(re.sub(r"(?m)^ten_thu_tuc: .*$", f"ten_thu_tuc: {said}", file.read_text("utf-8"), count=1), "utf-8")


EDITS: tuple[Callable[[random.Random, Place], None], ...] = (reword,) * 6 + (
    swap_lines,
    rename,
    relate,
    relate,
    mention,
    mention,
    twin,
    dated,
    dated,
    fate,
    overlay,
    other_writing,
    delete,
    other_file,
    other_file,
    template,
    nothing,
    damage_memory,
    damage_site,
    damage_site,
)
KINDS = tuple(dict.fromkeys(EDITS))
EACH = 5  # a round makes every fifth kind of edit, so that five make all
ROUNDS = int(os.environ.get("TTHC_ROUNDS", EACH))


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(ROUNDS))
def test_after_random_edits_the_bytes_are_those_of_a_build_from_nothing(seed: int, place: Place) -> None:
    draw = random.Random(seed)
    more = draw.choice([0, 1, 3]) if ROUNDS > EACH else 0
    edits = [*KINDS[seed % EACH :: EACH], *(draw.choice(EDITS) for _ in range(more))]
    for edit in edits:
        edit(draw, place)
        if draw.random() < 0.5:  # what a build gets wrong, the next does not mend unless it makes the same page again
            place.build()
    place.same([edit.__name__ for edit in edits])


@pytest.fixture
def restored(place: Place) -> Place:
    """The place with the content that it began with, and its site."""
    return place.restore()


def test_a_text_of_its_own_page_writes_that_page_and_nothing_else(restored: Place) -> None:
    place = restored
    # a hint may name the nearest of all codes, so the page of a record with an unknown one is not made again alone
    faulty = {problem.path for problem in place.build().problems if "Ý bạn là" in problem.hint}
    before = {path: path.stat().st_ino for path in place.site.rglob("*") if path.is_file()}
    file = next(
        file
        for file in place.procedures()
        if re.search("noi_dung: (>-|N)", file.read_text("utf-8"))
        and file.relative_to(place.folder).as_posix() not in faulty
    )
    text = file.read_text("utf-8")
    file.write_text(re.sub(r"(noi_dung: (?:>-\n\s+)?)", r"\1Trước hết, ", text, count=1), "utf-8")
    again = place.build()
    changed = [path.relative_to(place.site).as_posix() for path, inode in before.items() if path.stat().st_ino != inode]
    # the open data show whole records; they are made in one go
    pages = [name for name in changed if not re.match(r"(hien-nay/)?(du-lieu|id|tim-kiem)/|\.tthc", name)]
    folders = {str(Path(name.removeprefix("hien-nay/")).parent) for name in pages}  # the page and its text in Markdown
    assert len(folders) == 1, pages
    [folder] = folders
    assert folder.startswith("thu-tuc/") and f"{folder}/index.html" in again.new_outputs
    place.same()


def test_a_fee_replaces_single_files_also_where_a_hash_is_in_their_names(restored: Place) -> None:
    place = restored
    before, folder = set(place.files()), place.site.stat().st_ino
    files = (file for file in place.procedures() if "@" not in file.name)
    file = next(file for file in files if re.search(r"muc_thu: [1-9]", file.read_text("utf-8")))
    file.write_text(re.sub(r"(muc_thu: )([1-9])", r"\g<1>9\2", file.read_text("utf-8"), count=1), "utf-8")
    place.build()
    assert place.site.stat().st_ino == folder, "the folder was exchanged"
    assert set(place.files()) != before, "a part of the index has another name"
    assert (place.build().new_outputs, place.site.stat().st_ino) == ([], folder), "its state is known"
    place.same()


def test_another_day_makes_everything_anew(restored: Place) -> None:
    restored.as_of = dt.date(2021, 6, 1)
    restored.same()


@pytest.mark.slow
def test_two_builds_at_once_and_a_killed_one_leave_a_whole_site(restored: Place) -> None:
    place = restored
    for folder in (place.site, place.folder / ".cache"):
        shutil.rmtree(folder)
    both = [started(place) for _ in range(2)]
    for process in both:
        process.join()
    assert 0 in [process.exitcode for process in both]
    place.same()
    for seconds in (0.05, 0.2, 0.6) if "TTHC_ALL" in os.environ else (0.2,):
        reword(random.Random(seconds), place)
        killed = started(place)
        killed.join(seconds)
        killed.kill()
        killed.join()
        place.same()


def started(place: Place) -> BaseProcess:
    """A build in another process."""
    process = get_context("fork").Process(target=place.build)
    process.start()
    return process


def test_a_text_that_a_commune_s_layer_is_held_against_is_no_small_change(restored: Place) -> None:
    place = restored
    file = next(file for file in place.procedures() if "noi_dung: " in file.read_text("utf-8"))
    code = re.search(r'ma_thu_tuc: "(.*)"', file.read_text("utf-8"))
    unit = sorted((place.content / "units").glob("*.yml"))[0].stem
    assert code
    parent_made(place.content / "units" / unit / "overlay" / "rieng.yml").write_text(
        f'ma_thu_tuc: "{code[1]}"\n', "utf-8"
    )
    place.build()
    file.write_text(re.sub(r"(noi_dung: (?:>-\n\s+)?)", r"\1Trước hết, ", file.read_text("utf-8"), count=1), "utf-8")
    place.same()
