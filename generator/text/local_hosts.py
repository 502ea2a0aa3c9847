"""Hosts that only one machine or one office's network reaches."""

from __future__ import annotations

# for expressions that say themselves what stands around it
LOCAL_HOST = (
    r"localhost|127(?:\.\d+){3}|10(?:\.\d+){3}|192\.168(?:\.\d+){2}|172\.(?:1[6-9]|2\d|3[01])(?:\.\d+){2}"
    r"|0\.0\.0\.0|\[::1?\]|[\w.-]+\.(?:local|lan|internal|localhost)"
)
# each address of such a host has one of these: what has none need not be searched
LOCAL_SIGNS = ("//localhost", "://1", "://0", "://[", ".local", ".lan", ".internal")
