"""A folder with content, a theme and a site that is built again and again."""

from __future__ import annotations

import shutil
from pathlib import Path

from generator.build.pipeline import SiteBuilder, SiteOptions
from tests.conftest import PROJECT
from tests.support.folders import file_bytes

# the district before and after 2025-07-01, a commune that became part of another, and one that was split between two
UNITS = (
    *("hai-duong", "tu-ky", "an-thanh", "tien-dong", "hai-phong-2025"),
    *("tu-ky-2025", "chi-minh-2025", "lac-phuong-2025", "nguyen-giap-2025"),
)


class Place:
    """A small content folder of its own, a site built from it again and again, and the means to build it from
    nothing."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.content, self.site = folder, folder / "content", folder / "site"
        self.theme, self.as_of = folder / "theme", None
        shutil.copytree(PROJECT / "theme", self.theme)
        for name in (
            "site.yml",
            "agencies.yml",
            "fields.yml",
            "glossary.yml",
            *(f"units/{slug}.yml" for slug in UNITS),
            "holidays/2023.yml",
            *(f"guides/{name}.md" for name in ("sinh-con", "sinh-con@2025-07-01", "ket-hon")),
            "notices",
            *(f"search/{name}.yml" for name in ("abbreviations", "elsewhere", "fillers", "groups", "off-topic")),
            *(f"search/{name}.yml" for name in ("questions", "synonyms-ho-tich")),
        ):
            source = PROJECT / "content" / name
            (shutil.copytree if source.is_dir() else shutil.copy)(source, parent_made(self.content / name))
        for file in sorted((PROJECT / "content" / "laws").glob("*.yml"))[:8]:
            shutil.copy(file, parent_made(self.content / "laws" / file.name))
        procedures = PROJECT / "content" / "procedures"
        for file in [*sorted(procedures.rglob("*.yml"))[::30], procedures / "chung-thuc" / "2.000815.yml"]:
            shutil.copy(file, parent_made(self.content / file.relative_to(PROJECT / "content")))

    def keep(self) -> None:
        """Note the content and the theme as they are."""
        self.kept = {folder: file_bytes(folder) for folder in (self.content, self.theme)}

    def restore(self) -> Place:
        """Bring them back, whatever was done since. The site and the cache stay: the next build sees to them."""
        for folder, files in self.kept.items():
            now = file_bytes(folder)
            for name in now.keys() - files.keys():
                (folder / name).unlink()
            for name, data in files.items():
                if now.get(name) != data:
                    parent_made(folder / name).write_bytes(data)
        self.as_of = None
        self.build()
        return self

    def build(self, site: Path | None = None, cache: bool = True) -> SiteBuilder:
        """One build; errors in the content do not stop it."""
        made = SiteBuilder(
            self.content,
            site or self.site,
            [str(self.theme)],
            SiteOptions(as_of=self.as_of, search=False),
            cache=self.folder / ".cache" if cache else None,
        )
        made.check()
        made.write()
        return made

    def procedures(self) -> list[Path]:
        return sorted((self.content / "procedures").rglob("*.yml"))

    def files(self) -> dict[str, bytes]:
        """Every file of the site."""
        return file_bytes(self.site)

    def same(self, message: object = None) -> None:
        """The site that was built again is the one that a build from nothing makes; messages too."""
        again = self.build()
        fresh = self.build(self.folder / "fresh", cache=False)
        assert fresh.problems == again.problems, message
        was, now = file_bytes(self.folder / "fresh"), file_bytes(self.site)
        assert [name for name in was.keys() | now.keys() if was.get(name) != now.get(name)] == [], message


def parent_made(file: Path) -> Path:
    """`file`, whose folder is there now."""
    file.parent.mkdir(parents=True, exist_ok=True)
    return file
