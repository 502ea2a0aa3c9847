"""From the state of a form to the data of the record, on top of the data that the form was made from."""

from __future__ import annotations

from generator.editing.align import Origin
from generator.editing.written import EMPTY, pruned
from generator.editor.form.state import GIVEN, FieldState, FormState, ItemState
from generator.editor.form.values import amount_per, parse_typed
from generator.editor.form.widgets import CHECKS, PART
from generator.plain_data import Fields, Unchecked
from generator.text.folding import fold

AMOUNT, PER = "muc_thu", "don_vi_tinh"  # of a fee

Places = dict[str, str]  # key of an item in the data → its key in the form, where they differ


def data_from(state: FormState, before: object) -> tuple[Unchecked, Places]:
    """(data, places). before: the data that the form showed; keys that the form does not know stay. Items in which
    nothing was filled in are left out, hence the places."""
    places: Places = {}
    if state.kind.many:
        rows = before if isinstance(before, list) else []
        return _items(state.items, rows, "", "", places), places
    return _record(state.fields, before if isinstance(before, dict) else {}, "", places), places


def form_key(key: str, places: Places) -> str:
    """The key in the form of a key of the data."""
    parts, found = key.split("."), ""
    for at in range(1, len(parts) + 1):
        step = f"{found}.{parts[at - 1]}" if found else parts[at - 1]
        found = places.get(".".join(parts[:at]), step)
    return found


def _record(fields: list[FieldState], before: Fields, key: str, places: Places) -> Fields:
    data = dict(before)
    for state in fields:
        if state.absent:
            continue
        name = state.spec.key
        value = _value(state, before.get(name), f"{key}{name}", places)
        if value not in EMPTY:
            data[name] = value
        elif before.get(name) not in EMPTY:
            del data[name]
    return _with_unit(data) if data.get(AMOUNT) != before.get(AMOUNT) else data


def _with_unit(data: Fields) -> Fields:
    """“8.000 đồng/bản” typed as the amount of a fee says its unit too. If the unit's own field says another one, the
    text stays as it is, and the check tells it from an amount."""
    amount, unit = amount_per(data[AMOUNT]) if isinstance(data.get(AMOUNT), str) else ("", "")
    if amount and fold(str(data.get(PER) or unit)) == fold(unit):
        return {**data, AMOUNT: amount, PER: data.get(PER) or unit}
    return data


def _value(state: FieldState, before: object, key: str, places: Places) -> Unchecked:
    if state.widget.either and state.choice != GIVEN:
        return state.choice
    if state.widget.kind == CHECKS:
        ticked = [text for text in state.texts if text]
        kept = [text for text in before if text in ticked] if isinstance(before, list) else []
        order = {word: at for at, word in enumerate(state.widget.words)}
        return kept + sorted({*ticked} - {*kept}, key=lambda word: order.get(word, len(order)))
    if state.widget.kind == PART:
        part = _record(state.fields, before if isinstance(before, dict) else {}, f"{key}.", places)
        return part if pruned(part) else {}
    if state.is_list:
        rows = before if isinstance(before, list) else []
        return _items(state.items, rows, f"{key}.", f"{state.key}.", places)
    return parse_typed(state.widget.kind, state.text, before if isinstance(before, str) else None)


def _items(items: list[ItemState], rows: list[Unchecked], key: str, shown_rows: str, places: Places) -> Origin:
    values: list[Unchecked] = []
    origins: list[int | None] = []
    for at, item in enumerate(items):
        origin = item.origin if item.origin is not None and item.origin < len(rows) else None
        old = rows[origin] if origin is not None else None
        here, there = f"{key}{len(values)}", f"{shown_rows}{at}"
        if here != there:
            places[here] = there
        value: Unchecked
        if item.plain:
            value = parse_typed("text", item.text, old if isinstance(old, str) else None)
        else:
            value = _record(item.fields, old if isinstance(old, dict) else {}, f"{here}.", places)
        if pruned(value) in EMPTY:
            places.pop(here, None)
            continue
        values.append(value)
        origins.append(origin)
    return Origin(values, origins)
