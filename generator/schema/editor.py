"""What VS Code (and every program that speaks to yaml-language-server) needs: which schema goes with which files."""

from __future__ import annotations

import json

from generator.model.kinds import KINDS
from generator.schema.json_schema import json_schema
from generator.schema.reference import glob

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


def _text(data: object) -> str:
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"
