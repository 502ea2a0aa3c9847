"""Bundles ES modules into one classic script, because browsers refuse modules on file://. Only the syntax that the
theme's scripts use is supported: named, namespace and bare imports, exported declarations, `import("./x.js")`; anything
else is an error, never silently dropped."""

from __future__ import annotations

import re
from pathlib import Path

# A statement begins at the start of a line, or behind the end of another: the minifier joins lines.
IMPORT = re.compile(
    r'(?:^|(?<=[;}]))import\s*(?:(?P<what>\{[^}]*\}|\*\s*as\s+\w+)\s*from\s*)?["\']\./(?P<file>[\w.-]+\.js)["\'];?',
    re.MULTILINE,
)
EXPORT = re.compile(
    r"(?:^|(?<=[;}]))export\s+(?P<kind>async\s+function\*?|function\*?|const|let|class)\s+(?P<name>\w+)", re.MULTILINE
)
EXPORT_LIST = re.compile(r"(?:^|(?<=[;}]))export\s*\{([^}]*)\};?", re.MULTILINE)
DYNAMIC = re.compile(r'\bimport\(\s*["\']\./([\w.-]+\.js)["\']\s*\)')
LEFT = re.compile(r"(?:^|(?<=[;}]))[^\S\n]*+(?:import\b\s*+[\w{*\"']|export\b)", re.MULTILINE)


class BundleError(Exception):
    """A script uses an unsupported form of import or export."""


def bundle(folder: Path, entry: str, before: str) -> str:
    """All modules reachable from `entry` (in `folder`) as one script that runs it. before: code visible to every
    module."""
    modules: dict[str, str] = {}
    _gather(folder, entry, modules)
    bodies = "".join(f"{_quoted(name)}(exports) {{\n{body}\n}},\n" for name, body in modules.items())
    return (
        f'"use strict";\n(() => {{\n{before}\nconst made = {{}};\nconst modules = {{\n{bodies}}};\n'
        "function need(name) {\n  if (!made[name]) modules[name](made[name] = {});\n  return made[name];\n}\n"
        f"const load = async (name) => need(name);\nneed({_quoted(entry)});\n}})();\n"
    )


def _gather(folder: Path, name: str, modules: dict[str, str]) -> None:
    if name in modules:
        return
    modules[name] = ""  # reserves its position, before its dependencies
    text = (folder / name).read_text("utf-8")
    needed = [match["file"] for match in IMPORT.finditer(text)] + DYNAMIC.findall(text)
    modules[name] = _body(text, name)
    for other in needed:
        _gather(folder, other, modules)


def _body(text: str, name: str) -> str:
    exported = {match["name"]: match["name"] for match in EXPORT.finditer(text)}
    for match in EXPORT_LIST.finditer(text):
        for part in filter(None, (part.strip() for part in match[1].split(","))):
            inside, _, outside = part.partition(" as ")
            exported[(outside or inside).strip()] = inside.strip()
    text = EXPORT_LIST.sub("", text)
    text = EXPORT.sub(lambda match: f"{match['kind']} {match['name']}", text)
    text = IMPORT.sub(_needed, text)
    text = DYNAMIC.sub(lambda match: f"load({_quoted(match[1])})", text)
    left = LEFT.search(text)
    if left:
        raise BundleError(f"{name}: chưa gói được dòng “{left[0].strip()}…” cho bản chạy từ USB")
    getters = "".join(
        f"Object.defineProperty(exports, {_quoted(outside)}, {{ enumerable: true, get: () => {inside} }});\n"
        for outside, inside in exported.items()
    )
    return getters + text


def _needed(match: re.Match[str]) -> str:
    what, file = match["what"], _quoted(match["file"])
    if not what:
        return f"need({file});"
    if what.startswith("*"):
        return f"const {what.split()[-1]} = need({file});"
    names = re.sub(r"(?<!\s)\s++as\s++", ": ", what)
    return f"const {names} = need({file});"


def _quoted(name: str) -> str:
    return f'"{name}"'
