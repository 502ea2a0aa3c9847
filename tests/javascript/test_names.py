"""Short names: what a script declares gets them, what it only uses, properties, keys and texts do not."""

from __future__ import annotations

import shutil
import subprocess

import pytest

from generator.javascript.names import shorten
from generator.javascript.tokens import UnreadableScriptError

CASES = {
    "a function and its parameters": (
        "function add(first,second=1){return first+second;}",
        "function e(e,t=1){return e+t}",
    ),
    "a property keeps its name, a variable of the same name does not": (
        "const size=list.size;const{size:other,...rest}=list;",
        "let e=list.size,{size:t,...n}=list;",
    ),
    "a key that is its own value": (
        "const{one,two=-1}=x;y({one,two,three});",
        "let{one:e,two:t=-1}=x;y({one:e,two:t,three});",
    ),
    "members of a class and methods of an object": (
        "class Run{constructor(flat){this.flat=flat;}*steps(){}static async of(one){y(one);}}x={known(all){y(all);}};",
        "class Run{constructor(e){this.flat=e}*steps(){}static async of(e){y(e)}}x={known(e){y(e)}};",
    ),
    "a text, a regular expression, and what stands inside a template": (
        "const word=`word ${word2(`${word}`)} word`;const found=/word[/]/.exec('word')/word;",
        "let e=`word ${word2(`${e}`)} word`,t=/word[/]/.exec('word')/e;",
    ),
    "a function in a choice ends where the choice goes on": (
        "const text=1;z(a?(text)=>text:text,text??b?c=>c:text);",
        "let e=1;z(a?(e)=>e:e,e??b?e=>e:e);",
    ),
    "what a block declares is one with what has its name around it": (
        "const cut=1;function f(){g(cut);for(const cut of h){k(cut);}}",
        "let e=1;function t(){g(e);for(let e of h){k(e)}}",
    ),
    "an outer variable that is used inside is not hidden": (
        "const most=3;const take=(list)=>list.map((one,at)=>at<most?one:most);",
        "let e=3,t=(t)=>t.map((t,n)=>n<e?t:e);",
    ),
    "what is caught, and several at once": (
        "try{go();}catch(error){say(error);}let one=1,two=[one,2],three;",
        "try{go()}catch(e){say(e)}let e=1,t=[e,2],n;",
    ),
    "an assignment to several at once in the head of a for": (
        "for(let{value,done}=f();!done;{value,done}=f())g(value);",
        "for(let{value:e,done:t}=f();!t;{value:e,done:t}=f())g(e);",
    ),
    "names of the browser": ("const location=1;document.title=location;", "const location=1;document.title=location;"),
}


@pytest.mark.parametrize("name", CASES)
def test_short_names(name: str) -> None:
    text, expected = CASES[name]
    assert shorten(text) == expected


def test_names_that_are_kept() -> None:
    assert shorten("const $0=1;const wide=$0;", keep=["$0"]) == "const $0=1,e=$0;"


def test_a_short_name_that_is_used_already() -> None:
    assert shorten("const wide=e+1;") == "let t=e+1;"


@pytest.mark.parametrize("text", ["f(]", "x={", "const a=\\;", "`open"])
def test_what_is_not_understood(text: str) -> None:
    with pytest.raises(UnreadableScriptError):
        shorten(text)


def test_it_still_does_the_same() -> None:
    if not shutil.which("node"):
        pytest.skip("Node.js is not installed")
    text = """
    const log = [];
    const count = 3;
    class Box {
      constructor({ size, deep: { at } = { at: 7 } }) { this.size = size; this.at = at; }
      get twice() { return this.size * 2; }
    }
    function walk(list, ...rest) {
      for (const [key, value] of Object.entries(list)) {
        const count = key.length;
        log.push(`${key}:${value}:${count}`);
      }
      return rest.map((one, at) => (at > 0 ? one : count)).reduce((sum, one) => sum + one, 0);
    }
    const box = new Box({ size: count });
    log.push(walk({ one: 1, three: 3 }, 5, 6), box.twice, box.at, JSON.stringify({ box, count }));
    console.log(log.join(" "));
    """
    said = [subprocess.check_output(["node", "-e", script], text=True) for script in (text, shorten(text))]
    assert said[0] == said[1] == 'one:1:3 three:3:5 9 6 7 {"box":{"size":3,"at":7},"count":3}\n'
