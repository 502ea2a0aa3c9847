"""Types of values that have no class of their own."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, TypeAlias

# What a YAML, JSON or table file, or a form, says, before anything has checked it: whoever reads it asks what it is.
Unchecked: TypeAlias = Any
# A record, or a part of one, as its file says it: key -> value. Keys are those of the model or those of a source.
Fields: TypeAlias = dict[str, Unchecked]

# What is written as JSON.
JsonValue: TypeAlias = "None | bool | int | float | str | Sequence[JsonValue] | Mapping[str, JsonValue]"
JsonObject: TypeAlias = dict[str, JsonValue]
