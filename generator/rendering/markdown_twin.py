"""The Markdown copy of a page's main part, for programs that read text."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache
from html import unescape
from urllib.parse import urljoin

COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
NOTHING = "<!---->"  # a comment without a text
BETWEEN = re.compile(r"(</?[a-zA-Z][^<>]*+>|<!---->)")  # tags, between which stand texts
TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*+)([^<>]*+)>")
TEXT = re.compile(r"[^<]+|<")
ATTRIBUTE = re.compile(r"""([a-zA-Z][\w-]*)(?:="([^"]*)"|='([^']*)')?""")
SPACES = re.compile(r"[ \t\r\n\f]+")
BLANK_LINES = re.compile(r"\n(?:[ \t]*\n)+")
VOID = dict.fromkeys("br hr img input meta link wbr source col rect path circle use".split(), "")
VOID |= {"br": "\\\n", "hr": "\n\n---\n\n", "": ""}  # the last of a comment
SKIPPED = frozenset("script style svg form button template select textarea noscript nav".split())
SKIPPED_ATTRIBUTES = frozenset({"hidden", "data-not-in-markdown"})
SKIPPED_CLASSES = frozenset({"tthc-no-print", "tthc-print-only", "tthc-visually-hidden"})
HEADINGS = {f"h{level}": "#" * level for level in range(1, 7)}
BLOCKS = frozenset("p div section article aside header footer figure dl details main address".split())
CONTAINERS = frozenset("ul ol dl table thead tbody tfoot tr".split())  # spaces between their parts are insignificant
DROPPED = frozenset("thead tbody tfoot caption colgroup".split())  # its rows are part of the table already
TEXTS = frozenset("a strong b em i small code pre li ul ol dt dd table tr td th summary blockquote".split())
WRITTEN = BLOCKS | DROPPED | TEXTS | HEADINGS.keys()  # all other elements are represented by the text inside
COUNTED = ("pre", "code", "li", "td", "th", "dd", "dl")
CACHED = 10_000  # texts and attributes, most of which occur on many pages
DOWNWARDS = re.compile(r"((?:\.\./)+)((?:[\w-]+/)*(?:[\w-]+(?:\.[\w-]+)*)?(?:#[\w-]*)?)", re.ASCII)
SPECIAL = re.compile(r"([\\`*_\[\]<>])")


@dataclass(slots=True)
class _Element:
    """An open element. text: what was collected inside it so far; cells: of a table row; rows: of a table."""

    name: str
    target: str
    text: list[str] = field(default_factory=list)
    cells: list[str] = field(default_factory=list)
    rows: list[list[str]] = field(default_factory=list)
    number: int = 0


def markdown_twin(main: str, address: str, facts: dict[str, str]) -> str:
    """The Markdown copy of a page. main: HTML of the main part; address: the page's absolute address, for its links;
    facts: lines for the front matter, such as the title and the day of the content."""
    front = "".join(f"{key}: {_quoted(value)}\n" for key, value in facts.items() if value)
    body = BLANK_LINES.sub("\n\n", _Conversion(address).of(main)).strip()
    return f"---\n{front}---\n\n{body}\n"


def _quoted(value: str) -> str:
    escaped = value.replace("\\", "\\\\").replace('"', '\\"').replace("\n", " ")
    return f'"{escaped}"'


