"""`rewrite`: edits the text of a record to represent other data; every untouched line stays as it was."""

from __future__ import annotations

from generator.editing.align import align
from generator.editing.blocks import insert_item, insert_key, remove_item, remove_key, reorder
from generator.editing.flow import reflow
from generator.editing.nodes import NotEditable, YamlNode, compose, find, line_end
from generator.editing.scalars import scalar_text
from generator.editing.written import EMPTY, entry_lines, item_lines, pruned
from generator.importing.typed_values import spec_of
from generator.loading.front_matter import split
from generator.loading.yaml.parse import parse
from generator.loading.yaml.positions import YamlError
from generator.plain_data import Fields, Unchecked
from generator.problem import KeyPath
from generator.schema.kinds import BODY_KEY, Kind
from generator.schema.record import FieldSpec, Record, specs


def rewrite(text: str, kind: Kind, wanted: Unchecked) -> str:
    """`text` (uniform line ends, see record_text.py) edited to represent `wanted`: plain data in the form of `data_of`,
    with texts for all scalars. An empty part removes its key. Raises NotEditable if the text cannot be changed in
    place, YamlError if it cannot be parsed."""
    if not kind.markdown:
        return _yaml(text, kind.model, wanted)
    parts = split(text)
    if parts is None:
        raise NotEditable("tệp không có phần mở đầu giữa hai dòng “---”")
    head, body, _ = parts
    front = _yaml(head, kind.model, {key: value for key, value in wanted.items() if key != BODY_KEY})
    before = text[: text.index("\n") + 1]
    rest = text[len(before) + len(head) :]
    new = str(wanted.get(BODY_KEY) or "").strip()
    if new != body:
        first_line, _, below = rest.partition("\n")
        at = below.find(body) if body else len(below)
        rest = f"{first_line}\n{below[:at] if body else ''}{new}{below[at + len(body) :] or chr(10)}"
    return before + front + rest


def data_of(text: str, kind: Kind) -> Unchecked:
    """The parsed data of a record's file, a Markdown body under `noi_dung`. Raises YamlError, NotEditable."""
    if not kind.markdown:
        return parse(text)
    parts = split(text)
    if parts is None:
        raise NotEditable("tệp không có phần mở đầu giữa hai dòng “---”")
    data = parse(parts[0])
    return (data if isinstance(data, dict) else {}) | {BODY_KEY: parts[1]}


def _yaml(text: str, model: type[Record], wanted: object) -> str:
    old = parse(text)
    if pruned(old) == pruned(wanted):
        return text
    if not (isinstance(old, dict) and isinstance(wanted, dict) or isinstance(old, list) and isinstance(wanted, list)):
        raise NotEditable("tệp không gồm các dòng “khóa: giá trị”")
    new = _Rewriter(text, model).run(old, wanted)
    try:
        says = parse(new)
    except YamlError as error:
        raise NotEditable(f"sửa vào đây thì tệp hỏng ở dòng {error.line}") from None
    if pruned(says) != pruned(wanted):
        raise NotEditable("không sửa được tại chỗ mà giữ nguyên các dòng khác")
    return new


