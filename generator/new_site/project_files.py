"""The files around the content: README, what git ignores, the tool's version, the CI of the chosen forge."""

from __future__ import annotations

from generator.loading.tool_version import site_version
from generator.new_site.answers import SiteAnswers
from generator.new_site.template import filled

CI = {"github": ".github/workflows/trang.yml", "gitlab": ".gitlab-ci.yml"}
SYNC = {"github": ".github/workflows/theo-csdl-quoc-gia.yml", "gitlab": ".gitlab-ci.yml"}  # the weekly proposal


def project_files(answers: SiteAnswers) -> dict[str, str]:
    """Texts by path below the site's folder."""
    files = {
        "README.md": _filled("README", answers),
        ".gitignore": _filled("gitignore", answers),
        ".gitattributes": _filled("gitattributes", answers),
        "requirements.txt": _filled("requirements", answers),
        "soan.cmd": _filled("soan", answers).replace("\n", "\r\n"),  # Windows reads its scripts only so
    }
    if place := CI.get(answers.forge):
        files[place] = _filled(f"{answers.forge}-shards" if answers.shards > 1 else answers.forge, answers)
        weekly = SYNC[answers.forge]
        files[weekly] = files.get(weekly, "") + _filled(f"sync-{answers.forge}", answers)
    return files


def _filled(name: str, answers: SiteAnswers) -> str:
    unit = answers.unit
    others = [("các xã, phường" if answers.communes else ""), ("các đơn vị cũ" if answers.former else "")]
    place = CI.get(answers.forge)
    values = {
        "title": unit.title,
        "slug": unit.slug,
        "url": answers.url,
        "version": site_version(),
        "source": answers.source or "TỆP",
        "also": "".join(f", {words}" for words in others if words),
        "ci": f"\n    {place:<27} kiểm tra và dựng trang trên máy chủ git" if place else "",
        "shards": str(answers.shards),
        "numbers": ", ".join(str(number) for number in range(1, answers.shards + 1)),
    }
    return filled(name, **values)
