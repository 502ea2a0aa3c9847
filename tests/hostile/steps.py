"""Counts the steps of a regular expression: a backtracking matcher that tries what that of Python tries, in the same
order, and adds up what it looks at.

Python's own engine counts nothing, and its time depends on what else the machine does. Single characters and places
(`^`, `\\b`) are asked of `re`, everything else is here; `test_patterns.py` compares its matches with those of `re`.
"""

from __future__ import annotations

import itertools
import sys
from collections.abc import Callable
from re import _compiler as compiler  # type: ignore[attr-defined]
from re import _constants as sre  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

Then = Callable[[int], "int | None"]  # what has to match from a place on; the end of the whole match, or None
Part = Callable[[int, Then], "int | None"]  # a part of the expression from a place on, and what comes behind it
REPEATS = (sre.MAX_REPEAT, sre.MIN_REPEAT, sre.POSSESSIVE_REPEAT)
SINGLE = {sre.IN, sre.LITERAL, sre.NOT_LITERAL, sre.ANY, sre.CATEGORY}  # each matches one character


class TooMany(Exception):
    """More steps than allowed."""


def _end(place: int) -> int:
    return place


class Matcher:
    """An expression, its text and the steps made so far."""

    def __init__(self, source: str, flags: int) -> None:
        tree = parser.parse(source, flags)
        self.flags = tree.state.flags
        self.state = tree.state
        self.text = ""
        self.steps = self.most = 0
        self.groups: dict[int, tuple[int, int]] = {}
        self.whole = self._sequence(tree, self.flags)
        sys.setrecursionlimit(max(sys.getrecursionlimit(), 50_000))

    def start(self, text: str, most: int) -> None:
        """Begin with a text, on which `most` steps are allowed."""
        self.text, self.steps, self.most = text, 0, most

    def match(self, place: int, *, whole: bool = False) -> int | None:
        """Where the match from a place on ends; None when there is none. Raises TooMany."""
        self.groups.clear()
        size = len(self.text)
        return self.whole(place, (lambda end: end if end == size else None) if whole else _end)

    def _step(self, number: int = 1) -> None:
        self.steps += number
        if self.steps > self.most:
            raise TooMany

    def _sequence(self, tree: Any, flags: int) -> Part:
        runs = [(single, list(items)) for single, items in itertools.groupby(tree, lambda item: item[0] in SINGLE)]
        parts = []
        for single, items in runs:
            parts += [self._chars(items, flags)] if single else [self._part(*item, flags) for item in items]
        last = len(parts)
        if last == 1:
            return parts[0]

        def run(place: int, then: Then, number: int = 0) -> int | None:
            if number == last:
                return then(place)
            return parts[number](place, lambda end: run(end, then, number + 1))

        return run

    def _part(self, op: Any, value: Any, flags: int) -> Part:
        if op is sre.AT:
            return self._place(op, value, flags)
        if op in REPEATS:
            return self._repeat(op, *value, flags)
        if op is sre.SUBPATTERN:
            group, added, removed, tree = value
            return self._group(group, self._sequence(tree, (flags | added) & ~removed))
        if op is sre.BRANCH:
            return self._branch([self._sequence(tree, flags) for tree in value[1]])
        if op is sre.ATOMIC_GROUP:
            part = self._sequence(value, flags)
            return lambda place, then: None if (end := part(place, _end)) is None else then(end)
        if op in (sre.ASSERT, sre.ASSERT_NOT):
            return self._look(value[0], value[1], op is sre.ASSERT, flags)
        if op is sre.GROUPREF:
            return self._again(value)
        raise NotImplementedError(f"{op}: add it to {__name__}")

    def _alone(self, items: list[Any], flags: int) -> Callable[..., object]:
        """What `re` says of items that do not repeat anything: called with a text and a place."""
        return compiler.compile(parser.SubPattern(self.state, items), flags).match

    def _chars(self, items: list[Any], flags: int) -> Part:
        alone, long = self._alone(items, flags), len(items)

        def run(place: int, then: Then) -> int | None:
            self._step()
            return then(place + long) if alone(self.text, place) else None

        return run

    def _place(self, op: Any, value: Any, flags: int) -> Part:
        alone = self._alone([(op, value)], flags)

        def run(place: int, then: Then) -> int | None:
            self._step()
            return then(place) if alone(self.text, place) else None

        return run

    def _repeat(self, op: Any, least: int, most: int, tree: Any, flags: int) -> Part:
        if len(tree) == 1 and tree[0][0] in SINGLE:
            return self._repeat_char(op, least, most, self._alone(list(tree), flags))
        part = self._sequence(tree, flags)
        if op is sre.POSSESSIVE_REPEAT:  # the same as an atomic group around it
            greedy = self._repeat(sre.MAX_REPEAT, least, most, tree, flags)
            return lambda place, then: None if (end := greedy(place, _end)) is None else then(end)

        def run(place: int, then: Then, number: int = 0) -> int | None:
            self._step()

            def again(end: int) -> int | None:
                return None if end == place and number >= least else run(end, then, number + 1)

            def more() -> int | None:
                return part(place, again) if number < most else None

            if number < least:
                return more()
            if op is sre.MIN_REPEAT:
                return end if (end := then(place)) is not None else more()
            return end if (end := more()) is not None else then(place)

        return run

    def _repeat_char(self, op: Any, least: int, most: int, is_one: Callable[..., object]) -> Part:
        def run(place: int, then: Then) -> int | None:
            text, last = self.text, min(len(self.text), place + most)
            end = place
            if op is sre.MIN_REPEAT:
                while True:
                    self._step()
                    if end - place >= least and (found := then(end)) is not None:
                        return found
                    if end == last or not is_one(text, end):
                        return None
                    end += 1
            while end < last and is_one(text, end):
                end += 1
            self._step(end - place + 1)
            if op is sre.POSSESSIVE_REPEAT:
                return then(end) if end - place >= least else None
            for last in range(end, place + least - 1, -1):
                self._step()
                if (found := then(last)) is not None:
                    return found
            return None

        return run

    def _group(self, group: int | None, part: Part) -> Part:
        if group is None:
            return part

        def run(place: int, then: Then) -> int | None:
            def matched(end: int) -> int | None:
                before = self.groups.get(group)
                self.groups[group] = (place, end)
                found = then(end)
                if found is None and before:
                    self.groups[group] = before
                elif found is None:
                    del self.groups[group]
                return found

            return part(place, matched)

        return run

    def _branch(self, parts: list[Part]) -> Part:
        def run(place: int, then: Then) -> int | None:
            for part in parts:
                self._step()
                if (end := part(place, then)) is not None:
                    return end
            return None

        return run

    def _look(self, direction: int, tree: Any, wanted: bool, flags: int) -> Part:
        part, width = self._sequence(tree, flags), tree.getwidth()[0] if direction < 0 else 0

        def run(place: int, then: Then) -> int | None:
            self._step()
            found = place >= width and part(place - width, _end) is not None
            return then(place) if found is wanted else None

        return run

    def _again(self, group: int) -> Part:
        def run(place: int, then: Then) -> int | None:
            if group not in self.groups:
                return None
            text = self.text[slice(*self.groups[group])]
            self._step(len(text) + 1)
            return then(place + len(text)) if self.text.startswith(text, place) else None

        return run
