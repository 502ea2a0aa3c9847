"""Dependency fingerprint of a procedure: everything that other pages, lists, indexes and checks can depend on.

The long texts of its own page are left out. If a new template or export shows one of them elsewhere,
tests/build/test_same_bytes.py fails: remove that field from PRIVATE_FIELDS in compact.py.
"""

from __future__ import annotations

import hashlib
from typing import NamedTuple

from generator.build.compact import serialise
from generator.build.prescan import find_codes
from generator.checks._engine.context import normalised_name
from generator.loading.store import Entry


class DependencyFingerprint(NamedTuple):
    """digest: of the non-private fields; names: the record's own code and name; mentions: codes anywhere in its
    text."""

    digest: bytes
    names: frozenset[str]
    mentions: frozenset[str]


def fingerprint_of(entry: Entry, packed: bytes = b"", mentions: frozenset[str] | None = None) -> DependencyFingerprint:
    """The fingerprint of a procedure that was read without errors. packed, mentions: if computed already."""
    record = entry.record
    names = frozenset(name for name in (record.code, normalised_name(record.name or "")) if name)
    if mentions is None:
        mentions = find_codes(entry.document.text)
    content = repr(sorted(mentions)).encode() + (packed or serialise(record))
    return DependencyFingerprint(hashlib.blake2b(content, digest_size=16).digest(), names, mentions)


def is_dependency(one: DependencyFingerprint, other: DependencyFingerprint) -> bool:
    """True if rendering or checking `one` can depend on `other`: either mentions the other, or they share a name."""
    return not (one.names.isdisjoint(other.names | other.mentions) and one.mentions.isdisjoint(other.names))
