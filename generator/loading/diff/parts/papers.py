"""“Bỏ giấy tờ: …”, “Thêm giấy tờ: … (trường hợp …)”."""

from __future__ import annotations

import difflib
from collections.abc import Iterator

from generator.loading.diff.texts import change
from generator.plain_data import Fields

KEYS = ("thanh_phan_ho_so",)
ORDER = 4
NUMBERS = (("ban_chinh", "bản chính"), ("ban_sao", "bản sao"))
ALIKE = 0.75  # names closer than this are one paper that was renamed


def changes(old: Fields, new: Fields) -> Iterator[str]:
    """Papers newly required, no longer required, and required differently."""
    before, after = old.get("thanh_phan_ho_so", {}), new.get("thanh_phan_ho_so", {})
    if before.get("so_bo") != after.get("so_bo"):
        yield f"Số bộ hồ sơ: {before.get('so_bo', 'chưa rõ')} → {after.get('so_bo', 'chưa rõ')}"
    was, now = _papers(before), _papers(after)
    cases_before, cases_after = _cases(before), _cases(after)
    for case in cases_before:
        if case not in cases_after:
            yield f"Bỏ trường hợp: {case}"
    for case in cases_after:
        if case not in cases_before:
            yield f"Thêm trường hợp: {case}"
    gone = [key for key in was if key not in now]
    come = [key for key in now if key not in was]
    for key in list(gone):
        names = [name for case, name, _ in come if case == key[0] and name != key[1]]
        twins = difflib.get_close_matches(key[1], names, n=1, cutoff=ALIKE)
        if twins:
            gone.remove(key)
            twin = next(other for other in come if other[:2] == (key[0], twins[0]))
            come.remove(twin)
            yield f"Đổi tên giấy tờ: {key[1]} → {twins[0]}{_where(key[0])}"
            yield from _details(was[key], now[twin])
    for case, name, _ in gone:
        yield f"Bỏ giấy tờ: {name}{_where(case)}"
    for case, name, _ in come:
        yield f"Thêm giấy tờ: {name}{_where(case)}"
    for key in was:
        if key in now:
            yield from _details(was[key], now[key])
    if before.get("nguyen_van") != after.get("nguyen_van"):
        notes = ["; ".join(dossier.get("nguyen_van", [])) or "không" for dossier in (before, after)]
        yield f"Thành phần hồ sơ, lưu ý: {change(*notes)}"


def _details(was: Fields, now: Fields) -> Iterator[str]:
    name = now.get("ten_giay_to", "")
    differences = [
        f"{label} {was.get(key, 'chưa rõ')} → {now.get(key, 'chưa rõ')}"
        for key, label in NUMBERS
        if was.get(key) != now.get(key)
    ]
    if was.get("nop_hay_xuat_trinh") != now.get("nop_hay_xuat_trinh"):
        differences.append(f"{was.get('nop_hay_xuat_trinh', 'chưa rõ')} → {now.get('nop_hay_xuat_trinh', 'chưa rõ')}")
    if was.get("bieu_mau") != now.get("bieu_mau"):
        differences.append(f"theo mẫu {was.get('bieu_mau', 'không')} → {now.get('bieu_mau', 'không')}")
    if was.get("chi_khi_truc_tiep") != now.get("chi_khi_truc_tiep"):
        differences.append("chỉ cần khi nộp trực tiếp" if now.get("chi_khi_truc_tiep") else "cần với mọi cách nộp")
    if differences:
        yield f"Giấy tờ “{name}”: {', '.join(differences)}"
    if was.get("ghi_chu") != now.get("ghi_chu"):
        yield f"Giấy tờ “{name}”, ghi chú: {change(was.get('ghi_chu', 'không'), now.get('ghi_chu', 'không'))}"


def _papers(dossier: Fields) -> dict[tuple[str, str, int], Fields]:
    """The papers by case, name and, where several have the same, their turn."""
    papers: dict[tuple[str, str, int], Fields] = {}
    for case in [{"giay_to": dossier.get("giay_to_chung", [])}, *dossier.get("truong_hop", [])]:
        for paper in case.get("giay_to", []):
            name = case.get("ten", ""), paper.get("ten_giay_to", "")
            papers[*name, sum(key[:2] == name for key in papers)] = paper
    return papers


def _cases(dossier: Fields) -> list[str]:
    return [case.get("ten", "") for case in dossier.get("truong_hop", [])]


def _where(case: str) -> str:
    return f" (trường hợp “{case}”)" if case else ""
