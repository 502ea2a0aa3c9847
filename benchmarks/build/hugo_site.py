"""The same content as a Hugo site: what a Hugo user would write, with our pages' header and footer.

Each record is a Markdown file whose front matter is the record's YAML; templates print the same sections, the fields'
and the documents' lists (taxonomies, as Hugo's users make lists), one list of all procedures, and one list for each
commune, rendered once because all receive the same. Not done in Hugo: any check, QR
codes, the search index, calendars and feeds, links on glossary terms, "what changed".
"""

from __future__ import annotations

import re
from pathlib import Path

from benchmarks.build.frame import frame, start_site


def make(content: Path, built: Path, folder: Path) -> Path:
    """Write a Hugo site for `content` into `folder`, which is recreated. built: our build, for header and footer."""
    start_site("hugo", built, folder)
    for file in sorted((content / "procedures").rglob("*.yml")):
        text = file.read_text("utf-8")
        laws = dict.fromkeys(map(_slug, re.findall(r"^  - so_ky_hieu: (.*)$", text, re.M)))
        field = re.findall(r"^linh_vuc: (.*)$", text, re.M)
        terms = f"van-ban: {list(laws)}\nlinh-vuc: {field}\n"
        _write(
            folder / "content" / "thu-tuc" / f"{file.stem.replace('.', '-')}.md",
            f"---\n{text}{terms}type: thu-tuc\n---\n",
        )
    _write(folder / "content" / "thu-tuc" / "_index.md", "---\ntitle: Thủ tục\n---\n")
    for file in sorted((content / "laws").glob("*.yml")):
        text = file.read_text("utf-8")
        number = re.search(r"^so_ky_hieu: (.*)$", text, re.M)[1]  # type: ignore[index]
        _write(folder / "content" / "van-ban" / _slug(number) / "_index.md", f"---\n{text}---\n")
    for file in sorted((content / "units").glob("*.yml")):
        _write(folder / "content" / "don-vi" / f"{file.stem}.md", f"---\ntitle: {file.stem}\ntype: don-vi\n---\n")
    head, foot = frame(built, "{{ .Title }}", "{{ .Description }}", "{{ .Permalink }}", "{{ .RelPermalink }}")
    _write(folder / "layouts" / "partials" / "head.html", head)
    _write(folder / "layouts" / "partials" / "foot.html", foot)
    return folder


def _slug(number: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", number.lower().replace("đ", "d")).strip("-")


def _write(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, "utf-8")
