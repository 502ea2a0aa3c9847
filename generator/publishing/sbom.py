"""What the site was built with, and under which licences: a software bill of materials (CycloneDX 1.5) and a plain
list.

Only packages actually used: the generator's requirements and their dependencies. No clock, no machine names.
"""

from __future__ import annotations

import json
import re
from functools import lru_cache
from importlib.metadata import Distribution, PackageNotFoundError, distribution, distributions
from typing import Any

from generator import __version__

ROOT = "tthc"
STARTS = "generator.cli:main"  # the distribution whose command this is; an environment may know it by an older name
# parts of the published files that are not Python packages
WITHIN = (
    ("Pagefind (pagefind.js, wasm)", "MIT", "pagefind-bin"),
    ("Material Design Icons", "Apache-2.0", ROOT),
)


def sbom() -> bytes:
    """CycloneDX JSON of every package, sorted by name."""
    components = [
        {
            "type": "library",
            "bom-ref": f"pkg:pypi/{name}@{version}",
            "name": name,
            "version": version,
            "purl": f"pkg:pypi/{name}@{version}",
            "licenses": [{"license": {"name": licence}}],
        }
        for name, version, licence in packages()
    ]
    within = [
        {
            "type": "library",
            "bom-ref": f"within:{owner}:{name}",
            "name": name,
            "licenses": [{"license": {"name": licence}}],
        }
        for name, licence, owner in WITHIN
    ]
    data: dict[str, Any] = {
        "$schema": "http://cyclonedx.org/schema/bom-1.5.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": "1.5",
        "version": 1,
        "metadata": {"component": {"type": "application", "bom-ref": ROOT, "name": ROOT, "version": __version__}},
        "components": components + within,
    }
    return (json.dumps(data, ensure_ascii=False, indent=1) + "\n").encode()


def licences() -> bytes:
    """Plain text, one line per package."""
    rows = [f"{name} {version}: {licence}" for name, version, licence in packages()] + [
        f"{name}: {licence} (trong {owner})" for name, licence, owner in WITHIN
    ]
    return ("Trang này được dựng bằng các phần mềm nguồn mở sau:\n\n" + "\n".join(rows) + "\n").encode()


@lru_cache(maxsize=1)
def packages() -> tuple[tuple[str, str, str], ...]:
    """(name, version, licence) of every package the generator needs at run time, except itself."""
    by_name: dict[str, tuple[str, str, str]] = {}
    waiting = [name for package in distributions() if _is_ours(package) for name in _needs(package.name)]
    while waiting:
        name = waiting.pop()
        if name in by_name:
            continue
        try:
            package = distribution(name)
        except PackageNotFoundError:
            continue  # required on other systems only
        by_name[name] = (name, package.version, _licence(package))
        waiting += _needs(name)
    return tuple(by_name[name] for name in sorted(by_name))


def _is_ours(package: Distribution) -> bool:
    return any(point.value == STARTS for point in package.entry_points)


def _needs(name: str) -> list[str]:
    try:
        rows = distribution(name).requires or []
    except PackageNotFoundError:
        return []
    plain = [row for row in rows if "extra ==" not in row]
    with_bin = ["pagefind-bin"] if name == "pagefind" else []
    return [_plain(re.split(r"[^A-Za-z0-9._-]", row.strip(), maxsplit=1)[0]) for row in plain] + with_bin


def _licence(package: Distribution) -> str:
    facts = package.metadata
    expression = "".join(facts.get_all("License-Expression") or [])
    classes = [row.rpartition(" :: ")[2] for row in facts.get_all("Classifier") or [] if row.startswith("License ::")]
    words = "".join(facts.get_all("License") or []).strip().splitlines()
    return expression or ", ".join(sorted(classes)) or (words[0] if words else "chưa rõ")


def _plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()
