"""Time limit and fees of a procedure in a uniform form: written with each channel, or once if all channels agree."""

from __future__ import annotations

from generator.plain_data import Fields

KEYS = ("cach_thuc_thuc_hien", "thoi_han_giai_quyet", "phi_le_phi")


def expand(data: Fields) -> Fields:
    """`data` with the common time limit and fees written in every channel; unchanged without channels."""
    channels = data.get(KEYS[0])
    if not isinstance(channels, list) or not channels or not all(isinstance(channel, dict) for channel in channels):
        return data
    common = {key: data[key] for key in KEYS[1:] if key in data}
    made = {key: value for key, value in data.items() if key not in common}
    made[KEYS[0]] = [{**common, **channel} for channel in channels]
    return made


def collapse(data: Fields) -> Fields:
    """`data` with what all channels share written once for the procedure."""
    channels = data.get(KEYS[0])
    if not isinstance(channels, list) or not channels or not all(isinstance(channel, dict) for channel in channels):
        return data
    made = dict(data)
    for key in KEYS[1:]:
        values = [channel.get(key) for channel in channels]
        if values[0] is not None and all(value == values[0] for value in values):
            made[key] = values[0]
            channels = [{name: value for name, value in channel.items() if name != key} for channel in channels]
    made[KEYS[0]] = channels
    return made
