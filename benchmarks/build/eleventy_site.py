"""The same content as an Eleventy site: what an Eleventy user would write, with our pages' header and footer.

As zola_site.py: each record is a page whose front matter holds the record, Nunjucks templates print the same sections.
Fields, legal bases and the communes' list are collections, each made once. What is left out is what Hugo's site leaves
out.
"""

from __future__ import annotations

import json
import re
from pathlib import Path

from benchmarks.build.frame import frame, start_site


def make(content: Path, built: Path, folder: Path) -> Path:
    """Write an Eleventy site for `content` into `folder`, which is recreated. built: our build, for header and
    footer."""
    start_site("eleventy", built, folder)
    for file in sorted((content / "procedures").rglob("*.yml")):
        address = f"thu-tuc/{file.stem.replace('.', '-')}"
        _page(folder, address, "procedure.njk", file.stem, file.read_text("utf-8"))
    for file in sorted((content / "laws").glob("*.yml")):
        text = file.read_text("utf-8")
        number = re.search(r"^so_ky_hieu: (.*)$", text, re.M)[1]  # type: ignore[index]
        _page(folder, f"van-ban/{file.stem}", "law.njk", number, text)
    for file in sorted((content / "units").glob("*.yml")):
        _page(folder, f"don-vi/{file.stem}", "unit.njk", file.stem)
    for name, shows in (("thu-tuc", "procedures"), ("van-ban", "laws"), ("don-vi", "units")):
        _page(folder, name, "section.njk", name, shows=shows)
    _page(folder, "", "home.njk", "Thủ tục hành chính")
    head, foot = frame(built, "{{ title }}", "", "{{ page.url }}", "{{ page.url }}")
    _write(folder / "_includes" / "head.njk", head)
    _write(folder / "_includes" / "foot.njk", foot)
    return folder


def command(program: Path, folder: Path, out: Path) -> list[str]:
    """How Eleventy builds `folder`. program: the file that npm installed as node_modules/.bin/eleventy."""
    options = ["--config=eleventy.config.cjs", "--quiet"]
    script = (
        f"cd {folder} && exec {program.resolve()} --output={out} {' '.join(options)}"  # it knows only its own folder
    )
    return ["sh", "-c", script]


def _page(folder: Path, address: str, template: str, title: str, record: str = "", shows: str = "") -> None:
    lines = [f"title: {json.dumps(title, ensure_ascii=False)}", f"layout: {template}"]
    lines.append(f"permalink: {json.dumps(f'{address}/' if address else '/')}")
    lines += [f"shows: {shows}"] if shows else []
    lines += ["record:", *(f"  {line}" for line in record.split("\n") if line)] if record else []
    _write(folder / "content" / f"{address or 'index'}.md", "---\n" + "\n".join(lines) + "\n---\n")


def _write(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, "utf-8")
