"""Addresses: one part each, whatever the name of a record or file is, short enough for a file system."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from generator import urls
from generator.limits import MAX_NAME
from tests.conftest import SMALL, tthc
from tests.support.every_kind import whole

pytestmark = pytest.mark.slow

LONG = "a" * 300


@pytest.mark.parametrize(
    "name", [LONG, "ẩ" * 100, "x" * 255, "..", ".", "../../etc", "a\\..\\b", "/etc", "a\nb", "\udcff" * 90]
)
def test_a_part_is_one_short_name(name: str) -> None:
    part = urls.part(name)
    assert part and len(part.encode("utf-8", "replace")) <= MAX_NAME
    assert part not in (".", "..") and not set("/\\\n") & set(part)
    assert part == urls.part(name) != urls.part(f"{name}b")


def test_usual_names_stay_as_they_are() -> None:
    for name in ("an-thanh", "123-2015-nd-cp", "x" * MAX_NAME, "Hộ tịch"):
        assert urls.part(name) == name


def test_overlong_names_everywhere_are_one_problem_each_and_the_rest_is_built(tmp_path: Path) -> None:
    content = whole(tmp_path, editions=False)
    stem = "d" * 240
    for folder in (
        "units",
        "guides",
        "notices",
        "handbook",
        "processes",
        *(f"plan/2023/{kind}" for kind in ("documents", "reviews", "events", "results", "feedback", "answers")),
    ):
        model = next(
            file
            for file in sorted((content / folder).iterdir())
            if file.is_file() and file.name != "plan.yml" and "@" not in file.name
        )
        shutil.copyfile(model, model.with_name(f"{stem}{model.suffix}"))
    laws = sorted((content / "laws").iterdir())[0].read_text("utf-8").split("\n")
    number = next(line for line in laws if line.startswith("so_ky_hieu:"))
    (content / "laws/dai.yml").write_text("\n".join(laws).replace(number, f"so_ky_hieu: 1/{'N' * 400}"), "utf-8")
    for name, line in (("fields.yml", "ten: Dài\n  slug"), ("agencies.yml", "ten: Dài\n  loai: cơ quan\n  slug")):
        with (content / name).open("a", encoding="utf-8") as file:
            file.write(f"\n- {line}: {LONG}\n")
    (content / "procedures/ho-tich/x.yml").write_text(
        (content / "procedures/ho-tich/1.001193.yml")
        .read_text("utf-8")
        .replace("1.001193", LONG)
        .replace("Hộ tịch", "Dài"),
        "utf-8",
    )
    done = tthc("build", "--content", content, "--out", tmp_path / "site", "--no-strict")
    assert done.returncode == 0 and "Traceback" not in done.stderr, done.stderr[-2000:]
    assert (tmp_path / "site/don-vi/an-thanh/index.html").is_file()
    longest = max((len(part.encode()) for file in (tmp_path / "site").rglob("*") for part in file.parts), default=0)
    assert longest < 140
    for place in ("don-vi", "huong-dan", "tin-tuc", "so-tay", "quy-trinh", "van-ban", "linh-vuc", "thu-tuc"):
        assert any(len(page.name) > MAX_NAME - 12 for page in (tmp_path / "site" / place).iterdir()), place
    checked = tthc("check", "--content", content)
    for kind in ("units", "guides", "notices", "handbook", "processes", "plan/2023/documents"):
        own = [
            line
            for line in checked.stdout.split("\n")
            if line.startswith(f"content/{kind}/{stem}") and "TT-027" in line
        ]
        assert len(own) == 1 and "tối đa 100" in own[0], kind


def test_a_slug_that_leads_elsewhere(tmp_path: Path) -> None:
    content = Path(shutil.copytree(SMALL, tmp_path / "content"))
    file = content / "fields.yml"
    file.write_text(file.read_text("utf-8").replace("slug: ho-tich", "slug: ../../../ra-ngoai"), "utf-8")
    done = tthc("build", "--content", content, "--out", tmp_path / "site", "--no-strict")
    assert done.returncode == 0, done.stderr[-1000:]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["content", "site"]
    assert (tmp_path / "site/linh-vuc/ra-ngoai/index.html").is_file()
