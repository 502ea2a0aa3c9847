from generator.pages.contact_rows import desk_contacts, unit_contacts
from generator.schema.contact import Contact, OneStop

MISSING = "Chưa có thông tin"


def test_contacts_that_nobody_gave_are_said_once() -> None:
    given = {"dia_chi": "Trụ sở", "gio_tiep_nhan": "7.30 - 11.30", "dien_thoai": "chờ đơn vị bổ sung"}
    assert desk_contacts(OneStop.model_validate(given)) == [
        ("Địa chỉ", "Trụ sở", ""),
        ("Giờ tiếp nhận", "7.30 - 11.30", ""),
        ("Điện thoại, thư điện tử", MISSING, ""),
    ]
    assert desk_contacts(None) == [("Địa chỉ, giờ tiếp nhận, điện thoại, thư điện tử", MISSING, "")]


def test_a_tap_calls_writes_or_opens() -> None:
    given = {
        "dia_chi": "Số 1",
        "dien_thoai": "0220.3747 123",
        "thu_dien_tu": "xa@a.gov.vn",
        "trang_thong_tin": "https://a.vn/",
    }
    assert [link for _, _, link in unit_contacts(Contact.model_validate(given))] == [
        "",
        "tel:02203747123",
        "mailto:xa@a.gov.vn",
        "https://a.vn/",
    ]


def test_what_cannot_be_called_is_no_link() -> None:
    given = {"dien_thoai": "0220 3747 123 (giờ hành chính)", "thu_dien_tu": "a@b.vn?bcc=c@d.vn"}
    assert [link for _, _, link in unit_contacts(Contact.model_validate(given))][:2] == ["", ""]
