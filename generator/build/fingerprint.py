"""What other pages, lists, indexes and checks can see of a procedure: everything but the long texts of its own page.

A new template or export that shows one of these texts elsewhere makes tests/build/test_same_bytes.py fail; take it out of OWN_TEXTS in slim.py.
"""

from __future__ import annotations

import hashlib
from typing import NamedTuple

from generator.build.compact import serialise
from generator.build.prescan import find_codes
from generator.checks._engine.context import normalised_name
from generator.loading.store import Entry


class DependencyFingerprint(NamedTuple):
    """digest: of all that others can see; names: the record's own code and name; mentions: codes anywhere in its text."""

    digest: bytes
    names: frozenset[str]
    mentions: frozenset[str]


def fingerprint_of(entry: Entry, packed: bytes = b"", mentions: frozenset[str] | None = None) -> DependencyFingerprint:
    """The outline of a procedure that was read without a fault. packed, mentions: where they are known already."""
    record = entry.record
    names = frozenset(name for name in (record.code, normalised_name(record.name or "")) if name)
    if mentions is None:
        mentions = find_codes(entry.document.text)
    seen = repr(sorted(mentions)).encode() + (packed or serialise(record))
    return DependencyFingerprint(hashlib.blake2b(seen, digest_size=16).digest(), names, mentions)


def is_dependency(one: DependencyFingerprint, other: DependencyFingerprint) -> bool:
    """Whether the page or the check of `one` may look at `other`: one of them names the other, or both have a name in common."""
    return not (one.names.isdisjoint(other.names | other.mentions) and one.mentions.isdisjoint(other.names))
