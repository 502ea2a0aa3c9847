"""What an editor writes in any field of any record is seen on a page, named by the check, or listed here with the
reason why not.

Every text field of one record of each kind gets a word of its own; the site is built, faults and all, and the words
are looked for."""

from __future__ import annotations

import html
import json
import re
import shutil
from typing import Any

import pytest
import yaml

from generator.loading.versions import VERSION_KINDS
from generator.schema.generated.reference import choices
from generator.schema.kinds import KINDS, SEARCH, kind_of
from generator.schema.record import FieldSpec, Record, specs
from tests.conftest import PROJECT, SMALL, tthc

pytestmark = pytest.mark.slow  # a whole site is built

# not for citizens to read, each with its reason; a name stands for the field and all below it
NOT_SHOWN = {
    "site.noi_dang": "where the site is published to: for the commands",
    "site.noi_nhung": "goes into the servers' headers",
    "site.ky_ban_in": "who signs the printed notices and lists of the site's own unit",
    "site.giay_phep_du_lieu": "becomes a link only as an address",
    "unit.phan_anh.bieu_mau_gop_y": "becomes a link only as an address",
    "law.bo_qua_kiem_tra": "why a check was set aside: for editors",
    "procedure.bo_qua_kiem_tra": "why a check was set aside: for editors",
    "unit.bo_qua_kiem_tra": "why a check was set aside: for editors",
    "procedure.bieu_mau.ma_nguon": "tells editors where a form was fetched",
    "procedure.bieu_mau.sha256": "tells editors whether a form changed",
    "procedure.cau_hoi.ma": "names a question inside the record and in addresses",
    "procedure.cau_hoi.chon.ma": "names an answer inside the record and in addresses",
    "task.san_pham.danh_sach": "the products of the sentence beside it, one by one, for counting",
    "field.bieu_tuong": "name of an icon",
    "handbook.hinh": "shown with the picture that it names; a word of its own names none (TT-280)",
    "guide.bieu_tuong": "name of an icon",
    "term.cach_viet_khac": "other spellings that are marked where a page has them",
    "holidays.lam_bu": "days worked instead: for counting",
    "official_list.thu_tuc.ten_thu_tuc": "shown of what is not posted; what is posted has a name of its own",
    "official_list.thu_tuc.linh_vuc": "the catalogue's own words for a field: for reports",
    "official_list.thu_tuc.co_quan": "who announced it: for reports",
    "overlay.phien_ban": "what the layer was written for: for the command that compares",
    "site.nguoi_ky": "whose keys sign the list of files: for publishing and verifying",
    "result.tong_cong": "the totals as reported; the page adds up its rows and TT-116 compares",
    "filler.ly_do": "why a word is in the list: for editors",
    "synonym.ly_do": "why two words are one: for editors",
    "off_topic.ly_do": "why a word is in the list: for editors",
}
# only the search and the scripts have these
IN_OPEN_DATA = "removed"  # the kind that only the open data and the stable names speak of
IN_DATA = ("tu_khoa", "ten_thuong_goi", "ten_khac", "gio_ngung_nhan", "ngay_nghi")
# values that other records or programs go by: a word more would make them another record
KEPT = {
    "phien_ban_cong_cu",
    "ma_thu_tuc",
    "slug",
    "so_ky_hieu",
    "linh_vuc",
    "dia_chi_trang",
    "thuoc",
    "don_vi",
    "ma",
    "cau_hoi",
    "as_of",
}
# would take the record off the page, or stand in for another field
LEFT_OUT = {"bai_bo", "ke_tuc", "den", "dieu_kien", "thu_tuc_khac"}


FATE = """\
- ma_thu_tuc: "1.000001"
  hien_nay: được thay
  thay_boi:
    - ma: "1.013138"
      ten: Thủ tục mới
  nguon: Danh mục
  ngay: 2026-11-26
"""


REMOVED = """\
- bo_du_lieu: thu-tuc
  ma: "1.000000"
  ngay: 2023-12-01
  ly_do: Đăng nhầm.
  thay_the_boi:
    - "1.001193"
"""


class Plain(yaml.CSafeLoader):
    """Texts stay texts."""


Plain.yaml_implicit_resolvers = {}


