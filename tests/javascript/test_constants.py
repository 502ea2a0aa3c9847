"""Numbers of a module stand where they are read."""

from __future__ import annotations

import pytest

from generator.javascript.constants import with_numbers

NUMBERS = "export const T={pair:0.9,near:-2,tiny:3e-4,weights:[-5.2,1.8],};"
IMPORT = 'import{T}from"./numbers.js";'


def test_they_stand_themselves() -> None:
    scripts = {"numbers.js": NUMBERS, "a.js": f"{IMPORT}x=1-T.near+T.pair*y.T.near;", "b.js": "f(T2);"}
    assert with_numbers(scripts, "numbers.js") == {"a.js": "x=1-(-2)+0.9*y.T.near;", "b.js": "f(T2);"}
    scripts = {"numbers.js": NUMBERS, "a.js": f"{IMPORT}const[a,...b]=T.weights;c=[...T.weights,T.tiny]"}
    assert with_numbers(scripts, "numbers.js") == {"a.js": "const[a,...b]=[-5.2,1.8];c=[...[-5.2,1.8],3e-4]"}


@pytest.mark.parametrize("use", ["f(T);", 'T["pair"];', "T.other;", "const{pair}=T;", "f(...T);"])
def test_all_stays_where_the_object_itself_is_used(use: str) -> None:
    scripts = {"numbers.js": NUMBERS, "a.js": IMPORT + use, "b.js": f"{IMPORT}f(T.pair);"}
    assert with_numbers(scripts, "numbers.js") == scripts


@pytest.mark.parametrize("text", ["export const T={pair:f(1)};", "export const T={pair:1};export const S=2;", ""])
def test_a_module_of_anything_else_stays(text: str) -> None:
    scripts = {"numbers.js": text, "a.js": f"{IMPORT}f(T.pair);"}
    assert with_numbers(scripts, "numbers.js") == scripts
