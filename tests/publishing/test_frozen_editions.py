"""Frozen editions: carried over from release to release by hard links, never sent or built again."""

from __future__ import annotations

import datetime as dt
import os
from pathlib import Path

import pytest

from generator.catalogue.edition import editions
from generator.publishing.error import PublishError
from generator.publishing.prepare import PreparedRelease, prepare
from generator.publishing.release import Settings, publish
from generator.publishing.targets.local import LocalTarget
from generator.schema.site import Site

FOLDER = "ban/2023-12-31/"
OLD = f"{FOLDER}thu-tuc/index.html"


def release(folder: Path, version: int, carried: tuple[str, ...] = ()) -> PreparedRelease:
    site = folder / f"site-{version}"
    files = {"index.html": f"<p>Bản {version}</p>" * 50}
    if not carried:
        files[OLD] = "<p data-edition='2023-12-31'>Bản cũ</p>" * 50
    for name, text in files.items():
        (site / name).parent.mkdir(parents=True, exist_ok=True)
        (site / name).write_text(text, "utf-8")
    made = folder / f"release-{version}"
    return PreparedRelease(made, prepare(site, made), carried=carried)


def test_it_is_the_same_file_in_every_release(tmp_path: Path) -> None:
    place = LocalTarget(tmp_path / "place")
    settings = Settings(keep=1, ledger=tmp_path / "ledger")
    publish(place, release(tmp_path, 1), settings)
    first = os.stat(tmp_path / "place/current" / OLD)
    for version in (2, 3, 4):  # more releases than are kept
        publish(place, release(tmp_path, version, (FOLDER,)), settings)
    last = tmp_path / "place/current"
    assert os.stat(last / OLD).st_ino == first.st_ino
    assert (last / f"{OLD}.gz").is_file() and "Bản 4" in (last / "index.html").read_text("utf-8")


def test_the_same_again_is_no_new_release(tmp_path: Path) -> None:
    place, settings = LocalTarget(tmp_path / "place"), Settings(ledger=tmp_path / "ledger")
    publish(place, release(tmp_path, 1), settings)
    publish(place, release(tmp_path, 2, (FOLDER,)), settings)
    assert publish(place, release(tmp_path, 2, (FOLDER,)), settings).changed is False


def test_one_that_the_place_lacks_is_refused(tmp_path: Path) -> None:
    place, settings = LocalTarget(tmp_path / "place"), Settings(ledger=tmp_path / "ledger")
    with pytest.raises(PublishError, match="--rebuild-frozen"):
        publish(place, release(tmp_path, 1, (FOLDER,)), settings)
    assert place.active() is None


def test_a_carried_edition_is_not_built() -> None:
    site = Site.model_validate(
        {
            "as_of": "2026-11-26",
            "dia_chi_trang": "https://a.vn/",
            "cac_ban": [
                {"ngay": "2023-12-31", "ten": "2023", "dong_bang": True},
                {"ngay": "2026-11-26", "thu_muc": "hien-nay", "ten": "Nay"},
            ],
        }
    )
    day = dt.date(2023, 12, 31)
    assert [one.folder for one in editions(site)] == ["", FOLDER]
    assert [one.folder for one in editions(site, carried=frozenset({day}))] == [""]
    assert editions(site)[1].present.root == "../../"