class Words:
    """One word for each text field, by the name of the field."""

    def __init__(self) -> None:
        self.of: dict[str, str] = {}

    def record(self, model: type[Record], path: str, old: dict[str, Any]) -> dict[str, Any]:
        filled = dict(old)
        for spec in specs(model):
            if (
                spec.key not in LEFT_OUT
                and (value := self.value(spec, f"{path}.{spec.key}", old.get(spec.key))) is not None
            ):
                filled[spec.key] = value
        return filled

    def value(self, spec: FieldSpec, path: str, old: Any) -> Any:
        if spec.part is not None:
            if isinstance(old, str):
                return old
            if not spec.is_list:
                return self.record(spec.part, path, old or {})
            parts = old if isinstance(old, list) and old else [{}]
            if path.endswith(".chon"):
                parts = [{"ma": "a"}, {"ma": "b"}]
            return [self.record(spec.part, path, part) if isinstance(part, dict) else part for part in parts]
        kind = str(spec.annotation)
        if "Literal" in kind or not re.search(r"\bstr\b", kind):
            return old if old is not None or not spec.required else self.plain(spec, kind)
        if spec.is_list:
            return [*(old if isinstance(old, list) else []), self.word(path)]
        if spec.key in KEPT:
            return old or {"procedure.thu_tuc_lien_quan.ma_thu_tuc": "2.000815", "procedure.cau_hoi.ma": "hoi"}.get(
                path
            )
        return f"{old} {self.word(path)}" if old else self.word(path)

    def plain(self, spec: FieldSpec, kind: str) -> str:
        """A value for a number, a date or a choice that the record needs."""
        if "int" in kind.replace("StringConstraints", ""):
            return "8000" if spec.key == "muc_thu" else "1"
        return "2023-06-01" if "date" in kind else choices(spec.annotation)[0]

    def word(self, path: str) -> str:
        word = f"zq{len(self.of):04}x"
        self.of[word] = path
        return word


def _other_questions(folder: str, names: list[str]) -> list[str]:
    """All sample questions but those of one field: one record is filled, the others cost the build a second."""
    return [name for name in names if name.startswith("asked-") and name != "asked-chung-thuc.yml"]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> tuple[dict[str, str], str, str, str]:
    """(words, visible text, data of scripts, what the check says)."""
    folder = tmp_path_factory.mktemp("words")
    content = folder / "content"
    shutil.copytree(SMALL, content)
    for name in (
        "glossary.yml",
        "search",
        "plan/2023",
        "processes",
        "handbook",
        "catalogue",
        "quality.yml",
    ):  # what the small site has not
        if (source := PROJECT / "content" / name).is_dir():
            shutil.copytree(source, content / name, ignore=_other_questions, dirs_exist_ok=True)
        else:
            shutil.copy(source, content / name)
    (content / "units/thi-tran-tu-ky/overlay").mkdir(parents=True)
    (content / "units/thi-tran-tu-ky/overlay/chung.yml").write_text(
        "ghi_chu: Hỏi trước.\nngay_ra_soat: 2023-12-31\n", "utf-8"
    )
    (content / "fates.yml").write_text(FATE, "utf-8")
    with (content / "site.yml").open("a", encoding="utf-8") as site:
        site.write("du_lieu_mo: 2000\n")  # the small site publishes no data
    (content / "removed.yml").write_text(REMOVED, "utf-8")
    words, done = Words(), set()
    for file in sorted(content.rglob("*")):
        kind = kind_of(file.relative_to(content).as_posix()) if file.is_file() else None
        if kind is None or kind.name in done or (kind.name == "procedure" and file.stem != "1.001193"):
            continue
        done.add(kind.name)
        text = file.read_text("utf-8")
        _, head, body = text.split("---\n", 2) if kind.markdown else ("", text, "")
        data = yaml.load(head, Plain)  # noqa: S506  a SafeLoader
        filled = words.record(kind.model, kind.name, data[0] if kind.many else data)
        if kind.markdown:
            body = f"{body}\n\n{filled.pop('noi_dung')}\n"
        dumped = yaml.safe_dump([filled, *data[1:]] if kind.many else filled, allow_unicode=True, sort_keys=False)
        file.write_text(f"---\n{dumped}---\n{body}" if kind.markdown else dumped, "utf-8")
    assert done == {kind.name for kind in KINDS} - VERSION_KINDS  # these have the fields of their records
    checked = tthc("check", "--content", content, "--format", "json")
    said = checked.stdout
    assert said, checked.stderr
    json.loads(said)
    out = folder / "site"
    built = tthc("build", "--no-strict", "--content", content, "--out", out)
    assert built.returncode == 0, built.stderr
    pages = [re.sub(r"(?s)<(script|style)\b.*?</\1>", "", file.read_text("utf-8")) for file in out.rglob("*.html")]
    seen = html.unescape(" ".join(re.sub(r"<[^>]*>", " ", page) for page in pages)).lower()
    data = " ".join(
        file.read_text("utf-8", "ignore") for file in out.rglob("*") if file.suffix in (".json", ".js", ".ics", ".xml")
    )
    return words.of, seen, data, said


def test_each_word_is_seen_or_named(site: tuple[dict[str, str], str, str, str]) -> None:
    words, seen, data, said = site
    lost = {
        path for word, path in words.items() if word not in seen and word not in said and not _in_data(word, path, data)
    }
    left = sorted(path for path in lost if not any(f"{path}.".startswith(f"{name}.") for name in NOT_SHOWN))
    assert not left, "\n".join(left)


def test_the_list_has_only_what_is_not_shown(site: tuple[dict[str, str], str, str, str]) -> None:
    words, seen, *_ = site
    for name in NOT_SHOWN:
        below = [word for word, path in words.items() if f"{path}.".startswith(f"{name}.")]
        assert not below or any(word not in seen for word in below), name


def _in_data(word: str, path: str, data: str) -> bool:
    parts = path.split(".")
    return word in data and (parts[0] in (*SEARCH, IN_OPEN_DATA) or any(part in IN_DATA for part in parts))
