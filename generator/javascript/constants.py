"""Numbers that one module names for all: what is published has the numbers themselves, and the module is left out."""

from __future__ import annotations

import re
from collections.abc import Mapping

VALUE = r"(?:[-\d.e]+|\[[-\d.e,]+\])"
NUMBERS = re.compile(rf"export const (?P<name>\w+)=\{{(?P<entries>\w+:{VALUE}(?:,\w+:{VALUE})*),?\}};?\n?")
VARIABLE = r"(?<![\w$])(?<!(?<!\.\.)\.)"  # before a name that is no property
ENTRY = re.compile(rf"\b(\w+):({VALUE})")


def with_numbers(scripts: Mapping[str, str], module: str) -> dict[str, str]:
    """`scripts`, minified, without `module`, which exports nothing but an object of numbers and lists of numbers; where
    others read one of them (`TUNING.pair`), it stands itself. If `module` is anything else, or they use its object in
    any other way, all stay as they are."""
    found = NUMBERS.fullmatch(scripts.get(module, ""))
    if not found:
        return dict(scripts)
    name, values = found["name"], dict(ENTRY.findall(found["entries"]))
    taken = re.compile(rf"{VARIABLE}{name}\.({'|'.join(values)})\b")
    imported = re.compile(rf"""import\{{{name}\}}from["'][^"']*\b{re.escape(module)}["'];\n?""")
    changed = {}
    for script, text in scripts.items():
        if script != module:
            changed[script] = taken.sub(lambda use: _operand(values[use[1]]), imported.sub("", text))
            if re.search(rf"{VARIABLE}{name}\b", changed[script]):
                return dict(scripts)
    return changed


def _operand(value: str) -> str:
    return f"({value})" if value.startswith("-") else value
