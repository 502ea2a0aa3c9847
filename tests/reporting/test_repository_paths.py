"""github, gitlab and sarif name files as the repository has them, json as the content's parent has them."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from pathlib import Path
from urllib.parse import unquote

import pytest

from generator.reporting.repository_paths import in_repository
from tests.conftest import tthc
from tests.support.rule_samples import LAW, SITE


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    laws = tmp_path / "kho/huyện/content/laws"
    laws.mkdir(parents=True)
    (laws / "1.yml").write_text(LAW.replace("loai:", "laoi:"), "utf-8")
    (laws.parent / "site.yml").write_text(SITE, "utf-8")
    subprocess.run(["git", "init", "-q", tmp_path / "kho"], check=True)
    return tmp_path / "kho"


def paths(cwd: Path, content: str | Path) -> dict[str, set[str]]:
    """The paths that each format names, without site.yml, which only has to be there."""

    def out(form: str) -> str:
        done = tthc("check", "--content", content, "--format", form, cwd=cwd)
        assert done.returncode == 1, done.stderr
        return done.stdout

    results = json.loads(out("sarif"))["runs"][0]["results"]
    named = {
        "github": set(re.findall(r"^::\w+ file=([^,]+),", out("github"), re.MULTILINE)),
        "gitlab": {row["location"]["path"] for row in json.loads(out("gitlab"))},
        "sarif": {unquote(row["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]) for row in results},
        "json": {row["path"] for row in json.loads(out("json"))},
    }
    return {form: {path for path in found if not path.endswith("/site.yml")} for form, found in named.items()}


def as_the_repository_has_them(found: dict[str, set[str]], path: str) -> bool:
    return found["json"] == {"content/laws/1.yml"} and all(
        found[form] == {path} for form in ("github", "gitlab", "sarif")
    )


@pytest.mark.parametrize(
    ("cwd", "content"),
    [(".", "huyện/content"), ("huyện", "content"), ("huyện/content", "."), ("huyện/content/laws", ".."), (".", "./huyện/../huyện/content/")],  # noqa: E501
)  # fmt: skip
def test_wherever_the_check_is_started(repository: Path, cwd: str, content: str) -> None:
    assert as_the_repository_has_them(paths(repository / cwd, content), "huyện/content/laws/1.yml")


def test_an_absolute_path_from_outside(repository: Path, tmp_path: Path) -> None:
    found = paths(tmp_path, repository / "huyện/content")
    assert as_the_repository_has_them(found, "huyện/content/laws/1.yml")


def test_outside_of_any_repository(repository: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.rmtree(repository / ".git")
    assert in_repository(Path("content"))("content/a.yml")  # whatever is above the test's folder
    monkeypatch.chdir(repository)
    assert in_repository(repository / "huyện/content")("content/laws/1.yml") == "huyện/content/laws/1.yml"
    monkeypatch.chdir(repository / "huyện/content/laws")
    whole = in_repository(repository / "huyện/content")("content/laws/1.yml")
    assert whole == f"{repository.as_posix()}/huyện/content/laws/1.yml"
    sarif = paths(tmp_path / "kho/huyện/content/laws", repository / "huyện/content")["sarif"]
    assert sarif == {(repository / "huyện/content/laws/1.yml").as_posix().join(["file://", ""])}


def test_content_that_is_a_repository_of_its_own_and_a_second_working_tree(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    (tmp_path / "content/.git").write_text("gitdir: elsewhere", "utf-8")
    assert in_repository(tmp_path / "content")("content/laws/1.yml") == "laws/1.yml"


def test_a_link_to_the_content_is_named_where_it_stands(repository: Path) -> None:
    (repository / "content").symlink_to("huyện/content")
    assert in_repository(repository / "content")("content/laws/1.yml") == "content/laws/1.yml"
