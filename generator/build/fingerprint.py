"""What other pages, lists, indexes and checks can see of a procedure: everything but the long texts of its own page.

A new template or export that shows one of these texts elsewhere makes tests/build/test_same_bytes.py fail; take it out of OWN_TEXTS in slim.py.
"""

from __future__ import annotations

import hashlib
from typing import NamedTuple

from generator.build.compact import pack
from generator.build.prescan import codes_in
from generator.checks._engine.context import plain_name
from generator.loading.store import Entry


class Outline(NamedTuple):
    """digest: of all that others can see; names: the record's own code and name; mentions: codes anywhere in its text."""

    digest: bytes
    names: frozenset[str]
    mentions: frozenset[str]


def outline(entry: Entry, packed: bytes = b"", mentions: frozenset[str] | None = None) -> Outline:
    """The outline of a procedure that was read without a fault. packed, mentions: where they are known already."""
    record = entry.record
    names = frozenset(name for name in (record.code, plain_name(record.name or "")) if name)
    if mentions is None:
        mentions = codes_in(entry.document.text)
    seen = repr(sorted(mentions)).encode() + (packed or pack(record))
    return Outline(hashlib.blake2b(seen, digest_size=16).digest(), names, mentions)


def near(one: Outline, other: Outline) -> bool:
    """Whether the page or the check of `one` may look at `other`: one of them names the other, or both have a name in common."""
    return not (one.names.isdisjoint(other.names | other.mentions) and one.mentions.isdisjoint(other.names))
