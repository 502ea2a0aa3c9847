"""Joins ES modules into one script; each keeps its own scope, so two modules may use the same private name.

A module becomes a function that runs at most once and returns its exports; an import becomes a call of that function:

    const $1=$once(()=>{const{words}=$0(); … return{repair,token}});

Modules are given minified; what is published has short names of its own (names.py). Understood are the forms that
the theme's scripts use: named, namespace and bare imports, exported declarations, lists of exports and
`import("./x.js")`. Any other form, a name that is imported and not exported, and modules that import each other in a
circle, are a BundleError; nothing is dropped in silence.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from generator.javascript.names import shorten
from generator.javascript.tokens import UnreadableScriptError

# A statement begins at the start of a line, or behind the end of another: the minifier joins lines.
START = r"(?:^|(?<=[;}]))"
FILE = r"""["'](?P<file>\.{1,2}/[\w./-]+\.js)["']"""
IMPORT = re.compile(
    rf"{START}import\s*(?:(?P<names>\{{[^}}]*\}})\s*from\s*|\*\s*as\s+(?P<all>[\w$]+)\s*from\s*)?{FILE};?\n?",
    re.MULTILINE,
)
EXPORT = re.compile(
    rf"{START}export\s+(?P<kind>(?:async\s+)?function(?:\s*\*)?|const|class)\s*(?P<name>[\w$]+)", re.MULTILINE
)
EXPORT_LIST = re.compile(rf"{START}export\s*(?P<names>\{{[^}}]*\}})(?!\s*from\b);?\n?", re.MULTILINE)
DYNAMIC = re.compile(rf"\bimport\(\s*{FILE}\s*\)")
UNKNOWN = re.compile(rf"{START}[^\S\n]*+(?:import\b\s*+[\w{{*\"'$]|export\b)[^\n]{{0,60}}", re.MULTILINE)
PAIR = re.compile(r"([\w$]+)(?:\s+as\s+([\w$]+))?")
ONCE = "const {}=(run)=>{{let made;return()=>made??=run()}};\n"


Lists = Mapping[str, Sequence[str]]  # scripts that give their exports as a list -> the names of its values


class BundleError(Exception):
    """A script uses an unsupported form of import or export, or scripts import each other in a circle."""


@dataclass(frozen=True, slots=True)
class Import:
    """A static import of `file`. names: (exported name, local name); namespace: the local name of all its exports."""

    file: str
    names: tuple[tuple[str, str], ...] = ()
    namespace: str = ""

    def binding(self, value: str, order: Sequence[str] = ()) -> str:
        """The statement that takes its names from `value`, the expression for what `file` exports. order: the names
        that it exports, where that is a list of their values."""
        if order and self.names:
            local = dict(self.names)
            return f"const[{','.join(local.get(name, '') for name in order).rstrip(',')}]={value};"
        if self.namespace:
            return f"const {self.namespace}={value};"
        names = ",".join(name if name == local else f"{name}:{local}" for name, local in self.names)
        return f"const{{{names}}}={value};" if names else f"{value};"


@dataclass(frozen=True, slots=True)
class Script:
    """A parsed module. exports: exported name -> local name; dynamic: files of its dynamic imports; body: its code
    without static imports and without the word `export`."""

    name: str
    imports: tuple[Import, ...]
    dynamic: tuple[str, ...]
    exports: dict[str, str]
    body: str = field(repr=False)

    def code(self, value: Callable[[str], str], load: Callable[[str], str], lists: Lists | None = None) -> str:
        """Its code. value: file -> expression for its exports; load: file -> expression for a promise of them."""
        body = DYNAMIC.sub(lambda match: load(_target(self.name, match["file"])), self.body)
        bindings = (item.binding(value(item.file), (lists or {}).get(item.file, ())) for item in self.imports)
        return "".join(bindings) + body


def parse(name: str, text: str) -> Script:
    """Parse the module `name` (a path such as `search/plan.js`). Raises BundleError for unsupported forms."""
    imports = tuple(
        Import(_target(name, match["file"]), _pairs(name, match["names"]), match["all"] or "")
        for match in IMPORT.finditer(text)
    )
    exports = {match["name"]: match["name"] for match in EXPORT.finditer(text)}
    for match in EXPORT_LIST.finditer(text):
        exports |= {outside: local for local, outside in _pairs(name, match["names"])}
    body = EXPORT.sub(lambda match: f"{match['kind']} {match['name']}", EXPORT_LIST.sub("", text))
    body = IMPORT.sub("", body)
    if unknown := UNKNOWN.search(body):
        raise BundleError(f"{name}: chưa ghép được dòng “{unknown[0].strip()}”")
    for local in exports.values():  # importers take the value once, so it must not change
        if re.search(rf"{START}let\s+{re.escape(local)}\b", body, re.MULTILINE):
            raise BundleError(f"{name}: chưa ghép được “export let {local}”, hãy dùng const hoặc một hàm")
    dynamic = tuple(_target(name, match["file"]) for match in DYNAMIC.finditer(text))
    return Script(name, imports, dynamic, exports, body)


def classic_script(read: Callable[[str], str], entry: str, before: str) -> str:
    """All modules that `entry` reaches as one script that runs it, for file://, where browsers refuse modules. read:
    name of a module -> its text; before: code that every module sees. Raises BundleError, and what `read` raises."""
    scripts: dict[str, Script] = {}
    waiting = [entry]
    while waiting:
        if (name := waiting.pop()) not in scripts:
            scripts[name] = parse(name, read(name))
            waiting += [*(item.file for item in scripts[name].imports), *scripts[name].dynamic]
    _require_exports(scripts)
    names = {name: f"$${index}" for index, name in enumerate(_in_order(scripts, _static_imports(scripts)))}
    functions = _functions(
        scripts, names, "$$once", lambda file: f"{names[file]}()", lambda file: f"$$load({names[file]})"
    )
    load = "const $$load=async(run)=>run();\n"
    return f'"use strict";\n(()=>{{\n{before}\n{load}{functions}{names[entry]}();\n}})();\n'


def publish_scripts(
    texts: Mapping[str, str],
    bundles: Mapping[str, Sequence[str]],
    publish: Callable[[str, str], str],
    copied: Collection[str] = (),
) -> None:
    """Publish scripts, each after those that it imports, with the published names in its imports.

    texts: name -> text; bundles: name of a published script -> the scripts that are joined in it, in their order, that
    of the same name included, which is run; publish: (name, text) -> published name; copied: scripts that bundles have
    a copy of and that are published alone too (they must keep no state). Raises BundleError, also when published
    scripts import each other in a circle, for the name of each would carry a hash of the other's.
    """
    scripts = {name: parse(name, text) for name, text in texts.items()}
    _require_exports(scripts)
    home = {source: bundle for bundle, sources in bundles.items() for source in sources if source not in copied}
    chunks: dict[str, list[str]] = {}
    for name in _in_order(scripts, _static_imports(scripts)):
        chunks.setdefault(home.get(name, name), []).append(name)
        for bundle, sources in bundles.items():
            if name in copied and name in sources:
                chunks.setdefault(bundle, []).append(name)
    chunks |= {bundle: [name for name in sources if name in chunks[bundle]] for bundle, sources in bundles.items()}
    needs = {
        chunk: [
            home.get(file, file)
            for name in members
            for file in (*(item.file for item in scripts[name].imports), *scripts[name].dynamic)
            if file not in members
        ]
        for chunk, members in chunks.items()
    }
    published: dict[str, str] = {}
    for chunk in _in_order(chunks, needs):
        published[chunk] = publish(chunk, _chunk_text(chunk, chunks, scripts, needs[chunk], published))


def _chunk_text(
    chunk: str,
    chunks: Mapping[str, list[str]],
    scripts: Mapping[str, Script],
    needs: Iterable[str],
    published: Mapping[str, str],
) -> str:
    """The text of a published script. A bundle exports the functions of its modules, other scripts what they export."""
    place = {
        name: (other, f".${index}()" if len(members) > 1 else "")
        for other, members in (*chunks.items(), (chunk, chunks[chunk]))  # its own last: a copy is nearer
        for index, name in enumerate(members)
        if other == chunk or name == other or name not in chunks
    }
    members, folder = chunks[chunk], posixpath.dirname(chunk)
    address = {
        other: f"./{path}" if not path.startswith("../") else path
        for other in dict.fromkeys(needs)
        for path in [posixpath.relpath(published[other], folder or ".")]
    }
    outside = {place[item.file][0] for name in members for item in scripts[name].imports} - {chunk}
    imported = {other: f"$from{index}" for index, other in enumerate(sorted(outside))}

    def value(file: str) -> str:
        other, call = place[file]
        return call[1:] if other == chunk else f"{imported[other]}{call}"

    def load(file: str) -> str:
        other, call = place[file]
        if other == chunk:
            return f"Promise.resolve().then({call[1:-2]})"
        return f'import("{address[other]}")' + (f".then(($)=>${call})" if call else "")

    imports = "".join(f'import*as {local} from"{address[other]}";\n' for other, local in imported.items())
    if len(members) == 1:
        exports = _list(scripts[chunk].exports, " as ", local_first=True)
        code = _short(chunk, scripts[chunk].code(value, load), scripts[chunk].exports.values())
        return imports + code + (f"\nexport{{{exports}}};\n" if exports else "")
    names = {name: f"${index}" for index, name in enumerate(members)}
    lists = _lists(chunk, chunks, scripts)
    functions = _short(chunk, _functions(scripts, names, "$once", value, load, lists), names.values())
    exported = ",".join(local for name, local in names.items() if name not in lists)
    return f"{imports}{functions}{names[chunk]}();\nexport{{{exported}}};\n"


def _lists(chunk: str, chunks: Mapping[str, list[str]], scripts: Mapping[str, Script]) -> Lists:
    """The scripts of a bundle that no script outside imports, and inside only by names: to them names are places in a
    list, which is shorter. With the names that are imported."""
    members = {*chunks[chunk]}
    asked: dict[str, set[str]] = {name: set() for name in members - {chunk}}
    for other, names in chunks.items():
        for name in names:
            for item in scripts[name].imports:
                local = dict(item.names)
                if other == chunk and len(local) == len(item.names) and not item.namespace:
                    asked.get(item.file, set()).update(local)
                elif other == chunk or item.file not in chunks:  # else it has a file of its own
                    asked.pop(item.file, None)
            for file in scripts[name].dynamic:
                asked.pop(file, None)
    return {name: [one for one in scripts[name].exports if one in names] for name, names in asked.items() if names}


def _short(chunk: str, code: str, keep: Collection[str]) -> str:
    try:
        return shorten(code, keep)
    except UnreadableScriptError as error:
        raise BundleError(f"{chunk}: {error}") from error


def _functions(
    scripts: Mapping[str, Script],
    names: Mapping[str, str],
    once: str,
    value: Callable[[str], str],
    load: Callable[[str], str],
    lists: Lists | None = None,
) -> str:
    """The functions of modules. names: module -> name of its function, each after what it imports; lists: of _lists."""
    text, lists = ONCE.format(once), lists or {}
    for name, local in names.items():
        exports = f"{{{_list(scripts[name].exports, ':', local_first=False)}}}"
        if name in lists:
            exports = f"[{','.join(scripts[name].exports[one] for one in lists[name])}]"
        text += f"const {local}={once}(()=>{{{scripts[name].code(value, load, lists)}\nreturn{exports}}});\n"
    return text


def _list(exports: Mapping[str, str], sign: str, *, local_first: bool) -> str:
    """Exports as the inside of a list (`local as name`) or of an object (`name:local`)."""
    pairs = [(local, name) if local_first else (name, local) for name, local in exports.items()]
    return ",".join(first if first == second else f"{first}{sign}{second}" for first, second in pairs)


def _in_order(names: Iterable[str], needs: Mapping[str, Sequence[str]]) -> list[str]:
    """`names`, each after those that it needs. Raises BundleError for a circle, naming the scripts in it."""
    done: dict[str, None] = {}

    def visit(name: str, above: tuple[str, ...]) -> None:
        if name in above:
            raise BundleError(f"các tệp nhập vòng tròn: {' → '.join([*above[above.index(name) :], name])}")
        if name not in done:
            for other in needs[name]:
                visit(other, (*above, name))
            done[name] = None

    for name in names:
        visit(name, ())
    return list(done)


def _static_imports(scripts: Mapping[str, Script]) -> dict[str, list[str]]:
    return {name: [item.file for item in script.imports] for name, script in scripts.items()}


def _require_exports(scripts: Mapping[str, Script]) -> None:
    """Raises BundleError if a script imports a file that is not there, or a name that the file does not export."""
    for script in scripts.values():
        for file in (*(item.file for item in script.imports), *script.dynamic):
            if file not in scripts:
                raise BundleError(f"{script.name}: không có tệp “{file}” để nhập")
        for item in script.imports:
            for name, _ in item.names:
                if name not in scripts[item.file].exports:
                    raise BundleError(f"{script.name}: tệp “{item.file}” không xuất “{name}”")


def _pairs(name: str, text: str | None) -> tuple[tuple[str, str], ...]:
    """The pairs of `{a, b as c}`: ("a", "a"), ("b", "c")."""
    pairs = []
    for part in filter(None, (part.strip() for part in (text or "{}")[1:-1].split(","))):
        match = PAIR.fullmatch(part)
        if not match or "default" in match.groups():
            raise BundleError(f"{name}: chưa ghép được “{part}” trong danh sách nhập, xuất")
        pairs.append((match[1], match[2] or match[1]))
    return tuple(pairs)


def _target(name: str, file: str) -> str:
    """The script that module `name` means by the address `file`."""
    return posixpath.normpath(posixpath.join(posixpath.dirname(name), file))
