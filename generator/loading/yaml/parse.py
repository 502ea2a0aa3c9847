"""Parses YAML to plain data: dicts, lists and *texts*. No types are guessed, so codes, times and `no` stay as written.

Plain files are read by fast.py; all others in one pass over libyaml's events: duplicate keys, anchors, tags, complex
keys and depth are rejected before anything is built (200,000 nested brackets crash libyaml's own constructor).
Positions are collected only on request: most files have no findings and never need them.
"""

from __future__ import annotations

from generator.loading.merge_conflict import HINT, REASON, marked_line
from generator.loading.yaml.fast import Unsupported, parse_fast
from generator.loading.yaml.positions import Positions, YamlError
from generator.plain_data import Unchecked


def parse(text: str, positions: Positions | None = None) -> Unchecked:
    """Build the data of the single YAML document in `text`; an empty text gives None. Raises YamlError."""
    try:
        return parse_fast(text, positions)
    except Unsupported:
        from generator.loading.yaml.full import parse_full

        if positions is not None:  # positions collected by the fast parser before it gave up
            positions.values.clear()
            positions.keys.clear()
        try:
            return parse_full(text, positions)
        except YamlError as error:
            if line := marked_line(text):  # whatever YAML makes of such a line
                raise YamlError("TT-182", line, 1, REASON, HINT) from None
            raise error
