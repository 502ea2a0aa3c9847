"""A record that vanishes without a tombstone: who publishes is told which stable names no longer answer."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.commands._shared.publishing import tell_of
from generator.publishing.release import Settings, publish, stable_names
from generator.publishing.target_url import target_from_url
from tests.support.made_site import prepared


def release(folder: Path, edition: int, names: list[str]):
    made = prepared(folder / str(edition), edition)
    for name in names:
        made.files[f"{name}/index.html"] = made.files["index.html"]
        file = made.folder / name / "index.html"
        file.parent.mkdir(parents=True)
        file.write_bytes((made.folder / "index.html").read_bytes())
    return made


def test_names_that_no_longer_answer_are_listed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    place = target_from_url(str(tmp_path / "www"))
    both = ["id/thu-tuc/1.001193", "id/van-ban/64/2014/NĐ-CP", "hien-nay/id/thu-tuc/1.001193"]
    first = publish(place, release(tmp_path, 1, both), Settings())
    assert first.unanswered == []
    second = publish(place, release(tmp_path, 2, both[2:]), Settings())
    assert second.unanswered == sorted(both[:2])
    tell_of(second, tmp_path / "so.jsonl")
    said = capsys.readouterr().err
    assert "2 tên cố định" in said and "content/removed.yml" in said and "id/thu-tuc/1.001193" in said


def test_other_files_are_no_names() -> None:
    files = [
        "index.html",
        "thu-tuc/1-001193/index.html",
        "du-lieu/v1/thu-tuc/1.001193.json",
        "id/thu-tuc/1.001193/index.html",
    ]
    assert stable_names(files) == {"id/thu-tuc/1.001193"}
