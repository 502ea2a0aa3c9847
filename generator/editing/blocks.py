"""Changes of block mappings and lists: remove, insert and reorder whole lines. Each takes a text and returns one."""

from __future__ import annotations

from generator.editing.nodes import NotEditable, YamlNode, line_end, line_start


def remove_key(text: str, node: YamlNode, key: str) -> str:
    """Remove the key and its value. The first key of an item shares its line with the dash, which stays."""
    keys = node.keys or {}
    start, value = keys[key]
    end = line_end(text, value.end)
    row = line_start(text, start)
    if not text[row:start].strip():
        return text[:row] + text[end + 1 :]
    following = [begin for begin, _ in keys.values() if begin > start]
    if not following:
        return text[:start] + "{}" + text[value.end :]
    if not text[end : line_start(text, following[0])].strip():
        return text[:start] + text[following[0] :]
    return text[:start].rstrip() + text[end:]


def insert_key(text: str, node: YamlNode, lines: list[str], after: str | None, before: str | None) -> str:
    """Insert `lines` (indented like the mapping) after the key `after`, or else before the key `before`."""
    keys = node.keys or {}
    if after is not None:
        return _insert_lines(text, line_end(text, keys[after][1].end), lines)
    if before is None:
        raise NotEditable("bảng không có khóa nào")
    start = keys[before][0]
    return text[:start] + "\n".join(lines).lstrip(" ") + "\n" + " " * node.column + text[start:]


def _insert_lines(text: str, at: int, lines: list[str]) -> str:
    """Insert `lines` after the line that ends at the offset `at`."""
    return text[:at] + "\n" + "\n".join(lines) + text[at:]


def remove_item(text: str, node: YamlNode, index: int) -> str:
    """Remove one item of a block list that has others."""
    start = line_start(text, _dash_line(text, node, index))
    end = line_end(text, (node.items or [])[index].end)
    if end == len(text) and start > 0:
        return text[: start - 1]
    return text[:start] + text[end + 1 :]


def insert_item(text: str, node: YamlNode, index: int, lines: list[str]) -> str:
    """Insert an item before the one at `index`, or append it if `index` is their number."""
    items = node.items or []
    if index >= len(items):
        return _insert_lines(text, line_end(text, items[-1].end), lines)
    at = _begin(text, node, index)
    return text[:at] + "\n".join(lines) + "\n" + text[at:]


def reorder(text: str, node: YamlNode, order: list[int]) -> str:
    """Reorder the items; comments directly above an item move with it."""
    items = node.items or []
    begins = [_begin(text, node, at) for at in range(len(items))]
    end = line_end(text, items[-1].end)
    stops = [*begins[1:], end]
    chunks = [text[begin:stop].removesuffix("\n") for begin, stop in zip(begins, stops, strict=True)]
    return text[: begins[0]] + "\n".join(chunks[at] for at in order) + text[end:]


def _dash_line(text: str, node: YamlNode, index: int) -> int:
    """Offset of the line with the item's dash."""
    items = node.items or []
    row = line_start(text, items[index].start)
    limit = line_start(text, items[index - 1].end) if index else line_start(text, node.start)
    while text[row + node.column : row + node.column + 1] != "-" or text[row : row + node.column].strip():
        if row <= limit:
            raise NotEditable("mục của danh sách không ở đầu dòng")
        row = line_start(text, row - 1)
    return row


def _begin(text: str, node: YamlNode, index: int) -> int:
    """Offset of the first line that belongs to the item; comments directly above it belong to it."""
    row = _dash_line(text, node, index)
    if index:
        limit = line_end(text, (node.items or [])[index - 1].end) + 1
    else:
        limit = 0 if node.column else row  # comments at the top of a file are about the file
    while row > limit:
        above = line_start(text, row - 1)
        line = text[above:row]
        if not line.strip().startswith("#") or len(line) - len(line.lstrip(" ")) != node.column:
            break
        row = above
    return row
