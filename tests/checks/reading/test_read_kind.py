"""TT-190: a file that holds another kind of record than its folder is for is told once, with the right folder."""

import pytest

from generator.schema.kinds import KINDS, kind_of
from tests.conftest import PROJECT
from tests.support.rule_samples import GUIDE, LAW, NOTICE, PLACES, PROCEDURE, SAMPLES, UNIT, WHOLE, problems, read

WRONG = [
    ("laws/1.001194.yml", PROCEDURE.replace("1.001193", "1.001194"), "content/procedures/"),
    ("laws/dong-ky.yml", UNIT, "content/units/"),
    ("units/124-2015-nd-cp.yml", LAW.replace("123/2015", "124/2015"), "content/laws/"),
    ("procedures/ho-tich/124.yml", LAW.replace("123/2015", "124/2015"), "content/laws/"),
    ("notices/sinh-con-2.md", GUIDE, "content/guides/"),
    ("guides/tin.md", NOTICE, "content/notices/"),
    ("plan/2023/tasks/02.yml", PROCEDURE.replace("1.001193", "1.001194"), "content/procedures/"),
]


@pytest.mark.parametrize(("place", "text", "folder"), WRONG)
def test_one_message_names_the_folder(place: str, text: str, folder: str) -> None:
    standing = set(problems({}))
    [found] = [one for one in problems({place: text}) if one not in standing]
    assert (found.id, found.severity, found.path) == ("TT-190", "error", f"content/{place}")
    assert found.hint == f"Chuyển tệp sang {folder}."


SAME_KEYS = {("handbook", "guide")}  # all keys of a chapter are keys of a guide, too


def test_every_sample_in_every_other_folder_is_told_once() -> None:
    standing = set(problems({}))
    for kind, text in SAMPLES.items():
        for other, place in PLACES.items():
            where = place.replace("1.001193", "9.999999").replace("2023.yml", "2022.yml")
            if (
                kind == other
                or (kind, other) in SAME_KEYS
                or place.endswith(".md") != PLACES[kind].endswith(".md")
                or "/" not in place
            ):
                continue
            if where == place:
                where = f"{place.rpartition('/')[0]}/khac.{place.rpartition('.')[2]}"
            if kind_of(where) is None:
                continue
            found = [one for one in problems({where: text}) if one not in standing and one.path == f"content/{where}"]
            assert [one.id for one in found] == ["TT-190"], (kind, other, found)


def test_what_names_the_record_is_not_called_wrong() -> None:
    moved = {PLACES["procedure"]: LAW.replace("123/2015", "125/2015"), "laws/1.001193.yml": PROCEDURE}
    assert {one.id for one in problems(moved) if one.severity == "error"} == {"TT-190"}


@pytest.mark.parametrize("kind", SAMPLES)
def test_a_record_in_its_own_folder(kind: str) -> None:
    assert not [one for one in problems({}) if one.id == "TT-190"]
    text = SAMPLES[kind].replace("ten", "tenn").replace("loai", "laoi").replace("ngay", "ngayy")  # keys all misspelt
    assert not [one for one in read(WHOLE | {PLACES[kind]: text}).problems if one.id == "TT-190"]


def test_no_real_file_is_taken_for_another_kind() -> None:
    from generator.loading.misfiled import kind_by_keys
    from generator.loading.yaml.parse import parse

    for file in sorted((PROJECT / "content").rglob("*.yml")):
        kind = kind_of(file.relative_to(PROJECT / "content").as_posix())
        if kind in KINDS:
            assert kind_by_keys(parse(file.read_text("utf-8")), kind) is None, file
