"""A browser that forbids pages to store anything."""

from __future__ import annotations

BLOCKED = (
    "for (const name of ['localStorage', 'sessionStorage']) Object.defineProperty(window, name, "
    "{ get() { throw new DOMException('denied', 'SecurityError'); } })"
)
