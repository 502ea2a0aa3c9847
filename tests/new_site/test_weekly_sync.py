"""The weekly proposal of a new site: the commands of its forge's file are run here, over a folder as the source, with a
bare repository as the forge."""

from __future__ import annotations

import datetime as dt
import os
import shlex
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.cli import main
from generator.new_site.answers import NamedUnit, SiteAnswers, province_of
from generator.new_site.project_files import SYNC, project_files
from tests.conftest import PROJECT
from tests.support.import_samples import answer, write_lines

BRANCH = "theo-csdl-quoc-gia"
LIMIT = [{"submissionMethod": "DIRECT", "processingTime": 9, "processingTimeUnit": "WORKING_DAY", "fees": []}]
FORGES = {"github": "https://x-access-token:T@github.com/ubnd/trang", "gitlab": "https://sync:T@git.vn/ubnd/trang.git"}
INSTALLS = ("pip install", "apt-get", "-m venv")


def weekly(forge: str, shards: int = 1) -> dict[str, Any]:
    unit = NamedUnit("xã", "Tân Lập", "12345")
    given = SiteAnswers(
        unit, province_of("Hưng Yên"), "https://x.vn/", dt.date(2026, 1, 15), forge=forge, shards=shards
    )
    found: dict[str, Any] = yaml.safe_load(project_files(given)[SYNC[forge]])
    return found


class Forge:
    """A site in a repository whose forge is a bare one; commands run in a clone of it, with `gh` as a stub."""

    def __init__(self, folder: Path, name: str) -> None:
        self._folder = folder
        self.bare, self.asked, self._handed = folder / "forge.git", folder / "asked.txt", folder / "handed"
        source = folder / "week"
        source.mkdir()
        self.source = write_lines(source / "a.json", [answer()])
        copy = f"import os, shutil; shutil.copy({str(self.source)!r}, os.environ['TTHC_NHAN'])"
        self._environment = {
            **{key: value for key, value in os.environ.items() if not key.startswith(("GIT_", "CI"))},
            "HOME": str(folder), "PYTHONPATH": str(PROJECT), "PATH": f"{folder / 'bin'}:{os.environ['PATH']}",
            "TTHC_FETCH": f"{shlex.quote(sys.executable)} -c {shlex.quote(copy)}", "TTHC_SYNC_TOKEN": "T",
            "CI_SERVER_HOST": "git.vn", "CI_PROJECT_PATH": "ubnd/trang", "CI_DEFAULT_BRANCH": "main",
            "CI_PROJECT_DIR": str(folder), "GH_TOKEN": "T", "GH_REPO": "ubnd/trang", "RUN": "7",
        }  # fmt: skip
        self._environment["FETCH"] = self._environment["TTHC_FETCH"]
        self._script(folder / "bin/gh", f'echo "$*" >> {self.asked}\n[ "$1" != run ] || cp -r {self._handed} sync')
        site = folder / "site"
        assert main(["import", "national-api", str(self.source), "--to", str(site / "content"), "--no-check"]) == 0
        (site / "content/site.yml").write_text("ten: Thử\n", "utf-8")
        (site / ".gitignore").write_text(".venv/\n", "utf-8")
        self.run("git config --global init.defaultBranch main", folder)
        self.run("git config --global user.name a && git config --global user.email a@b", folder)
        self.run(f"git config --global url.{self.bare}.insteadOf {FORGES[name]}", folder)
        self.run("git init -q && git add -A && git commit -qm start", site)
        self.run(
            f"git clone -q --bare {site} {self.bare} && git -C {self.bare} config receive.advertisePushOptions 1",
            folder,
        )

    def _script(self, file: Path, text: str) -> None:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(f"#!/bin/bash\n{text}\n", "utf-8")
        file.chmod(0o755)

    def run(self, script: str, at: Path) -> str:
        done = subprocess.run(
            ["bash", "-eo", "pipefail", "-c", script], cwd=at, env=self._environment, capture_output=True, text=True
        )
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout.strip()

    def clone(self, name: str) -> Path:
        place = self._folder / name
        shutil.rmtree(place, ignore_errors=True)
        self.run(f"git clone -q -b main {self.bare} {place}", self._folder)
        self._script(place / ".venv/bin/tthc", f'exec {sys.executable} -m generator "$@"')
        return place

    def week(self, flow: dict[str, Any]) -> None:
        """Run the jobs of the file, without what installs the tool."""
        if "jobs" not in flow:
            job = flow["sync"]
            lines = [
                line for line in [*job["before_script"], *job["script"]] if not any(part in line for part in INSTALLS)
            ]
            self.run("\n".join(lines), self.clone("job"))
            return
        for name in ("fetch", "propose"):
            place = self.clone(name)
            for step in flow["jobs"][name]["steps"]:
                if "run" in step and not any(part in step["run"] for part in INSTALLS):
                    self.run(step["run"], place)
                elif "upload" in step.get("uses", ""):
                    shutil.rmtree(self._handed, ignore_errors=True)
                    self._handed.mkdir()
                    for path in step["with"]["path"].split():
                        shutil.copy(place / path, self._handed)

    def branches(self) -> list[str]:
        return self.run("git branch --format='%(refname:short)'", self.bare).split()


@pytest.mark.parametrize("forge", sorted(FORGES))
def test_a_week_that_moves_nothing_is_silent_and_one_that_does_makes_one_proposal(forge: str, tmp_path: Path) -> None:
    made, flow = Forge(tmp_path, forge), weekly(forge)
    made.week(flow)
    assert made.branches() == ["main"]
    assert not made.asked.exists() or "pr " not in made.asked.read_text("utf-8")
    write_lines(made.source, [answer(executionMethods=LIMIT)])
    made.week(flow)
    assert sorted(made.branches()) == ["main", BRANCH]
    message = made.run(f"git log --format=%B main..{BRANCH}", made.bare)
    assert message.startswith("content: theo CSDL quốc gia") and "9 ngày làm việc" in message
    changed = made.run(f"git diff --name-only main {BRANCH}", made.bare).split()
    assert {path.partition("/")[0] for path in changed} == {"content"}
    assert any(path.startswith("content/.nhap/") for path in changed), "what the source said is kept with it"
    if forge == "github":
        assert f"pr create --head {BRANCH} --base main" in made.asked.read_text("utf-8")


def test_who_fetches_may_not_write_and_who_writes_runs_nothing_that_was_fetched() -> None:
    flow = weekly("github")
    jobs = flow["jobs"]
    assert flow["permissions"] == {"contents": "read"} and "permissions" not in jobs["fetch"]
    assert "refs/heads/main" in jobs["fetch"]["if"] and "TTHC_FETCH" in jobs["fetch"]["if"]
    script = "\n".join(step.get("run", "") for step in jobs["propose"]["steps"])
    assert "tthc " not in script.replace('tthc sync"', "") and "--include='content/*'" in script
    assert all("${{" not in step.get("run", "") for job in jobs.values() for step in job["steps"])
    for shards in (1, 3):
        job = weekly("gitlab", shards)["sync"]
        assert '"schedule"' in job["rules"][0]["if"] and "$TTHC_FETCH" in job["rules"][0]["if"]
        assert "env -u TTHC_SYNC_TOKEN .venv/bin/tthc sync" in job["script"][0]
