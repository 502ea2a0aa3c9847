"""The content folder to import into: finds existing files, fields and laws, and names new files."""

from __future__ import annotations

import re
from collections.abc import Container
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from generator.importing.draft_record import ImportRefused
from generator.io.causes import cause_of
from generator.io.guard import guard_content
from generator.io.transaction import recover
from generator.limits import MAX_NAME
from generator.loading.folder import list_content, locate
from generator.loading.yaml.parse import parse
from generator.loading.yaml.positions import YamlError
from generator.plain_data import Fields
from generator.schema.portable_names import portable
from generator.text.folding import fold

NO_FIELD = "chua-ro-linh-vuc"
_CODE = re.compile(r"^ma_thu_tuc:[ \t]*(['\"]?)([^'\"#\n]*?)\1[ \t]*(?:#.*)?$", re.MULTILINE)


def slug(text: str, longest: int = 80) -> str:
    """A lower-case, unaccented slug with words joined by dashes, cut at a word boundary after `longest` characters."""
    words = re.sub(r"[^a-z0-9]+", "-", fold(text)).strip("-")
    return words if len(words) <= longest else words[: longest + 1].rsplit("-", 1)[0]


@dataclass
class ContentFolder:
    """root: the content folder. `--to` may name it or its `procedures` folder."""

    root: Path
    _texts: dict[Path, str] = field(default_factory=dict)

    @classmethod
    def at(cls, to: Path) -> ContentFolder:
        """The content folder at `to`.

        Raises ImportRefused when `to` is a file or inside one, OutputRefused when the folder has another purpose.
        """
        if to.exists() and not to.is_dir():
            raise ImportRefused(f"{to}: là một tệp, không phải thư mục.")
        resolved = to.resolve()
        root = resolved.parent if resolved.name == "procedures" else resolved
        guard_content(to, root, named=resolved != root)
        recover(root)
        return cls(root)

    def text(self, file: Path) -> str | None:
        """The text of `file`, or None when it does not exist. Raises ImportRefused when it is not readable UTF-8."""
        if file not in self._texts:
            if not file.is_file():
                return None
            try:
                raw = file.read_bytes()
                self._texts[file] = raw.removeprefix(b"\xef\xbb\xbf").decode("utf-8").replace("\r\n", "\n")
            except (OSError, UnicodeDecodeError) as error:
                raise ImportRefused(
                    f"{file}: không đọc được tệp đã có ({cause_of(error)}). Sửa tệp này trước."
                ) from None
        return self._texts[file]

    @cached_property
    def _sorted_files(self) -> list[tuple[Path, str]]:
        """(file, code) of the existing procedures; x.yml before x-2.yml."""
        files = []
        for file in sorted((self.root / "procedures").glob("**/*.y*ml"), key=lambda file: (len(file.name), file)):
            code = _CODE.search(self.text(file) or "")
            files.append((file, code[2] if code else ""))
        return files

    def files_of(self, code: str, name: str) -> list[Path]:
        """The existing files of a record: by code, or by name when it has no code (several files may share a name)."""
        return (self._by_code if code else self._by_name).get(code or fold(name), [])

    @cached_property
    def _by_code(self) -> dict[str, list[Path]]:
        by_code: dict[str, list[Path]] = {}
        for file, code in self._sorted_files:
            if code:
                by_code.setdefault(code, []).append(file)
        return by_code

    @cached_property
    def _by_name(self) -> dict[str, list[Path]]:
        by_name: dict[str, list[Path]] = {}
        for file, code in self._sorted_files:
            name = "" if code else self._value(self.text(file) or "", "ten_thu_tuc")
            if name:
                by_name.setdefault(fold(name), []).append(file)
        return by_name

    @cached_property
    def known(self) -> tuple[tuple[str, str, str], ...]:
        """(code, name, field) of the existing procedures, for matching names."""
        texts = ((code, self.text(files[0]) or "") for code, files in self._by_code.items())
        return tuple((code, self._value(text, "ten_thu_tuc"), self._value(text, "linh_vuc")) for code, text in texts)

    @cached_property
    def fields(self) -> list[Fields]:
        """The entries of fields.yml; [] when there is no such file. Raises ImportRefused when it is invalid."""
        text = self.text(self.root / "fields.yml")
        if text is None:
            return []
        try:
            data = parse(text)
        except YamlError as error:
            raise ImportRefused(
                f"{self.root / 'fields.yml'}:{error.line}: {error.message}. Sửa tệp này trước khi nhập."
            ) from None
        return [item for item in data or [] if isinstance(item, dict)]

    @cached_property
    def law_numbers(self) -> set[str]:
        """Document numbers of the existing laws, those that the package brings included."""
        files = [locate(self.root, path)[0] for path in list_content(self.root)[0] if path.startswith("laws/")]
        return {self._value(self.text(file) or "", "so_ky_hieu") for file in files} - {""}

    @staticmethod
    def _value(text: str, key: str) -> str:
        """The value of a top-level key. Only its own lines are parsed, as YAML because names may be folded scalars."""
        match = re.search(rf"^{key}:.*(?:\n[ \t]+.*)*", text, re.MULTILINE)
        try:
            return str((parse(match[0]) or {}).get(key) or "") if match else ""
        except YamlError:
            return ""

    def new_file(self, code: str, name: str, field_slug: str, used: Container[Path]) -> Path:
        """The path of a new record: procedures/FIELD/CODE.yml, or the slug of its name when it has no code."""
        stem = re.sub(r"[^\w.\-]+", "-", code)[:MAX_NAME].strip("-.") or slug(name) or "khong-ten"
        stem = portable(stem)
        folder = self.root / "procedures" / (field_slug or NO_FIELD)
        file, number = folder / f"{stem}.yml", 2
        while file in used or (file.exists() and not code):
            file, number = folder / f"{stem}-{number}.yml", number + 1
        return file
