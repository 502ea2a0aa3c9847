"""Content with at least one record of every kind there is, and an attack in every field that takes a text."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Literal, get_args, get_origin

import yaml

from generator.schema.kinds import BY_NAME, Kind, kind_of
from generator.schema.record import Record, specs
from tests.conftest import PROJECT, SMALL

OVERLAY = "gio_tiep_nhan: Thứ hai\nquay: Quầy số 2\nghi_chu: Mang theo căn cước.\nngay_ra_soat: 2023-12-31\n"
REMOVED = (
    "- {bo_du_lieu: thu-tuc, ma: '1.000999', ngay: 2023-11-30, ly_do: Đăng nhầm mã., thay_the_boi: ['1.001193']}\n"
)
FATES = """\
- ma_thu_tuc: "2.000815"
  hien_nay: tiếp tục
  nguon: https://dichvucong.gov.vn/thu-tuc/1
  ngay: 2026-11-26
  ghi_chu: Cấp xã làm.
- ma_thu_tuc: "1.000001"
  hien_nay: được thay
  thay_boi: [{ma: "1.013133", ten: Thủ tục thay thế}]
  nguon: https://dichvucong.gov.vn/thu-tuc/2
  ngay: 2026-11-26
  ghi_chu: Gộp.
"""
EDITIONS = """\
cac_ban:
  - {ngay: 2023-12-31, thu_muc: ban-2023, ten: Bản năm 2023}
  - {ngay: 2026-11-26, thu_muc: hien-nay, ten: Bản hiện nay}
"""
OPEN_DATA = "du_lieu_mo: 100\n"
OFFICIAL = 5  # procedures of the official list that are kept
PER_KIND = 2  # files, of kinds that the small site has none of
# what joins records or says which they are; another case attacks these
LEFT_OUT = {
    "slug",
    "ma",
    "ma_thu_tuc",
    "ma_don_vi",
    "don_vi",
    "thuoc",
    "linh_vuc",
    "so_ky_hieu",
    "van_ban",
    "thu_tuc",
    "co_quan",
    "co_quan_thuc_hien",
    "gom",
    "nam",
    "so",
}


def whole(folder: Path, editions: bool = True) -> Path:
    """The small site's content, with the district's own plan and files for the kinds that it lacks. editions: of two
    days, so that versions and what became of a procedure are shown, which makes twice as many pages; else of one."""
    content = Path(shutil.copytree(SMALL, folder / "content"))
    shutil.rmtree(content / "plan")
    shutil.copytree(PROJECT / "content/plan", content / "plan")  # its registers show only what its own tasks ask for
    with (content / "site.yml").open("a", encoding="utf-8") as file:
        file.write((EDITIONS if editions else "") + OPEN_DATA)
    (content / "removed.yml").write_text(REMOVED, "utf-8")
    (content / "fates.yml").write_text(FATES, "utf-8")
    have = {kind.name for _, kind in files_of(content)}
    count: dict[str, int] = {}
    for path, kind in files_of(PROJECT / "content"):
        target = content / path.relative_to(PROJECT / "content")
        base = target.with_name(f"{path.stem.partition('@')[0]}{path.suffix}")  # a version says nothing without it
        if kind.name not in have and count.get(kind.name, 0) < PER_KIND and (base == target or base.exists()):
            count[kind.name] = count.get(kind.name, 0) + 1
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, target)
    for path in (content / "catalogue").glob("*.yml"):
        data = yaml.load(path.read_text("utf-8"), yaml.CBaseLoader)
        data["thu_tuc"] = data["thu_tuc"][:OFFICIAL]
        path.write_text(yaml.safe_dump(data, allow_unicode=True, sort_keys=False), "utf-8")
    overlay = content / "units/an-thanh/overlay/1.001193.yml"
    overlay.parent.mkdir(parents=True)
    overlay.write_text(f'ma_thu_tuc: "1.001193"\n{OVERLAY}', "utf-8")
    (overlay.parent / "don-vi.yml").write_text(OVERLAY, "utf-8")
    assert {kind.name for _, kind in files_of(content)} == set(BY_NAME)
    return content


def files_of(content: Path) -> Iterator[tuple[Path, Kind]]:
    """(file, its kind), sorted."""
    for path in sorted(content.rglob("*")):
        kind = kind_of(path.relative_to(content).as_posix()) if path.is_file() else None
        if kind:
            yield path, kind


def attack_every_text(content: Path, payload: Callable[[str], str], markdown: str) -> int:
    """Write `payload(key)` into every field that takes any text, those that were left out included; choices, numbers,
    days
    and what joins records stay, so that everything is shown. markdown: a body for pages written in it. Returns how
    many."""
    count = 0

    def attacked(model: type[Record], data: dict[str, Any]) -> None:
        nonlocal count
        for spec in specs(model):
            given = data.get(spec.key)
            if spec.part is not None:
                for item in given if isinstance(given, list) else [given]:
                    if isinstance(item, dict):
                        attacked(spec.part, item)
            elif spec.key not in LEFT_OUT and _text(spec.annotation):
                data[spec.key] = [payload(spec.key) for _ in given or "x"] if spec.is_list else payload(spec.key)
                count += 1

    for path, kind in files_of(content):
        front = path.read_text("utf-8").split("---\n", 2)[1] if kind.markdown else path.read_text("utf-8")
        data = yaml.load(front, yaml.CBaseLoader)
        for item in data if kind.many else [data]:
            attacked(kind.model, item)
        text = yaml.dump(data, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False)
        path.write_text(f"---\n{text}---\n{markdown}" if kind.markdown else text, "utf-8")
    return count


def _text(annotation: Any) -> bool:
    """True when any text will do."""
    if annotation is str:
        return True
    return get_origin(annotation) is not Literal and any(_text(arg) for arg in get_args(annotation))
