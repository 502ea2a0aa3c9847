"""The same content as a Zola site: what a Zola user would write, with our pages' header and footer.

As hugo_site.py: each record is a page whose front matter holds the record (`extra`), templates print the same sections.
Fields and legal bases are taxonomies, which is how Zola makes lists; it has no cache of fragments. What is left out is
what Hugo's site leaves out.
"""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path

from benchmarks.build.frame import frame, start_site


def make(content: Path, built: Path, folder: Path) -> Path:
    """Write a Zola site for `content` into `folder`, which is recreated. built: our build, for header and footer."""
    start_site("zola", built, folder)
    for file in sorted((content / "procedures").rglob("*.yml")):
        text = file.read_text("utf-8")
        laws = re.findall(r"^  - so_ky_hieu: (.*)$", text, re.M)
        field = re.search(r"^linh_vuc: (.*)$", text, re.M)
        lists = {"linh-vuc": [field[1]] if field else [], "can-cu": list(dict.fromkeys(laws))}
        _page(
            folder / "content/thu-tuc" / f"{file.stem.replace('.', '-')}.md", "procedure.html", file.stem, text, lists
        )
    for file in sorted((content / "laws").glob("*.yml")):
        text = file.read_text("utf-8")
        number = re.search(r"^so_ky_hieu: (.*)$", text, re.M)[1]  # type: ignore[index]
        name = re.sub(r"[^a-z0-9]+", "-", _plain(number)).strip("-")
        _page(folder / "content/van-ban" / f"{name}.md", "law.html", number, text)
    for file in sorted((content / "units").glob("*.yml")):
        _page(folder / "content/don-vi" / f"{file.stem}.md", "unit.html", file.stem, "")
    _write(folder / "content/thu-tuc/_index.md", "---\ntitle: Thủ tục\n---\n")
    for name in ("van-ban", "don-vi"):  # Zola makes no list of these here, as Hugo does
        _write(folder / "content" / name / "_index.md", f"---\ntitle: {name}\n---\n")
    head, foot = frame(built, "{{ page_title }}", "", "{{ current_url | default(value='') }}", "{{ current_path }}")
    title = "{% set page_title = config.title %}{% if page %}{% set_global page_title = page.title %}{% endif %}"
    _write(folder / "templates" / "head.html", title + head)
    _write(folder / "templates" / "foot.html", foot)
    return folder


def _page(file: Path, template: str, title: str, record: str, lists: dict[str, list[str]] | None = None) -> None:
    extra = "".join(f"  {line}\n" for line in record.split("\n") if line)
    terms = "".join(f"  {name}: {values!r}\n".replace("'", '"') for name, values in (lists or {}).items())
    taxonomies = f"taxonomies:\n{terms}" if terms else ""
    more = f"extra:\n{extra}" if extra else ""
    _write(file, f'---\ntitle: "{title}"\ntemplate: {template}\n{taxonomies}{more}---\n')


def _plain(text: str) -> str:
    """As Zola's `slugify` sees it."""
    letters = unicodedata.normalize("NFD", text.lower().replace("đ", "d"))
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


def _write(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, "utf-8")
