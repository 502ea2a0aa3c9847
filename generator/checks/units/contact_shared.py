"""Hai đơn vị ghi cùng một số điện thoại, một hộp thư.

Tệp của xã thường được chép từ xã bên cạnh: quên sửa số, hộp thư hay trang thông tin thì người dân xã này gọi, gửi sang
xã kia (NĐ 20/2008/NĐ-CP Điều 7; theo NĐ 42/2022/NĐ-CP). Số tổng đài, liên hệ của đơn vị cấp trên hay của đơn vị mà nó
kế tục thì dùng chung được. Ghi số, hộp thư của chính đơn vị, hoặc “chờ đơn vị bổ sung”.

Sai: `dien_thoai: 0220 3747 111` ở cả tệp của xã Tân An và xã Sông Quê
Đúng: mỗi xã một số
"""

from collections.abc import Iterator

from generator.checks._engine.context import ValidationContext
from generator.checks._engine.rule import Finding
from generator.checks._engine.unit_relations import related
from generator.loading.entry import Entry
from generator.loading.store import Store
from generator.problem import WARNING, KeyPath
from generator.schema.values import PENDING_CONTACT
from generator.schema.web_address import dialled, mail_address, web_address

ID = "TT-268"
SEVERITY = WARNING
SCOPE = "content"
LAW = "NĐ 20/2008 Đ7"
CONFIDENCE = "V"
CHECKS = ("P02", "P03", "W03")
KINDS = ("unit",)


def check(entry: Entry, context: ValidationContext) -> Iterator[Finding]:
    """Contacts of this unit that an earlier file, of a unit that it has nothing to do with, states as its own."""
    if not entry.record.parent:
        return  # to whom it is related is not known; TT-259 reports that
    owners, relations = context.cached(_owners), context.cached(related)
    own = {entry.stem, *relations.get(entry.stem, ())}
    for path, contact in _contacts(entry):
        for other in owners[contact]:
            if other is entry:
                break
            if other.stem not in own:
                hint = "Ghi của chính đơn vị, hoặc “chờ đơn vị bổ sung”; nếu tệp kia sai thì sửa ở đó."
                yield Finding(path, f"trùng với liên hệ ở {other.path}", hint)
                break


def _owners(store: Store) -> dict[str, list[Entry]]:
    """The units with a known unit above that state a contact, in store order."""
    found: dict[str, list[Entry]] = {}
    for entry in store.of("unit"):
        if not entry.record.parent:
            continue
        for contact in dict.fromkeys(contact for _, contact in _contacts(entry)):
            found.setdefault(contact, []).append(entry)
    return found


def _contacts(entry: Entry) -> Iterator[tuple[KeyPath, str]]:
    """Each number, mailbox and site of a unit, equal for equal ones; without hotlines, which many share."""
    for path, spec, value in entry.fields:
        if value == PENDING_CONTACT or not isinstance(value, str):
            continue
        contact = ""
        if spec.key == "dien_thoai":
            contact = dialled(value)
            contact = "" if contact.startswith("1") else contact
        elif spec.key == "thu_dien_tu":
            contact = mail_address(value).lower()
        elif spec.key == "trang_thong_tin":
            contact = web_address(value).lower().rstrip("/").partition("//")[2]
        if contact:
            yield path, contact
