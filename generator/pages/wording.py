"""The smallest pieces of text that all others are made of."""

from __future__ import annotations

MISSING = "Chưa có thông tin"


def money(amount: int) -> str:
    """1000 -> `1.000 đồng`."""
    return f"{amount:,} đồng".replace(",", ".")


def sentence(text: str | None) -> str:
    """First letter upper case."""
    return text[:1].upper() + text[1:] if text else ""


def unbroken_names(text: str) -> str:
    """`UBND huyện Tứ Kỳ, tỉnh Hải Dương` with the names of two syllables kept on one line."""
    return ", ".join("\u00a0".join(part.rsplit(" ", 1)) for part in text.split(", "))


def lower_first(title: str) -> str:
    """`Xã Tân An` as it is written inside a sentence: `xã Tân An`."""
    return title[:1].lower() + title[1:]
