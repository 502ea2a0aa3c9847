"""What mkdocs.yml says, read without MkDocs, whose import alone takes longer than many a build.

Only a file that says nothing but what a site of this tool needs is read here. Whatever else one can write there, and
every fault, is left to MkDocs, whose words are then the only ones."""

from __future__ import annotations

import importlib.util
import json
import os
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from generator.io.guard import plain
from generator.loading.yaml.parse import parse
from generator.loading.yaml.positions import YamlError
from generator.resources import THEME

KEYS = {"site_name", "docs_dir", "site_dir", "theme", "plugins", "watch"}
THEME_KEYS = {"name", "custom_dir", "language", "font"}
OPTIONS = {"as_of", "strict", "search", "cache"}
SWITCHES = {"true": True, "false": False}
THEME_NAME = "material"
TEMPLATES = (THEME_NAME, "mkdocs")  # packages with a folder `templates`, in MkDocs' order
DEFAULTS = "\n".join(
    [
        *("site_name: Thủ tục hành chính", "docs_dir: content", "site_dir: site", "plugins:", "  - tthc", "theme:"),
        *(f"  name: {THEME_NAME}", f"  custom_dir: {json.dumps(str(THEME))}", "  language: vi", "  font: false"),
    ]
)
"""The project file of a folder that has none."""


@dataclass(frozen=True, slots=True)
class Project:
    """content: the folder with the records; out: the folder of the site; themes: folders with templates, first wins;
    cache: the folder of the caches, None for none; as_of: the day instead of that in site.yml, as it is written;
    strict: refuse content with errors; search: also build Pagefind's index."""

    content: Path
    out: Path
    themes: list[str]
    cache: Path | None
    as_of: str | None = None
    strict: bool = True
    search: bool = True


def read_project(file: Path | None, content: Path | None, out: Path | None) -> Project | None:
    """The project of a file, None for the defaults; content and out override its folders. None if MkDocs has to judge
    the file."""
    try:
        data = parse(file.read_text("utf-8") if file else DEFAULTS)
    except (OSError, UnicodeDecodeError, YamlError):
        return None
    options = _options(data)
    if options is None:
        return None
    base = os.path.dirname(os.path.abspath(file)) if file else os.getcwd()
    custom = os.path.join(base, data["theme"]["custom_dir"])
    docs = str(plain(content)) if content else _folder(base, data["docs_dir"])
    site = str(plain(out)) if out else _folder(base, data.get("site_dir", "site"))
    folders = [_templates(name) for name in TEMPLATES]
    if not (os.path.isdir(custom) and os.path.isdir(docs) and all(folders)) or _overlap(docs, site):
        return None
    return Project(
        Path(docs),
        Path(site),
        [custom, *map(str, folders)],
        Path(base) / ".cache" if options.get("cache", True) else None,
        options.get("as_of"),
        options.get("strict", True),
        options.get("search", True),
    )


def _options(data: object) -> dict[str, Any] | None:
    """The options of our plug-in in a project file that says nothing unknown; else None."""
    if not isinstance(data, dict) or not {"site_name", "docs_dir", "theme", "plugins"} <= data.keys() <= KEYS:
        return None
    theme, plugins = data["theme"], data["plugins"]
    if not isinstance(theme, dict) or not {"name", "custom_dir"} <= theme.keys() <= THEME_KEYS:
        return None
    texts = [*theme.values(), *(data.get(key, "") for key in ("site_name", "docs_dir", "site_dir"))]
    watched = data.get("watch", [])
    if not (data["site_name"] and data["docs_dir"] and data.get("site_dir", "site")):
        return None
    if not isinstance(watched, list) or not all(isinstance(text, str) for text in (*texts, *watched)):
        return None
    if theme["name"] != THEME_NAME or not isinstance(plugins, list) or len(plugins) != 1:
        return None
    given = {"tthc": {}} if plugins[0] == "tthc" else plugins[0]
    if not isinstance(given, dict) or given.keys() != {"tthc"}:
        return None
    options = given["tthc"]
    if not isinstance(options, dict) or not options.keys() <= OPTIONS:
        return None
    switches = {key: SWITCHES.get(value) for key, value in options.items() if key != "as_of"}
    if None in switches.values() or not isinstance(options.get("as_of", ""), str):
        return None
    return options | switches


def _folder(base: str, name: str) -> str:
    return os.path.normpath(os.path.join(base, name))


def _templates(package: str) -> str | None:
    """The folder with the templates of an installed package, which is not imported."""
    found = importlib.util.find_spec(package)
    folder = os.path.join(os.path.dirname(found.origin), "templates") if found and found.origin else ""
    return folder if os.path.isdir(folder) else None


def _overlap(one: str, other: str) -> bool:
    first, second = Path(one), Path(other)
    return first == second or first in second.parents or second in first.parents