class _Conversion:
    """The conversion of one page. stack: the open elements; open: how many there are of each name."""

    def __init__(self, address: str) -> None:
        self.address, self.stack, self.open = address, [_Element("main", "")], dict.fromkeys(COUNTED, 0)

    def of(self, main: str) -> str:
        """The Markdown of this HTML."""
        stack, is_open, skipped = self.stack, self.open, 0  # skipped: depth inside an element that is left out
        pieces = BETWEEN.split(COMMENT.sub(NOTHING, main) if "<!--" in main else main)
        for words, tag in zip(pieces[::2], [*pieces[1::2], NOTHING], strict=True):
            if words and not skipped:
                self._add(words)
            closing, name, nests, target = _tag(tag)
            if skipped:
                if nests:
                    skipped += -1 if closing else 1
            elif closing:
                if is_open.get(name):
                    self._close(name)
            elif name in VOID:
                stack[-1].text.append(VOID[name])
            elif target is None:
                skipped = 1
            else:
                is_open[name] = is_open.get(name, 0) + 1
                stack.append(_Element(name, target, [] if name in WRITTEN else stack[-1].text))
        while len(stack) > 1:
            self._close(stack[-1].name)
        return "".join(stack[0].text)

    def _add(self, words: str) -> None:
        """Append a text to the innermost element."""
        around, verbatim = self.stack[-1], self.open["pre"] or self.open["code"]
        for part in TEXT.findall(words) if "<" in words else (words,):
            if not (part.isspace() and _is_container(self.stack)):
                around.text.append(unescape(part) if verbatim else _escaped(part))

    def _close(self, name: str) -> None:
        """Close the open elements up to the innermost of this name."""
        closed = ""
        while closed != name:
            element = self.stack.pop()
            closed = element.name
            self.open[closed] -= 1
            if closed in WRITTEN:
                self._finish(element)

    def _finish(self, element: _Element) -> None:
        """Append a finished element to the one around it."""
        name = element.name
        if name in ("td", "th"):
            if row := self._around("tr"):
                row.cells.append(_one_line("".join(element.text)).replace("|", "\\|"))
        elif name == "tr":
            if table := self._around("table"):
                table.rows.append(element.cells)
        elif name not in DROPPED:
            self.stack[-1].text.append(self._written(element, "".join(element.text)))

    def _around(self, name: str) -> _Element | None:
        for item in reversed(self.stack):  # nearly always the first
            if item.name == name:
                return item
        return None

    def _written(self, element: _Element, inner: str) -> str:
        name, tight, is_open = element.name, inner.strip(), self.open
        if name == "a":
            target = element.target
            if not tight or not target or target.startswith("#"):
                return inner
            return f"[{tight}]({_absolute(self.address, target).replace(' ', '%20').replace(')', '%29')})"
        if name == "li":
            return _list_item(tight, self.stack[-1])
        if name == "div" and self.stack[-1].name == "dl":
            return f"\n{tight}"
        if name in BLOCKS:
            inside = name in ("p", "div") and any(is_open[item] for item in ("li", "td", "th", "dd", "dl"))
            return f"{tight} " if inside else f"\n\n{tight}\n\n"
        if name in ("strong", "b"):
            return f"**{tight}**" if tight else inner
        if name in ("em", "i"):
            return f"*{tight}*" if tight else inner
        if name == "small":
            return inner if self.stack[-1].name not in HEADINGS else f" – {tight}" if tight else ""
        if name in HEADINGS:
            return f"\n\n{HEADINGS[name]} {SPACES.sub(' ', tight)}\n\n" if tight else ""
        if name in ("ul", "ol"):
            return f"\n{inner.rstrip()}\n\n" if is_open["li"] else f"\n\n{tight}\n\n"
        if name == "dt":
            return f"\n- **{tight}**:" if tight else ""
        if name == "dd":
            return f" {_one_line(tight)}"  # a term may have several
        if name == "table":
            return _table(element.rows)
        if name == "code":
            return inner if is_open["pre"] else f"`{tight}`"
        if name == "pre":
            return f"\n\n```\n{inner.strip(chr(10))}\n```\n\n"
        if name == "summary":
            return f"\n\n**{tight}**\n\n"
        lines = "\n".join(f"> {line}".rstrip() for line in tight.splitlines())  # of a quotation
        return f"\n\n{lines}\n\n"


def _is_container(stack: list[_Element]) -> bool:
    """True if white space at this place is insignificant: between the items of a list, the rows and cells of a
    table."""
    return stack[-1].name in CONTAINERS or (stack[-1].name == "div" and len(stack) > 1 and stack[-2].name == "dl")


@lru_cache(CACHED)
def _tag(tag: str) -> tuple[bool, str, bool, str | None]:
    """Of a tag: whether it closes an element, the name ("" of a comment), whether others may stand inside, the target
    (see `_target`)."""
    found = TAG.fullmatch(tag)
    if not found:
        return False, "", False, None
    name = found[2].lower()
    target = None if found[1] or name in VOID else _target(name, found[3])
    return bool(found[1]), name, name not in VOID and not found[3].endswith("/"), target


def _target(name: str, raw: str) -> str | None:
    """The target of an element with these attributes: empty for most, None if the element is left out."""
    attributes = {key: unescape(one or two) for key, one, two in ATTRIBUTE.findall(raw)}
    classes = attributes.get("class", "").split()
    if name in SKIPPED or not SKIPPED_CLASSES.isdisjoint(classes) or attributes.keys() & SKIPPED_ATTRIBUTES:
        return None
    return attributes.get("href", "")


def _absolute(address: str, target: str) -> str:
    """As urljoin, but faster for links that begin with the way up to the root, as nearly all do."""
    found = DOWNWARDS.fullmatch(target)
    return _joined(address, found[1]) + found[2] if found else urljoin(address, target)


_joined = lru_cache(16)(urljoin)


@lru_cache(CACHED)
def _escaped(words: str) -> str:
    return SPECIAL.sub(r"\\\1", SPACES.sub(" ", unescape(words)))


def _one_line(text: str) -> str:
    if "\n" not in text:
        return text.strip()
    return " ".join(filter(None, map(str.strip, text.split("\n"))))


def _list_item(text: str, around: _Element) -> str:
    around.number += 1
    mark = f"{around.number}." if around.name == "ol" else "-"
    indented = re.sub(r"(?<!\n)\n++(?=\S)", "\n" + " " * (len(mark) + 1), text)
    return f"{mark} {indented}\n"


def _table(rows: list[list[str]]) -> str:
    if not rows:
        return ""
    width = max(map(len, rows))
    lines = [f"| {' | '.join([*row, *[''] * (width - len(row))])} |" for row in rows]
    return "\n\n" + "\n".join([lines[0], f"|{' --- |' * width}", *lines[1:]]) + "\n\n"
