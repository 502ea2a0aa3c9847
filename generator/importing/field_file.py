"""fields.yml: appends the fields that imported records reference and the file does not have yet."""

from __future__ import annotations

from generator.importing.destination import slug
from generator.importing.yaml_writer import dump_list
from generator.plain_data import Fields
from generator.schema.portable_names import portable
from generator.schema.service_field import ServiceField
from generator.text.alphabet import sort_key
from generator.text.folding import fold


class FieldFile:
    """Looks up fields by name, ignoring case and diacritics, and collects the new ones."""

    def __init__(self, lines: list[Fields]) -> None:
        self._by_name = {fold(str(line.get("ten", ""))): line for line in lines if line.get("ten")}
        self._slugs = {str(line.get("slug")) for line in lines}
        self.new: list[Fields] = []

    def settle(self, name: str) -> tuple[str, str]:
        """Return (the field's name as in fields.yml, its slug); adds the field when it is new."""
        key = fold(name)
        if key not in self._by_name:
            base, number = portable(slug(name, 60) or "linh-vuc"), 2
            unique = base
            while unique in self._slugs:
                unique, number = f"{base}-{number}", number + 1
            self._slugs.add(unique)
            self._by_name[key] = {"ten": name, "slug": unique}
            self.new.append(self._by_name[key])
        found = self._by_name[key]
        return str(found["ten"]), str(found.get("slug") or slug(name, 60))

    def text(self, old: str | None) -> str | None:
        """The new text of the file, or None when there are no new fields."""
        if not self.new:
            return None
        added = dump_list(ServiceField, sorted(self.new, key=lambda line: sort_key(line["ten"])))
        return added if not (old or "").strip() else f"{(old or '').rstrip()}\n{added}"
