"""Shortens the names that a script gives to its own variables, functions and parameters, and its statements
(statements.py).

Properties, keys and texts stay as they are (`{tokens}` becomes `{tokens:a}`), and so do classes, which know what they
are called, and every name that the script does not declare. Declarations are recognised in the forms that the theme's
scripts use; what is declared in any other form keeps its name, which costs bytes and changes nothing.

A variable belongs to the function that declares it; functions that know nothing of each other use the same short names.
Blocks are no scopes of their own: what a block declares is one variable with what has its name around it. `const`
becomes `let`, but for names that are kept: one word compresses better, and that nothing assigns to a constant is
linted.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from itertools import count, product

from generator.javascript.statements import CONDITIONS, close_up
from generator.javascript.tokens import WORDS, Tokens

# names that are no variables, and those of the browser that scripts like to give to variables too
KEPT = WORDS | frozenset(
    "arguments as async break catch class continue debugger do finally for from function get if null set static super"
    " switch this true false try undefined while with document window location history navigator performance".split()
)
# the frequent letters first: what is written with few letters compresses well
FIRST = "etnrisaoulcdpfhmgvybwSxTECkLAMDNO_PRIqjBzVFHWXUKYGQJZ"


@dataclass(eq=False, slots=True)
class Scope:
    """A function with its parameters, or the whole script. end: place of its last token; body: of the brace of its
    body; declared: variable -> whether it is a parameter or stands directly in the body; used: the variables used
    here and in the functions inside, each with whose it is; short: variable -> its new name."""

    above: Scope | None
    end: int
    body: int
    declared: dict[str, bool] = field(default_factory=dict)
    used: set[tuple[str, Scope | None]] = field(default_factory=set)
    short: dict[str, str] = field(default_factory=dict)

    def owner(self, name: str) -> Scope | None:
        """The innermost scope around that declares `name`."""
        scope: Scope | None = self
        while scope and name not in scope.declared:
            scope = scope.above
        return scope


def shorten(text: str, keep: Collection[str] = ()) -> str:
    """`text`, a script or the inside of a function, with short names for what it declares, except those in `keep`.
    Raises UnreadableScriptError."""
    return _Names(Tokens(text), KEPT.union(keep)).text()


class _Names:
    def __init__(self, tokens: Tokens, reserved: Collection[str]) -> None:
        self.tokens = tokens
        self.scopes = [Scope(None, len(tokens.all), -1)]
        self.around: list[Scope] = []  # place -> the innermost function that it is in
        self.constants: list[int] = []  # places of `const`
        self._find_functions()
        self._find_declarations(reserved)
        self.uses = [(at, token.text) for at, token in enumerate(tokens.all) if self._is_variable(at)]
        for at, name in self.uses:
            scope: Scope | None = self.around[at]
            owner = scope and scope.owner(name)
            while scope:
                scope.used.add((name, owner))
                scope = None if scope is owner else scope.above
        for scope in self.scopes:
            _name_variables(scope)

    def text(self) -> str:
        """The script with its new names."""
        changed = dict.fromkeys(self.constants, "let")
        for at, name in self.uses:
            if owner := self.around[at].owner(name):
                changed[at] = f"{name}:{owner.short[name]}" if self._is_shorthand(at) else owner.short[name]
        return self.tokens.joined(changed | close_up(self.tokens))

    def _find_functions(self) -> None:
        tokens, inside = self.tokens, self.scopes[0]
        for at, token in enumerate(tokens.all):
            while at > inside.end and inside.above:
                inside = inside.above
            arrow = tokens.behind(at)
            if tokens.text(arrow) == "=>" and (token.kind == "name" or token.text == "("):
                body = arrow + 1
                end = tokens.all[body].end if tokens.text(body) == "{" else self._expression_end(body)
            elif token.text == "(" and self._has_parameters(at):
                body = arrow
                end = tokens.all[body].end
            else:
                self.around.append(inside)
                continue
            inside = Scope(inside, end, body)
            self.scopes.append(inside)
            self.around.append(inside)

    def _find_declarations(self, reserved: Collection[str]) -> None:
        """What each scope declares. Of a name that stands in a block and in a scope around, only the outer is noted."""
        tokens = self.tokens
        for at, token in enumerate(tokens.all):
            scope, direct = self.around[at], True
            names: list[str] = []
            if token.kind == "name" and token.text in ("const", "let", "var"):
                if token.text == "const" and tokens.text(at + 1) not in reserved:
                    self.constants.append(at)
                names, direct = list(self._variables(at + 1)), token.inside == scope.body
            elif token.kind == "name" and token.text == "function" and self._is_variable(at):
                name = at + 1 + (tokens.text(at + 1) == "*")
                names, direct = [tokens.text(name)] if tokens.kind(name) == "name" else [], token.inside == scope.body
            elif tokens.text(at + 1) == "=>" and token.kind == "name":
                names = [token.text]
            elif token.text == "(" and self._has_parameters(at):
                names = list(self._targets(at))
            for one in names:
                if one not in reserved:
                    scope.declared[one] = scope.declared.get(one, False) or direct
        for scope in self.scopes:
            for one in [one for one, direct in scope.declared.items() if not direct]:
                if scope.above and scope.above.owner(one):
                    del scope.declared[one]

    def _is_variable(self, at: int) -> bool:
        """Whether a token is a name and no property, key or member of a class."""
        tokens = self.tokens
        before, behind, role = tokens.text(at - 1), tokens.text(at + 1), tokens.role(at)
        if tokens.kind(at) != "name" or before in (".", "?.") or role == "class":
            return False
        return role != "object" or before not in ("{", ",", "get", "async", "*") or behind not in (":", "(")

    def _is_shorthand(self, at: int) -> bool:
        """Whether a variable is its own key, as in `{tokens}`."""
        tokens = self.tokens
        before, behind = tokens.text(at - 1), tokens.text(at + 1)
        default = behind.startswith("=") and not behind.startswith(("==", "=>"))  # "=-" where a negative one follows
        return tokens.role(at) == "object" and before in ("{", ",") and (behind in (",", "}") or default)

    def _has_parameters(self, at: int) -> bool:
        """Whether the parenthesis at `at` has the parameters of a function, or what is caught."""
        tokens = self.tokens
        behind, before = tokens.text(tokens.behind(at)), tokens.text(at - 1)
        named = tokens.kind(at - 1) == "name" and before not in CONDITIONS
        return behind == "=>" or (behind == "{" and (named or before == "*"))

    def _expression_end(self, at: int) -> int:
        """The place of the last token of the expression that begins at `at`."""
        tokens, choices = self.tokens, 0
        while (text := tokens.text(at)) not in (",", ";", ")", "]", "}", ""):
            if tokens.kind(at) == "sign":
                choices += text.replace("??", "").replace("?.", "").count("?") - (text == ":")
            if choices < 0:
                break
            at = tokens.behind(at)
        return at - 1

    def _variables(self, at: int) -> Iterator[str]:
        """The names in a list of declarations that begins at `at`."""
        tokens = self.tokens
        while True:
            yield from self._target(at)
            while tokens.text(at) not in (",", ";", "of", "in", ")", "]", "}", ""):
                at = tokens.behind(at)
            if tokens.text(at) != ",":
                return
            at += 1

    def _targets(self, at: int) -> Iterator[str]:
        """The names that the pattern or the parameters in the bracket at `at` declare."""
        tokens = self.tokens
        end, start = tokens.all[at].end, at + 1
        while start < end:
            if tokens.all[at].role == "object" and tokens.text(start + 1) == ":":
                start += 2
            yield from self._target(start)
            while start < end and tokens.text(start) != ",":
                start = tokens.behind(start)
            start += 1

    def _target(self, at: int) -> Iterator[str]:
        """The names that one target declares: a name, a pattern, or either with `...` before it."""
        tokens = self.tokens
        at += tokens.text(at) == "..."
        if tokens.text(at) in ("{", "["):
            yield from self._targets(at)
        elif tokens.kind(at) == "name":
            yield tokens.text(at)


def _name_variables(scope: Scope) -> None:
    """Give the variables of `scope` the shortest names that nothing used in it has; those around have theirs."""
    taken = {owner.short[name] if owner else name for name, owner in scope.used if owner is not scope}
    free = (name for name in _short_names() if name not in taken and name not in KEPT)
    for name in scope.declared:
        scope.short[name] = next(free)


def _short_names() -> Iterator[str]:
    """a, b … aa, ab …"""
    for length in count(1):
        yield from map("".join, product(FIRST, repeat=length))
