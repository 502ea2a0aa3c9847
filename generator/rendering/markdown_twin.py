"""The Markdown copy of a page's main part, for programs that read text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import unescape
from urllib.parse import urljoin

TOKEN = re.compile(r"<!--.*?(?:-->|\Z)|<(/?)([a-zA-Z][a-zA-Z0-9]*+)([^<>]*+)>|[^<]+|<", re.DOTALL)
ATTRIBUTE = re.compile(r"""([a-zA-Z][\w-]*)(?:="([^"]*)"|='([^']*)')?""")
SPACES = re.compile(r"[ \t\r\n\f]+")
VOID = frozenset("br hr img input meta link wbr source col rect path circle use".split())
SKIPPED = frozenset("script style svg form button template select textarea noscript nav".split())
SKIPPED_ATTRIBUTES = frozenset({"hidden", "data-not-in-markdown"})
SKIPPED_CLASSES = frozenset({"tthc-no-print", "tthc-print-only", "tthc-visually-hidden"})
BLOCKS = frozenset("p div section article aside header footer figure dl details main address".split())
CONTAINERS = frozenset("ul ol dl table thead tbody tfoot tr".split())  # spaces between their parts mean nothing
VERBATIM = frozenset({"pre", "code"})
SPECIAL = re.compile(r"([\\`*_\[\]<>])")


@dataclass(slots=True)
class _Element:
    """An open element. text: what was collected inside it so far; cells: of a table row; rows: of a table."""

    name: str
    attributes: dict[str, str]
    text: list[str] = field(default_factory=list)
    cells: list[str] = field(default_factory=list)
    rows: list[list[str]] = field(default_factory=list)
    number: int = 0


def markdown_twin(main: str, address: str, facts: dict[str, str]) -> str:
    """The Markdown copy of a page. main: HTML of the main part; address: the page's absolute address, for its links;
    facts: lines for the front matter, such as the title and the day of the content."""
    front = "".join(f"{key}: {_quoted(value)}\n" for key, value in facts.items() if value)
    body = re.sub(r"\n(?:[ \t]*\n)+", "\n\n", _convert(main, address)).strip()
    return f"---\n{front}---\n\n{body}\n"


def _quoted(value: str) -> str:
    escaped = value.replace("\\", "\\\\").replace('"', '\\"').replace("\n", " ")
    return f'"{escaped}"'


def _convert(main: str, address: str) -> str:
    stack = [_Element("main", {})]
    skipped = 0  # depth inside an element that is left out
    for closing, name, raw, words in _tokens(main):
        if not name:
            if not skipped and not (words.isspace() and _is_container(stack)):
                stack[-1].text.append(_text(words, any(item.name in VERBATIM for item in stack)))
            continue
        if skipped:
            if name not in VOID and not raw.endswith("/"):
                skipped += -1 if closing else 1
            continue
        if closing:
            _close(stack, name, address)
        elif name in VOID:
            stack[-1].text.append({"br": "\\\n", "hr": "\n\n---\n\n"}.get(name, ""))
        else:
            attributes = {key: unescape(one or two) for key, one, two in ATTRIBUTE.findall(raw)}
            classes = set(attributes.get("class", "").split())
            if name in SKIPPED or classes & SKIPPED_CLASSES or attributes.keys() & SKIPPED_ATTRIBUTES:
                skipped = 1
            else:
                stack.append(_Element(name, attributes))
    while len(stack) > 1:
        _close(stack, stack[-1].name, address)
    return "".join(stack[0].text)


def _is_container(stack: list[_Element]) -> bool:
    """True if white space at this place is insignificant: between the items of a list, the rows and cells of a
    table."""
    return stack[-1].name in CONTAINERS or (stack[-1].name == "div" and len(stack) > 1 and stack[-2].name == "dl")


def _tokens(main: str) -> Iterator[tuple[bool, str, str, str]]:
    """(is a closing tag, element, its attributes, text) for each tag and text; comments are dropped."""
    for match in TOKEN.finditer(main):
        if match[2]:
            yield match[1] == "/", match[2].lower(), match[3], ""
        elif not match[0].startswith("<!--"):
            yield False, "", "", match[0]


def _text(words: str, verbatim: bool) -> str:
    plain = unescape(words)
    return plain if verbatim else SPECIAL.sub(r"\\\1", SPACES.sub(" ", plain))


def _close(stack: list[_Element], name: str, address: str) -> None:
    if len(stack) < 2 or all(item.name != name for item in stack[1:]):
        return
    while True:
        element = stack.pop()
        _finish(element, stack, address)
        if element.name == name:
            return


def _finish(element: _Element, stack: list[_Element], address: str) -> None:
    """Append a finished element to the one around it."""
    parent, inner, name = stack[-1], "".join(element.text), element.name
    if name in ("td", "th"):
        row = next((item for item in reversed(stack) if item.name == "tr"), None)
        if row:
            row.cells.append(_one_line(inner).replace("|", "\\|"))
        return
    if name == "tr":
        table = next((item for item in reversed(stack) if item.name == "table"), None)
        if table:
            table.rows.append(element.cells)
        return
    if name in ("thead", "tbody", "tfoot", "caption", "colgroup"):
        return
    parent.text.append(_written(element, inner, stack, address))


def _written(element: _Element, inner: str, stack: list[_Element], address: str) -> str:
    name, tight = element.name, inner.strip()
    if re.fullmatch(r"h[1-6]", name):
        return f"\n\n{'#' * int(name[1])} {SPACES.sub(' ', tight)}\n\n" if tight else ""
    if name == "a":
        target = element.attributes.get("href", "")
        if not tight or not target or target.startswith("#"):
            return inner
        return f"[{tight}]({urljoin(address, target).replace(' ', '%20').replace(')', '%29')})"
    if name in ("strong", "b"):
        return f"**{tight}**" if tight else inner
    if name in ("em", "i"):
        return f"*{tight}*" if tight else inner
    if name == "code" and not any(item.name == "pre" for item in stack):
        return f"`{tight}`"
    if name == "pre":
        return f"\n\n```\n{inner.strip(chr(10))}\n```\n\n"
    if name == "li":
        return _list_item(tight, stack[-1])
    if name in ("ul", "ol"):
        return f"\n{inner.rstrip()}\n\n" if any(item.name == "li" for item in stack) else f"\n\n{inner.strip()}\n\n"
    if name == "table":
        return _table(element.rows)
    if name == "dt":
        return f"\n- **{tight}**:" if tight else ""
    if name == "dd":
        return f" {_one_line(tight)}"  # a term may have several
    if name == "summary":
        return f"\n\n**{tight}**\n\n"
    if name == "blockquote":
        lines = "\n".join(f"> {line}".rstrip() for line in tight.splitlines())
        return f"\n\n{lines}\n\n"
    if name == "small" and re.fullmatch(r"h[1-6]", stack[-1].name):
        return f" – {tight}" if tight else ""
    if name == "div" and stack[-1].name == "dl":
        return f"\n{tight}"
    if name in BLOCKS:
        inside = any(item.name in ("li", "td", "th", "dd", "dl") for item in stack)
        return f"{inner.strip()} " if inside and name in ("p", "div") else f"\n\n{inner.strip()}\n\n"
    return inner


def _one_line(text: str) -> str:
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
