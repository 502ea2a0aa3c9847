"""Statements in fewer characters: what goes, what has to stay, and that it still does the same."""

from __future__ import annotations

import shutil
import subprocess

import pytest

from generator.javascript.statements import close_up
from generator.javascript.tokens import Tokens

CASES = {
    "a semicolon before a brace that closes": ("f=()=>{a();b();};", "f=()=>{a();b()};"),
    "a semicolon that is the body of a loop stays": ("{while(step());}{for(;;);}", "{while(step());}{for(;;);}"),
    "one that is a choice's stays": ("{if(a);}{if(a)b();else;}", "{if(a);}{if(a)b();else;}"),
    "one that a label has stays, one behind a call goes": ("{a:;}{whiles(a);}", "{a:;}{whiles(a)}"),
    "in a text, a regular expression or a template none goes": ("x=';}'+/;}/+`;}${a}`;", "x=';}'+/;}/+`;}${a}`;"),
    "declarations one behind the other": (
        "let a=1;let{b}=f(()=>{let c=2;let d;});let[e]=b;",
        "let a=1,{b}=f(()=>{let c=2,d}),[e]=b;",
    ),
    "those of another kind, and in the head of a loop": (
        "let a=1;const b=2;for(let c=1;c;)d();",
        "let a=1;const b=2;for(let c=1;c;)d();",
    ),
    "a line's end behind a function, a condition, a method": (
        "function f(){}\nif(a){b()}\nclass C{m(){}\nn(){}}",
        "function f(){}if(a){b()}class C{m(){}n(){}}",
    ),
    "a line's end behind a value stays": ("f=()=>{}\ng={}\n[h]", "f=()=>{}\ng={}\n[h]"),
    "nothing joins what only a line's end parts": ("let a=b\nc();let d=1;", "let a=b\nc();let d=1;"),
    "keys that are words of the language": ("x={let:1,const:2};let y;", "x={let:1,const:2};let y;"),
}


def closed(text: str) -> str:
    """A script with its statements closed up."""
    tokens = Tokens(text)
    return tokens.joined(close_up(tokens))


@pytest.mark.parametrize("name", CASES)
def test_closed_up(name: str) -> None:
    text, expected = CASES[name]
    assert closed(text) == expected


def test_it_still_does_the_same() -> None:
    if not shutil.which("node"):
        pytest.skip("Node.js is not installed")
    text = """
    const log = [];
    let at = 0;
    let step = () => at++ < 3;
    while (step());
    function walk(list) {
      for (const one of list) {
        if (one) log.push(one); else;
      }
    }
    class Box {
      get twice() { return 2; }
      thrice() { return 3; }
    }
    const box = new Box();
    const text = `;}${box.twice};}`;
    walk([at, box.thrice(), text]);
    console.log(log.join(" "));
    """
    said = [subprocess.check_output(["node", "-e", script], text=True) for script in (text, closed(text))]
    assert said[0] == said[1] == "4 3 ;}2;}\n"
