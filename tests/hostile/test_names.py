"""Names of files, codes and the site's own address lead nowhere else and run nothing."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import yaml

from generator.audit.run import audit
from tests.conftest import SMALL, tthc

ODD_NAMES = (
    "..%2f..%2fra-ngoai",
    "<img src=x onerror=alert(1)>",
    'x" onfocus=alert(1) autofocus x="',
    "a b",
    "a#b",
    "a?b",
    "a%b",
    "..",
    "...",
    "con",
    "x" * 180,
    "ẩn\u202egnp",
    "-rf",
    "a\nb",
    "javascript:alert(1)",
)

ODD_CODES = (
    "../../../ra-ngoai",
    "/etc/ra-ngoai",
    "1.001193/../../x",
    "..",
    "<script>alert(1)</script>",
    "a\\..\\b",
    "%2e%2e/x",
    "x" * 300,
)


def built(content: Path, out: Path) -> list[str]:
    """What the build made beside `content`; it may refuse, but not crash, and no script of an editor may be in it."""
    done = tthc("build", "--content", content, "--out", out, "--no-strict")
    assert "Traceback" not in done.stderr, done.stderr[-1000:]
    assert [problem for problem in audit(out) if problem.id == "KT-003"] == []
    return sorted(path.name for path in out.parent.iterdir())


def test_the_sites_own_address_runs_nothing(tmp_path: Path) -> None:
    content = Path(shutil.copytree(SMALL, tmp_path / "content"))
    file = content / "site.yml"
    file.write_text(
        re.sub(r"(?m)^dia_chi_trang: .*", 'dia_chi_trang: "javascript:alert(1)//x"', file.read_text("utf-8")), "utf-8"
    )
    assert built(content, tmp_path / "site") == ["content", "site"]
    texts = {path: path.read_bytes() for path in (tmp_path / "site").rglob("*") if path.is_file()}
    assert [path for path, data in texts.items() if b"javascript:" in data and path.suffix != ".js"] == []


def test_names_of_files_and_codes_of_procedures_lead_nowhere_else(tmp_path: Path) -> None:
    content = Path(shutil.copytree(SMALL, tmp_path / "content"))
    for folder in ("units", "laws", "guides", "notices"):
        model = next(path for path in sorted((content / folder).iterdir()) if path.is_file())
        for name in ODD_NAMES:
            (content / folder / f"{name}{model.suffix}").write_bytes(model.read_bytes())
    data = yaml.load((content / "procedures/ho-tich/1.001193.yml").read_text("utf-8"), yaml.CBaseLoader)
    for number, code in enumerate(ODD_CODES):
        (content / f"procedures/ho-tich/{number}.yml").write_text(
            yaml.safe_dump(data | {"ma_thu_tuc": code}, allow_unicode=True), "utf-8"
        )
    assert built(content, tmp_path / "site") == ["content", "site"]
