"""Modules joined into one script do what they did as modules; what is not understood is an error."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

from generator.javascript.modules import BundleError, classic_script, publish_scripts

pytestmark = pytest.mark.slow

node = pytest.mark.skipif(not shutil.which("node"), reason="Node.js is not installed")
LOG = "const log=(...words)=>console.log(...words);"
MODULES = {
    "a.js": 'import { two, twice as double } from "./b.js";\nimport * as all from "./b.js";\nimport "./c.js";\n'
    'log(two, double(4), all.two);\nimport("./d.js").then((d) => log(d.late, d.Box.name, d.made()));\n',
    "b.js": "export const two = 2;\nexport function twice(n) { return n * two; }\n",
    "c.js": 'log("c");\n',
    "d.js": 'import{two}from"./b.js";const late=9;class Box{}export{late,Box as Box,made as made};'
    "function made(){return two}\n",
}
DOES = ["c", "2 8 2", "9 Box 2"]
CLASH = {
    "a.js": 'import { make } from "./b.js";\nimport { make as other } from "./c.js";\nconst SOME = 3;\n'
    "log(SOME, make(), other());\n",
    "b.js": "const SOME = 1;\nexport const make = () => SOME;\n",
    "c.js": "const SOME = 2;\nfunction fetch() { return SOME; }\nexport { fetch as make };\n",
}


def classic(modules: Mapping[str, str], entry: str = "a.js") -> str:
    return classic_script(modules.__getitem__, entry, LOG)


def published(modules: Mapping[str, str], bundles: Mapping[str, Sequence[str]], folder: Path) -> dict[str, str]:
    """Publish with another name, as hashes do; returns name -> published name."""
    names: dict[str, str] = {}

    def publish(name: str, text: str) -> str:
        names[name] = name.replace(".js", ".1a2b.js")
        (folder / names[name]).parent.mkdir(parents=True, exist_ok=True)
        (folder / names[name]).write_text(text, "utf-8")
        return names[name]

    publish_scripts(modules, bundles, publish)
    return names


def ran(program: list[str]) -> list[str]:
    done = subprocess.run(["node", *program], capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()


def ran_published(modules: Mapping[str, str], bundles: Mapping[str, Sequence[str]], folder: Path) -> list[str]:
    entry = published(modules, bundles, folder)["a.js"]
    (folder / "package.json").write_text('{"type": "module"}', "utf-8")
    (folder / "log.cjs").write_text("globalThis.log=(...words)=>console.log(...words);", "utf-8")
    return ran(["--require", str(folder / "log.cjs"), str(folder / entry)])


@node
@pytest.mark.parametrize(
    "bundles",
    [
        {},
        {"a.js": ("a.js", "b.js", "c.js", "d.js")},
        {"b.js": ("c.js", "b.js")},
        {"d.js": ("b.js", "d.js")},
        {"a.js": ("c.js", "a.js"), "b.js": ("b.js", "d.js")},
    ],
)
def test_published_scripts_do_what_the_modules_did(bundles: dict[str, tuple[str, ...]], tmp_path: Path) -> None:
    assert ran_published(MODULES, bundles, tmp_path) == DOES
    joined = {file.name: file.read_text("utf-8") for file in tmp_path.glob("*.js")}
    assert ran(["-e", classic(joined, "a.1a2b.js")]) == DOES, "and the same from a USB stick"


@node
def test_one_classic_script_does_what_the_modules_did() -> None:
    assert ran(["-e", classic(MODULES)]) == DOES


@node
@pytest.mark.parametrize("bundles", [{}, {"a.js": ("a.js", "b.js", "c.js")}, {"b.js": ("b.js", "c.js")}])
def test_modules_keep_their_names_to_themselves(bundles: dict[str, tuple[str, ...]], tmp_path: Path) -> None:
    assert ran_published(CLASH, bundles, tmp_path) == ["3 1 2"]
    assert ran(["-e", classic(CLASH)]) == ["3 1 2"]


@node
def test_a_name_in_one_module_leaves_the_globals_of_another(tmp_path: Path) -> None:
    modules = {
        "a.js": 'import { URL as other } from "./b.js";\nlog(typeof URL, other, typeof Map);\n',
        "b.js": "export const URL = 1;\nconst Map = 2;\n",
    }
    assert ran_published(modules, {"a.js": ("a.js", "b.js")}, tmp_path) == ["function 1 function"]
    assert ran(["-e", classic(modules)]) == ["function 1 function"]


@node
def test_a_module_runs_once_and_a_lazy_one_only_when_it_is_asked_for(tmp_path: Path) -> None:
    modules = {
        "a.js": 'import "./b.js";\nimport "./c.js";\nlog("a");\nif (globalThis.never) import("./d.js");\n',
        "b.js": 'import "./c.js";\nlog("b");\n',
        "c.js": 'log("c");\n',
        "d.js": 'log("d");\n',
    }
    assert ran_published(modules, {"a.js": tuple(modules)}, tmp_path) == ["c", "b", "a"]
    assert ran(["-e", classic(modules)]) == ["c", "b", "a"]


@node
def test_scripts_in_folders(tmp_path: Path) -> None:
    modules = {
        "a.js": 'import { up } from "./parts/b.js";\nlog(up);\n',
        "parts/b.js": 'import { one } from "../c.js";\nimport { two } from "./d.js";\nexport const up = one + two;\n',
        "c.js": "export const one = 1;\n",
        "parts/d.js": "export const two = 2;\n",
    }
    for number, bundles in enumerate(({}, {"parts/b.js": ("parts/b.js", "c.js")})):
        assert ran_published(modules, bundles, tmp_path / str(number)) == ["3"]


@pytest.mark.parametrize(
    ("line", "named"),
    [
        ("export default 1;", "export default 1;"),
        ('import thing from "./b.js";', "import thing"),
        ('import { x } from "/elsewhere.js";', "import { x }"),
        ('import { x } from "elsewhere";', "import { x }"),
        ('export * from "./b.js";', "export *"),
        ('export { x } from "./b.js";', "from"),
        ("export const { x } = y;", "export const {"),
        ("export let x = 1;", "export let x"),
        ("let x = 1;\nexport { x };", "export let x"),
        ('import { default as x } from "./b.js";', "default as x"),
        ('import { "a-b" as x } from "./b.js";', "a-b"),
        ('import { y } from "./b.js";', "không xuất “y”"),
        ('import { x } from "./none.js";', "không có tệp “none.js”"),
        ('import("./none.js");', "không có tệp “none.js”"),
    ],
)
def test_what_is_not_understood_is_an_error(line: str, named: str) -> None:
    modules = {"a.js": line + "\n", "b.js": "export const x = 1;\n"}
    with pytest.raises(BundleError, match="a.js") as caught:
        publish_scripts(modules, {}, lambda name, text: name)
    assert named in str(caught.value)
    with pytest.raises((BundleError, KeyError)):
        classic(modules)


@pytest.mark.parametrize("bundles", [{}, {"a.js": ("a.js", "b.js", "c.js")}])
def test_a_circle_is_refused_and_named(bundles: dict[str, tuple[str, ...]]) -> None:
    modules = {
        "a.js": 'import { c } from "./c.js";\nexport const a = 1;\n',
        "b.js": 'import { a } from "./a.js";\nexport const b = a;\n',
        "c.js": 'import { b } from "./b.js";\nexport const c = b;\n',
    }
    with pytest.raises(BundleError, match="a.js → c.js → b.js → a.js"):
        publish_scripts(modules, bundles, lambda name, text: name)
    with pytest.raises(BundleError, match="a.js → c.js → b.js → a.js"):
        classic(modules)


def test_published_scripts_that_need_each_others_names_are_refused() -> None:
    """Without the bundle there is no circle."""
    modules = {
        "a.js": 'import { b } from "./b.js";\nexport const a = b;\n',
        "b.js": "export const b = 1;\n",
        "c.js": 'import { a } from "./a.js";\nexport const c = a;\n',
    }
    publish_scripts(modules, {}, lambda name, text: name)
    with pytest.raises(BundleError, match="vòng tròn"):
        publish_scripts(modules, {"b.js": ("b.js", "c.js")}, lambda name, text: name)


def test_what_a_bundle_imports_comes_from_the_published_name(tmp_path: Path) -> None:
    names = published(MODULES, {"b.js": ("b.js", "d.js")}, tmp_path)
    assert sorted(names) == ["a.js", "b.js", "c.js"]
    text = (tmp_path / names["a.js"]).read_text("utf-8")
    assert "./b.1a2b.js" in text and "./c.1a2b.js" in text and "d.js" not in text


def test_a_copied_script_is_in_the_bundle_and_alone(tmp_path: Path) -> None:
    modules = {
        "a.js": 'import { twice } from "./b.js";\nimport { add } from "./dom.js";\nlog(twice(add(1)));\n',
        "b.js": 'import { add } from "./dom.js";\nexport const twice = (value) => add(value) + add(value);\n',
        "dom.js": "export const add = (value) => value + 1;\n",
    }
    texts: dict[str, str] = {}

    def publish(name: str, text: str) -> str:
        texts[name] = text
        return name

    publish_scripts(modules, {"b.js": ("dom.js", "b.js")}, publish, copied=["dom.js"])
    assert "import" not in texts["b.js"], "the bundle asks for nothing"
    assert '"./dom.js"' in texts["a.js"]
    for name, text in texts.items():
        (tmp_path / name).write_text(LOG + text, "utf-8")
    (tmp_path / "package.json").write_text('{"type": "module"}')
    assert ran([str(tmp_path / "a.js")]) == ["6"]
