"""The state of a form: one `FieldState` for each field, with its name in the submission and its key in the data.

The *name* of an item of a list keeps the place it had when the form was opened, so that an item that was moved and
changed is still the same item; the *key* has its present place, as messages have.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from generator.editor.form.values import display_text
from generator.editor.form.widgets import CHECKS, PART, PARTS, TEXTS, Widget, widget_of
from generator.plain_data import Fields, Unchecked
from generator.schema.kinds import Kind
from generator.schema.record import FieldSpec, Record, specs

GIVEN, BLANK = "@", ""  # choices of a union: the list or part, nothing


@dataclass(slots=True)
class ItemState:
    """An item of a list. id: its place when the form was opened, or `+1` …; plain: it is a text, without fields. A list
    of the plan may hold both."""

    id: str
    name: str
    key: str
    text: str = ""
    fields: list[FieldState] = field(default_factory=list)
    plain: bool = False

    @property
    def summary(self) -> str:
        """The first filled-in texts, to tell items apart; at most 70 characters."""
        texts = [one.text for one in self.fields if one.text][:3]
        text = " · ".join(" ".join(one.split()) for one in texts)
        return text if len(text) <= 70 else f"{text[:69].rstrip()}…"

    @property
    def origin(self) -> int | None:
        return int(self.id) if self.id.isdigit() else None


@dataclass(slots=True)
class FieldState:
    """text: of a single control; texts: the ticked ones; choice: GIVEN, BLANK or the word said instead of a value;
    absent: the submission says nothing about the field, so it stays as it is."""

    spec: FieldSpec
    widget: Widget
    name: str
    key: str
    text: str = ""
    texts: list[str] = field(default_factory=list)
    choice: str = GIVEN
    items: list[ItemState] = field(default_factory=list)
    fields: list[FieldState] = field(default_factory=list)
    absent: bool = False

    @property
    def is_list(self) -> bool:
        return self.widget.kind in (PARTS, TEXTS)

    @property
    def empty(self) -> bool:
        """True if nothing is said, at any depth."""
        if self.widget.either and self.choice not in (GIVEN, BLANK):
            return False
        if self.widget.either and self.choice == BLANK:
            return True
        return not (self.text or self.texts or self.items) and all(one.empty for one in self.fields)


@dataclass(slots=True)
class FormState:
    """fields: of a record; items: of a file that is a list of records."""

    kind: Kind
    fields: list[FieldState] = field(default_factory=list)
    items: list[ItemState] = field(default_factory=list)

    def every_list(self) -> list[tuple[str, list[ItemState], FieldState | None]]:
        """(name, items, field) of every list of the form; "" is the file itself."""
        found: list[tuple[str, list[ItemState], FieldState | None]] = [("", self.items, None)] * self.kind.many
        todo = [*self.fields, *(one for item in self.items for one in item.fields)]
        while todo:
            one = todo.pop()
            if one.is_list:
                found.append((one.name, one.items, one))
            todo += [*one.fields, *(inner for item in one.items for inner in item.fields)]
        return found


def form_of(kind: Kind, data: object, refused: object) -> FormState:
    """The form that shows `data`. refused: data of the file as it is, for lists that `data` replaces by a word."""
    state = FormState(kind)
    if kind.many:
        rows = data if isinstance(data, list) else []
        state.items = [record_item(kind.model, str(at), "", at, row, kind.markdown) for at, row in enumerate(rows)]
    else:
        state.fields = _fields(kind.model, data if isinstance(data, dict) else {}, "", "", kind.markdown, refused)
    return state


def record_item(
    model: type[Record], id: str, prefix: str, place: int, row: object, markdown: bool = False
) -> ItemState:
    """The state of one item that is a record. prefix: name of the list with a final dot, "" for the file."""
    return _item(model, id, prefix, prefix, place, row if isinstance(row, dict) else {}, markdown)


def _item(model: type[Record], id: str, name: str, key: str, place: int, row: Unchecked, markdown: bool) -> ItemState:
    item = ItemState(id, f"{name}{id}", f"{key}{place}")
    item.fields = _fields(model, row, f"{item.name}.", f"{item.key}.", markdown, None)
    return item


def _fields(
    model: type[Record], data: Fields, name: str, key: str, markdown: bool, refused: object
) -> list[FieldState]:
    return [
        _field_state(
            spec, widget_of(model, spec.key, markdown), data.get(spec.key), name, key, _below(refused, spec.key)
        )
        for spec in specs(model)
    ]


def _below(data: object, key: str) -> Unchecked:
    return data.get(key) if isinstance(data, dict) else None


def _field_state(spec: FieldSpec, widget: Widget, value: object, name: str, key: str, refused: object) -> FieldState:
    """The state of one field that has `value`."""
    state = FieldState(spec, widget, f"{name}{spec.key}", f"{key}{spec.key}")
    if widget.either:
        state.choice = value if isinstance(value, str) and value else GIVEN if value else BLANK
        value = value if state.choice == GIVEN else refused if isinstance(refused, list | dict) else None
    if widget.kind == CHECKS:
        state.texts = [str(one) for one in value] if isinstance(value, list) else [str(value)] if value else []
    elif widget.kind == PART:
        assert spec.part is not None
        part = value if isinstance(value, dict) else {}
        state.fields = _fields(spec.part, part, f"{state.name}.", f"{state.key}.", False, refused)
    elif state.is_list:
        rows = value if isinstance(value, list) else [] if value is None else [value]
        for at, row in enumerate(rows):
            state.items.append(new_item(state, str(at), at, row))
    else:
        state.text = display_text(widget.kind, value if isinstance(value, str) or value is None else str(value))
    return state


def new_item(owner: FieldState, id: str, place: int, row: object = None) -> ItemState:
    """An item of the list field `owner`."""
    if owner.widget.kind == TEXTS or isinstance(row, str):
        text = row if isinstance(row, str) else ""
        return ItemState(id, f"{owner.name}.{id}", f"{owner.key}.{place}", text, plain=True)
    assert owner.spec.part is not None
    row = row if isinstance(row, dict) else {}
    return _item(owner.spec.part, id, f"{owner.name}.", f"{owner.key}.", place, row, False)
