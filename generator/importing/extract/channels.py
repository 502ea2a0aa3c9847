"""Submission channels: values common to all channels are set on the procedure, others on each channel."""

from __future__ import annotations

from dataclasses import dataclass, field

from generator.importing.draft_record import FEE_NOT_SAID, DraftRecord
from generator.importing.extract.fees import DraftFee, join_fees
from generator.importing.extract.time_limits import DraftTimeLimit, differs
from generator.importing.text_cleaning import no_bullet
from generator.plain_data import Fields, Unchecked
from generator.schema.values import UNKNOWN


@dataclass(slots=True)
class DraftChannel:
    """One row of the source table “Cách thức thực hiện”."""

    kind: str
    limit: DraftTimeLimit
    fees: list[DraftFee] = field(default_factory=list)
    note: str = ""


def set_channels(record: DraftRecord, channels: list[DraftChannel]) -> None:
    """Set channels, time limits and fees in `record`; a value common to all channels is written once."""
    limits, amounts = [], []
    for channel in channels:
        amounts.append(_fees(record, channel))
        limits.append(_limit(record, channel))
    same_limit, same_fees = _same(limits), _same(amounts)
    if same_limit and channels:
        record.set("thoi_han_giai_quyet", limits[0])
    if same_fees and channels:
        record.set("phi_le_phi", amounts[0])
    lines = []
    for channel, limit, amount in zip(channels, limits, amounts, strict=True):
        entry: Fields = {"hinh_thuc_nop": channel.kind}
        if not same_limit:
            entry["thoi_han_giai_quyet"] = limit
        if not same_fees:
            entry["phi_le_phi"] = amount
        if channel.note:
            entry["mo_ta"] = no_bullet(channel.note)
        if entry not in lines:
            lines.append(entry)
    record.set("cach_thuc_thuc_hien", lines)
    # An uncertain value that is set on a channel makes the list of channels uncertain.
    if not same_limit or not same_fees:
        for key, reason in list(record.doubts):
            if key in {"thoi_han_giai_quyet", "phi_le_phi"} and key not in record.data:
                record.flag_uncertain("cach_thuc_thuc_hien", reason)


def _limit(record: DraftRecord, channel: DraftChannel) -> Fields | str:
    """The time limit of a channel; what is uncertain about it is noted in the record."""
    if channel.limit.reason:
        record.flag_uncertain("thoi_han_giai_quyet", channel.limit.reason)
    if other := differs(channel.limit.value, channel.note):
        record.flag_uncertain("thoi_han_giai_quyet", f"phần mô tả cách nộp ghi {other}, khác thời hạn ở bảng")
    return UNKNOWN if channel.limit.value is None else channel.limit.value


def _fees(record: DraftRecord, channel: DraftChannel) -> list[Fields] | str:
    """The fees of a channel; what is uncertain about them is noted in the record."""
    value, reasons = join_fees(channel.fees)
    for reason in [*reasons, "" if channel.fees else FEE_NOT_SAID]:
        if reason:
            record.flag_uncertain("phi_le_phi", reason)
    return UNKNOWN if value is None else value


def _same(values: list[Unchecked]) -> bool:
    return all(value == values[0] for value in values)
