"""Reads a submitted form: pairs of name and value, in the order of the page, as browsers send them without a script."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

from generator.editor.form.state import BLANK, GIVEN, FieldState, FormState, ItemState, new_item, record_item
from generator.editor.form.widgets import CHECKS, PART, TEXTS, widget_of
from generator.schema.kinds import Kind
from generator.schema.record import FieldSpec, Record, specs

Names = dict[str, list[str]]
MAX_ITEMS = 2000


def submitted(kind: Kind, pairs: Iterable[tuple[str, str]]) -> FormState:
    """The form's state as submitted. `NAME#` lists the items of a list, `NAME?` says that ticks were shown, `NAME@` is
    the choice between a list and a word."""
    names: Names = defaultdict(list)
    for name, value in pairs:
        names[name].append(value)
    state = FormState(kind)
    if kind.many:
        ids = list(dict.fromkeys(names.get("#", [])))[:MAX_ITEMS]
        state.items = [_record(kind.model, id, id, str(at), names) for at, id in enumerate(ids)]
    else:
        state.fields = _fields(kind.model, "", "", names, kind.markdown)
    return state


def _record(model: type[Record], id: str, name: str, key: str, names: Names) -> ItemState:
    return ItemState(id, name, key, fields=_fields(model, f"{name}.", f"{key}.", names))


def _fields(model: type[Record], name: str, key: str, names: Names, markdown: bool = False) -> list[FieldState]:
    return [_field(model, spec, name, key, names, markdown) for spec in specs(model)]


def _field(model: type[Record], spec: FieldSpec, name: str, key: str, names: Names, markdown: bool) -> FieldState:
    widget = widget_of(model, spec.key, markdown)
    state = FieldState(spec, widget, f"{name}{spec.key}", f"{key}{spec.key}")
    here = state.name
    if widget.either:
        state.choice = names[f"{here}@"][0] if f"{here}@" in names else GIVEN
    if widget.kind == CHECKS:
        state.absent, state.texts = f"{here}?" not in names, names.get(here, [])
    elif widget.kind == PART:
        assert spec.part is not None
        state.fields = _fields(spec.part, f"{here}.", f"{state.key}.", names)
        state.absent = f"{here}@" not in names and all(one.absent for one in state.fields)
    elif state.is_list:
        state.absent = f"{here}?" not in names
        for at, id in enumerate(list(dict.fromkeys(names.get(f"{here}#", [])))[:MAX_ITEMS]):
            item = ItemState(id, f"{here}.{id}", f"{state.key}.{at}", plain=True)
            if widget.kind == TEXTS or item.name in names:
                item.text = names.get(item.name, [""])[0]
            else:
                assert spec.part is not None
                item = _record(spec.part, id, item.name, item.key, names)
            state.items.append(item)
    else:
        state.absent, state.text = here not in names, names.get(here, [""])[0]
    return state


def acted(state: FormState, act: str) -> FormState:
    """The form after a button of a list was pressed: `add:NAME`, `remove:NAME.ID`, `up:NAME.ID`, `down:NAME.ID`. An act
    that fits no list changes nothing."""
    verb, _, target = act.partition(":")
    for name, items, owner in state.every_list():
        if verb == "add" and target == name:
            _add(state, items, owner)
            break
        at = next((at for at, item in enumerate(items) if item.name == target), None)
        if at is None:
            continue
        if verb == "remove":
            del items[at]
        elif verb in ("up", "down") and 0 <= (to := at + (1 if verb == "down" else -1)) < len(items):
            items[at], items[to] = items[to], items[at]
        break
    return placed(state)


def _add(state: FormState, items: list[ItemState], owner: FieldState | None) -> None:
    used = [int(item.id[1:]) for item in items if item.id[:1] == "+" and item.id[1:].isdigit()]
    id = f"+{max(used, default=0) + 1}"
    if owner is None:
        items.append(record_item(state.kind.model, id, "", len(items), {}))
    else:
        owner.choice = GIVEN if owner.widget.either and owner.choice == BLANK else owner.choice
        items.append(new_item(owner, id, len(items)))


def placed(state: FormState) -> FormState:
    """The same form with the keys of all items counted again."""
    state.items = [_moved(item, str(at)) for at, item in enumerate(state.items)]
    state.fields = [_keyed(one, "") for one in state.fields]
    return state


def _keyed(state: FieldState, above: str) -> FieldState:
    key = f"{above}{state.spec.key}"
    return replace(
        state,
        key=key,
        fields=[_keyed(one, f"{key}.") for one in state.fields],
        items=[_moved(item, f"{key}.{at}") for at, item in enumerate(state.items)],
    )


def _moved(item: ItemState, key: str) -> ItemState:
    return replace(item, key=key, fields=[_keyed(one, f"{key}.") for one in item.fields])
