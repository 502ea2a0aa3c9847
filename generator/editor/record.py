"""One record being edited: from its file, draft or submitted form to a text, its problems and its changes in words."""

from __future__ import annotations

from dataclasses import dataclass, field

from generator.editing.align import align
from generator.editing.nodes import NotEditable
from generator.editing.record_text import RecordText, Unreadable
from generator.editing.rewrite import data_of, rewrite
from generator.editing.written import items_text, pruned, typed_data
from generator.editor.app import Editor
from generator.editor.checking import check_draft, new_errors
from generator.editor.form.state import FormState, form_of
from generator.editor.form.submission import acted, submitted
from generator.editor.form.to_data import Places, data_from, form_key
from generator.editor.form_files import fill_hashes
from generator.editor.loaded_content import LoadedFile
from generator.editor.titles import kind_label, label_of
from generator.editor.words import words
from generator.editor.workspace import NEW, ChangedUnderneath, OpenFile
from generator.importing.yaml_writer import dump
from generator.loading.yaml.positions import YamlError
from generator.plain_data import Unchecked
from generator.problem import Problem
from generator.schema.kinds import BODY_KEY, Kind

WHOLE = "_van_ban"  # name of the control with the whole text, for files that no form can show


@dataclass(slots=True)
class Editing:
    """base: the file as the form knows it; now: as it is on the disk; text: what the form says, uniform line ends;
    form: None if only the whole text can be edited, reason: why."""

    base: OpenFile
    now: OpenFile
    source: RecordText
    text: str
    form: FormState | None
    reason: str = ""
    data: Unchecked = None
    places: Places = field(default_factory=dict)

    @property
    def path(self) -> str:
        return self.base.path

    @property
    def kind(self) -> Kind:
        return self.base.kind

    @property
    def stale(self) -> bool:
        """True if the file changed since the form was opened."""
        return self.base.digest != self.now.digest

    @property
    def changed(self) -> bool:
        return self.text != self.source.text

    @property
    def raw(self) -> bytes:
        """The bytes to write."""
        return self.source.bytes_with(self.text)


@dataclass(slots=True)
class Verdict:
    """problems: of the draft, keys as in the form; before: of the file as it is; sentences: (text, is public)."""

    problems: list[Problem]
    before: list[Problem]
    sentences: list[tuple[str, bool]]
    draft: LoadedFile

    @property
    def errors(self) -> list[Problem]:
        """The errors that this change brings: they block saving."""
        return new_errors(self.problems, self.before)


def opened(editor: Editor, path: str, *, new: bool = False) -> Editing:
    """The record as in its draft, or as on the disk. Raises NoSuchRecord."""
    now = editor.workspace.open(path, may_be_new=new or editor.drafts.of(path) is not None)
    draft = editor.drafts.of(path)
    base = now
    if draft is not None:
        base = OpenFile(path, now.kind, draft.base, draft.digest if draft.base else NEW)
    editor.bases.keep(base)
    return _editing(base, now, draft.text if draft else None)


def _editing(base: OpenFile, now: OpenFile, text: str | None) -> Editing:
    try:
        source = RecordText.of(base.raw)
    except Unreadable as error:
        return Editing(base, now, RecordText(base.raw.decode("utf-8", "replace")), "", None, str(error))
    kind = base.kind
    text = source.text if text is None else text
    try:
        before = data_of(source.text, kind) if source.text.strip() else None
        data = data_of(text, kind) if text.strip() else None
        rewrite(source.text, kind, before) if source.text.strip() else None
    except YamlError as error:
        return Editing(base, now, source, text, None, f"dòng {error.line}: {error.message}")
    except NotEditable as error:
        return Editing(base, now, source, text, None, str(error))
    state = form_of(kind, data, before)
    if part := _unshown(state, data):
        return Editing(base, now, source, text, None, f"phần “{part}” ghi khác kiểu mà ô của nó hiện được")
    editing = Editing(base, now, source, text, state, data=data)
    _remember_origins(state, before, data)
    return editing


def _unshown(state: FormState, data: object) -> str:
    """The label of a part that the form would change although nobody touched it, such as a list where a text belongs;
    "" if it has none."""
    again = pruned(data_from(state, data)[0])
    if again == pruned(data or ([] if state.kind.many else {})):
        return ""
    if state.kind.many or not isinstance(data, dict):
        return kind_label(state.kind)
    return next((label_of(state.kind, key) for key in data if pruned(data[key]) != again.get(key)), "")


def _remember_origins(state: FormState, before: Unchecked, data: Unchecked) -> None:
    """Names of items of a draft: the places that they have in the file."""

    def below(value: Unchecked, key: str) -> Unchecked:
        for part in key.split(".") if key else ():
            try:
                value = value[int(part)] if isinstance(value, list) else value[part]
            except (KeyError, IndexError, TypeError, ValueError):
                return None
        return value

    if pruned(before) == pruned(data):
        return
    renamed(state, lambda old_key, key: align(below(before, old_key) or [], below(data, key) or []))


