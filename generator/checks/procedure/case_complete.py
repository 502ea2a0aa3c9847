"""Một điều kể hai lần trong thủ tục.

Mỗi trường hợp có một danh sách giấy tờ để người dân tự kiểm (NĐ 63/2010/NĐ-CP Điều 20 khoản 4). Hai trường hợp trùng
tên thì không biết mình thuộc danh sách nào; một giấy tờ kể hai lần (ở phần chung và ở trường hợp, hoặc hai dòng liền
nhau) thì không biết phải mang một hay hai. Kết quả, căn cứ, đối tượng, cấp, điều kiện, tên gọi,
thủ tục liên quan kể hai lần, hai bước liền nhau giống hệt cũng vậy. Gộp lại, hoặc đặt tên cho khác.

Sai:
    giay_to_chung:
      - ten_giay_to: Giấy chứng sinh
      - ten_giay_to: Giấy chứng sinh
Đúng:
    giay_to_chung:
      - ten_giay_to: Giấy chứng sinh
"""

from collections.abc import Generator, Iterable, Iterator

from generator.checks._engine.context import ValidationContext
from generator.checks._engine.rule import Finding
from generator.loading.store import Entry
from generator.problem import WARNING, KeyPath
from generator.schema.dossier import Paper

ID = "TT-059"
SEVERITY = WARNING
LAW = "NĐ 63/2010 Đ20 k4"
CONFIDENCE = "V"
CHECKS = ("L16",)
KINDS = ("procedure",)
BASE = "thanh_phan_ho_so"


def check(entry: Entry, context: ValidationContext) -> Iterator[Finding]:
    """Equal names of cases; equal papers within a case together with the common ones."""
    record = entry.record
    for key, values in (
        ("ket_qua_thuc_hien", [(result.name or "").casefold() for result in record.results]),
        ("can_cu_phap_ly", [f"{basis.number or ''} {basis.articles or ''}".strip() for basis in record.legal_bases]),
        ("doi_tuong_thuc_hien", list(record.audiences)),
        ("cap_thuc_hien", list(record.levels)),
        ("ten_thuong_goi", [name.casefold() for name in record.popular_names]),
        ("tu_khoa", [word.casefold() for word in record.keywords]),
        ("thu_tuc_lien_quan", [one.code for one in record.related]),
        ("yeu_cau_dieu_kien", list(record.conditions) if isinstance(record.conditions, list) else []),
    ):
        for index, value in enumerate(values):
            if value and value in values[:index]:
                yield Finding((key, index), "dòng này đã kể ở trên", "Giữ một dòng.")
    for index in range(1, len(record.steps)):  # later the same may have to be done again
        if record.steps[index].text and record.steps[index].text == record.steps[index - 1].text:
            yield Finding(("trinh_tu_thuc_hien", index), "bước này chép lại bước trên", "Giữ một bước.")
    dossier = record.dossier
    if dossier is None:
        return
    common = yield from _twice((BASE, "giay_to_chung"), dossier.papers, set())
    names: set[str] = set()
    for at, case in enumerate(dossier.cases):
        name = (case.name or "").casefold()
        if name and name in names:
            yield Finding(
                (BASE, "truong_hop", at, "ten"),
                f"trường hợp “{case.name}” đã có ở trên",
                "Gộp hai trường hợp, hoặc đặt tên cho khác.",
            )
        names.add(name)
        yield from _twice((BASE, "truong_hop", at, "giay_to"), case.papers, common)


def _twice(path: KeyPath, papers: list[Paper], above: Iterable[str]) -> Generator[Finding, None, set[str]]:
    keys = set(above)
    for index, paper in enumerate(papers):
        key = (paper.name or "").casefold()
        if key and key in keys:
            yield Finding(
                (*path, index, "ten_giay_to"), f"giấy tờ “{_short(paper.name or '')}” đã kể ở trên", "Giữ một dòng."
            )
        keys.add(key)
    return keys


def _short(name: str) -> str:
    return name if len(name) <= 60 else name[:57] + "…"
