"""`light-dark(A, B)` spelled out for browsers older than 2024: a palette is written once, in `:root`, and published as
three rules: the light one, the dark one for devices that are dark, the dark one for visitors who chose it."""

from __future__ import annotations

import re

_PALETTE = re.compile(r":root\s*+\{([^{}]*?light-dark\([^{}]*+)\}")
_PAIR = re.compile(r"(?<![\w-])(--[\w-]++)\s*+:\s*+light-dark\(\s*+([^(),]++),\s*+([^(),]++)\)")


def expand(style: str) -> str:
    """`style` with each palette spelled out. Raises ValueError for `light-dark()` anywhere else."""

    def palette(match: re.Match[str]) -> str:
        light = _PAIR.sub(r"\1: \2", match[1])
        dark = " ".join(f"{name}: {value.strip()};" for name, _, value in _PAIR.findall(match[1]))
        return (
            f":root {{{light}}}\n"
            f"@media (prefers-color-scheme: dark) {{ :root:not([data-theme=light]) {{ {dark} }} }}\n"
            f":root[data-theme=dark] {{ {dark} }}"
        )

    expanded = _PALETTE.sub(palette, style)
    uncommented = re.sub(r"/\*.*?(?:\*/|\Z)", "", expanded, flags=re.DOTALL)
    if "light-dark(" in uncommented:
        raise ValueError(f"light-dark() outside :root: {uncommented[uncommented.index('light-dark(') :][:60]}")
    return expanded