def renamed(state: FormState, origins: Unchecked) -> None:
    """Give every item of the form the id of its position in the file."""

    def walk_items(items: list[Unchecked], old_key: str | None, name: str) -> None:
        key = items[0].key.rpartition(".")[0] if items else ""
        came = origins(old_key, key) if old_key is not None else [None] * len(items)
        fresh = 0
        for item, origin in zip(items, came, strict=True):
            fresh += origin is None
            item.id = str(origin) if origin is not None else f"+{fresh}"
            item.name = f"{name}.{item.id}" if name else item.id
            old = f"{old_key}.{origin}".lstrip(".") if origin is not None and old_key is not None else None
            walk_fields(item.fields, f"{item.name}.", old)

    def walk_fields(fields: list[Unchecked], name: str, old: str | None) -> None:
        for one in fields:
            one.name = f"{name}{one.spec.key}"
            old_key = f"{old}.{one.spec.key}".lstrip(".") if old is not None else None
            walk_fields(one.fields, f"{one.name}.", old_key)
            if one.items and one.choice == "@":
                walk_items(one.items, old_key, one.name)

    if state.kind.many:
        walk_items(state.items, "", "")
    else:
        walk_fields(state.fields, "", "")


def typed(editor: Editor, path: str, form: list[tuple[str, str]], base: str, act: str = "") -> Editing:
    """The record in the state of a submitted form. base: digest of the file that the form was built from. Raises
    NoSuchRecord, and ChangedUnderneath if that state is no longer known."""
    try:
        now = editor.workspace.open(path, may_be_new=True)
    except OSError:  # another program has it open: what is typed can be checked and kept meanwhile
        known = editor.bases.of(base)
        if known is None:
            raise
        now = OpenFile(path, editor.workspace.kind(path), known, base)
    raw = now.raw if base == now.digest else editor.bases.of(base)
    if raw is None:
        draft = editor.drafts.of(path)
        if draft is None or draft.digest != base:
            raise ChangedUnderneath(now.raw)
        raw = draft.base
    file = OpenFile(path, now.kind, raw, base)
    editor.bases.keep(file)
    whole = next((value for name, value in form if name == WHOLE), None)
    if whole is not None:
        text = whole.replace("\r\n", "\n").replace("\r", "\n")
        source = _source(raw)
        return Editing(file, now, source, text, None, "")
    kind, source = now.kind, RecordText.of(raw)
    state = submitted(kind, form)
    if act:
        state = acted(state, act)
    before = data_of(source.text, kind) if source.text.strip() else None
    data, places = data_from(state, before)
    fill_hashes(editor.content, data, before)
    text = rewrite(source.text, kind, data) if source.text.strip() else new_text(kind, data)
    draft = editor.drafts.of(path)
    if draft and draft.text != text and draft.base == raw and pruned(_data_in(draft.text, kind)) == pruned(data):
        text = draft.text  # the same record in the words of an earlier state that was taken back
    return Editing(file, now, source, text, state, data=data, places=places)


def _source(raw: bytes) -> RecordText:
    try:
        return RecordText.of(raw)
    except Unreadable:
        return RecordText(raw.decode("utf-8", "replace"))


def new_text(kind: Kind, data: Unchecked) -> str:
    """The text of a file that does not exist yet."""
    if kind.many:
        return items_text(kind.model, pruned(list(data or [])))
    record = pruned(dict(data or {}))
    body = str(record.pop(BODY_KEY, "")) if kind.markdown else ""
    text = dump(kind.model, typed_data(kind.model, record)) if record else ""
    return f"---\n{text}---\n\n{body}\n" if kind.markdown else text


def judged(editor: Editor, editing: Editing) -> Verdict:
    """The problems of the text and the changes it makes."""
    before_file, before = (
        check_draft(editor.loaded, editing.path, editing.kind, editing.source.text, editor.as_of)
        if editing.base.raw
        else (LoadedFile((0, 0), editing.kind), [])
    )
    if not editing.changed:
        problems, draft = before, before_file
    else:
        draft, problems = check_draft(editor.loaded, editing.path, editing.kind, editing.text, editor.as_of)
    problems = [one._replace(key=form_key(one.key, editing.places)) if editing.places else one for one in problems]
    return Verdict(problems, before, words(editing.kind, before_file.entries, draft.entries), draft)


def data_or_none(kind: Kind, raw: bytes | None) -> Unchecked:
    """The data of a file, None if it cannot be read."""
    try:
        return _data_in(RecordText.of(raw or b"").text, kind)
    except Unreadable:
        return None


def _data_in(text: str, kind: Kind) -> Unchecked:
    """The data of a text, None if it cannot be parsed."""
    try:
        return data_of(text, kind)
    except (YamlError, NotEditable):
        return None
