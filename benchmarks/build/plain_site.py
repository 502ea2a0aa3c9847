"""The same records for plain MkDocs with Material: one Markdown page each.

No navigation and no search plugin: with them it is quadratic (minutes at 2,000). The pages have the same texts, but
Material's header and footer and no lists by field, document or unit."""

from __future__ import annotations

import shutil
from pathlib import Path

from generator.loading.yaml.parse import parse


def make(content: Path, folder: Path) -> Path:
    """Write the site's source into `folder`, which is recreated."""
    shutil.rmtree(folder, ignore_errors=True)
    docs = folder / "docs" / "thu-tuc"
    docs.mkdir(parents=True)
    for file in sorted((content / "procedures").rglob("*.yml")):
        (docs / f"{file.stem.replace('.', '-')}.md").write_text(_page(parse(file.read_text("utf-8"))), "utf-8")
    (folder / "docs" / "index.md").write_text("# Thủ tục hành chính\n", "utf-8")
    (folder / "mkdocs.yml").write_text(
        "site_name: Thủ tục hành chính\ntheme:\n  name: material\n  font: false\nplugins: []\nnav:\n  - index.md\n"
        "validation:\n  nav:\n    omitted_files: ignore\n",
        "utf-8",
    )
    return folder


def _page(data: dict) -> str:
    lines = [f"# {data['ten_thu_tuc']}", data["mo_ta"]]
    for key, value in data.items():
        lines += [f"## {key}", *_lines(value)]
    return "\n\n".join(lines) + "\n"


def _lines(value: object) -> list[str]:
    if isinstance(value, dict):
        return [f"**{key}**: {' '.join(_lines(part))}" for key, part in value.items()]
    if isinstance(value, list):
        return ["\n".join(f"- {' '.join(_lines(part))}" for part in value)]
    return [str(value)]