class _Rewriter:
    """Applies one difference after another; offsets are recomputed after each."""

    def __init__(self, text: str, model: type[Record]) -> None:
        self.text, self.model = text, model

    def run(self, old: Unchecked, new: Unchecked) -> str:
        if isinstance(old, list):
            self.items((), None, old, new)
        else:
            self.mapping((), old, new)
        return self.text

    def node(self, path: KeyPath) -> YamlNode:
        root = compose(self.text)
        assert root is not None
        return find(root, path)

    def model_at(self, path: KeyPath) -> type[Record] | None:
        """The record whose keys are at `path`."""
        model: type[Record] | None = self.model
        for part in path:
            if isinstance(part, str):
                spec = spec_of(model, part)
                model = spec.part if spec else None
        return model

    def put(self, start: int, end: int, fresh: str) -> None:
        self.text = self.text[:start] + fresh + self.text[end:]

    def mapping(self, path: KeyPath, old: Fields, new: Fields) -> None:
        for key, value in old.items():
            if new.get(key) in EMPTY and value not in EMPTY:
                self.text = remove_key(self.text, self.node(path), key)
        model = self.model_at(path)
        for key, value in new.items():
            if value in EMPTY or pruned(old.get(key)) == pruned(value):
                continue
            if key in old:
                self.change((*path, key), spec_of(model, key), old[key], value)
            elif pruned(value) not in EMPTY:
                self.insert(path, model, key, value)

    def insert(self, path: KeyPath, model: type[Record] | None, key: str, value: object) -> None:
        node = self.node(path)
        order = [spec.key for spec in specs(model)] if model else []
        if model is None or key not in order:
            raise NotEditable(f"không có khóa “{key}”")
        there = list(node.keys or {})
        earlier = [other for other in order[: order.index(key)] if other in there]
        lines = entry_lines(model, key, pruned(value), node.column)
        self.text = insert_key(self.text, node, lines, earlier[-1] if earlier else None, there[0] if there else None)

    def change(self, path: KeyPath, spec: FieldSpec | None, old: Unchecked, new: Unchecked) -> None:
        """spec: the field of the value or of the list that it is in; None for an item of a file that is a list."""
        node = self.node(path)
        if node.flow and node.children and isinstance(new, list | dict):
            self.put(node.start, node.end, reflow(self.text, node, old, new, spec, self.model_at(path)))
        elif isinstance(old, dict) and isinstance(new, dict) and node.keys:
            self.mapping(path, old, new)
        elif isinstance(old, list) and isinstance(new, list) and node.items:
            self.items(path, spec, old, new)
        elif isinstance(new, str) and not isinstance(old, dict | list):
            self.scalar(path, node, spec, old, new)
        else:
            self.replace(path, node, spec, new)

    def scalar(self, path: KeyPath, node: YamlNode, spec: FieldSpec | None, old: str | None, new: str) -> None:
        fresh = scalar_text(self.text, node, old, new, spec, self.node(path[:-1]).column)
        if node.start == node.end:  # nothing behind the colon or dash
            fresh = f" {fresh}"
        self.put_with_comment(node.start, node.end, fresh)

    def replace(self, path: KeyPath, node: YamlNode, spec: FieldSpec | None, new: object) -> None:
        """A value of another form, e.g. “không” instead of a list: the entry or item is written again."""
        parent, model, last = self.node(path[:-1]), self.model_at(path[:-1]), path[-1]
        if parent.keys is not None and model is not None and isinstance(last, str):
            start = parent.keys[last][0]
            lines = entry_lines(model, last, pruned(new), parent.column)
        else:
            start = node.start
            lines = item_lines(spec, model or self.model, pruned(new), parent.column)
            lines[0] = lines[0].lstrip(" ").removeprefix("- ")
        self.put_with_comment(start, node.end, "\n".join(lines).lstrip(" "))

    def put_with_comment(self, start: int, end: int, fresh: str) -> None:
        """A comment behind the old value goes to the end of the first line of the new one."""
        stop = line_end(self.text, end)
        comment = self.text[end:stop]
        if comment.strip() and "\n" in fresh:
            head, _, rest = fresh.partition("\n")
            self.put(start, stop, f"{head}{comment}\n{rest}")
        else:
            self.put(start, end, fresh)

    def items(self, path: KeyPath, spec: FieldSpec | None, old: list[Unchecked], new: list[Unchecked]) -> None:
        origin = align(old, new)
        kept = [at for at in range(len(old)) if at in origin]
        count = sum(
            came_from is None and pruned(value) not in EMPTY for came_from, value in zip(origin, new, strict=True)
        )
        if not kept and not count:
            raise NotEditable("danh sách phải còn ít nhất một mục")
        gone = [at for at in range(len(old)) if at not in kept]
        if kept:
            for at in reversed(gone):
                self.text = remove_item(self.text, self.node(path), at)
        order = [kept.index(at) for at in origin if at is not None]
        if order != sorted(order):
            self.text = reorder(self.text, self.node(path), order)
        index = 0 if kept else len(old)
        for came_from, value in zip(origin, new, strict=True):
            if came_from is not None:
                if pruned(old[came_from]) != pruned(value):
                    self.change((*path, index), spec, old[came_from], value)
            elif pruned(value) not in EMPTY:
                node = self.node(path)
                lines = item_lines(spec, self.model_at(path) or self.model, pruned(value), node.column)
                self.text = insert_item(self.text, node, index, lines)
            else:
                continue
            index += 1
        for at in reversed(gone if not kept else []):
            self.text = remove_item(self.text, self.node(path), at)
