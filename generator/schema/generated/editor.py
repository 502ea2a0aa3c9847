"""What VS Code (and every program that speaks to yaml-language-server) needs: which schema goes with which files."""

from __future__ import annotations

import json
from pathlib import Path

from generator.schema.generated.json_schema import DIALECT, json_schema
from generator.schema.generated.reference import glob
from generator.schema.kinds import KINDS

FOLDER = ".vscode/schemas"


def files() -> dict[str, str]:
    """Path in the project → text, for every file that is generated for editors' programs."""
    found = {f"{FOLDER}/{kind.name}.json": _text(json_schema(kind)) for kind in KINDS}
    return found | {".vscode/settings.json": _text(settings())}


def settings() -> dict[str, object]:
    """Schemas by place; UTF-8, spaces and line ends as the checks want them."""
    return {
        "yaml.schemas": {
            f"./{FOLDER}/{kind.name}.json": f"content/{glob(kind)}" for kind in KINDS if not kind.markdown
        },
        "yaml.format.enable": False,
        "yaml.schemaStore.enable": False,
        "files.encoding": "utf8",
        "files.eol": "\n",
        "files.insertFinalNewline": True,
        "[yaml]": {
            "editor.insertSpaces": True,
            "editor.tabSize": 2,
            "editor.wordWrap": "on",
            "files.trimTrailingWhitespace": True,
        },
    }


def is_ours(file: Path) -> bool:
    """Whether a file for editors' programs is one that was generated before, and has nothing that somebody added."""
    try:
        found = json.loads(file.read_bytes())
    except (OSError, ValueError, RecursionError):
        return False
    if not isinstance(found, dict):
        return False
    if file.name == "settings.json":
        schemas = found.get("yaml.schemas")
        return (
            found.keys() <= settings().keys()
            and isinstance(schemas, dict)
            and all(name.startswith(f"./{FOLDER}/") for name in schemas)
        )
    return found.get("$schema") == DIALECT and "definitions" in found


def _text(data: object) -> str:
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"
