"""The button leads to the national record, never to a page that only looks like it."""

from __future__ import annotations

import datetime as dt

import pytest

from generator.catalogue.catalogue import Catalogue
from generator.catalogue.edition import editions
from generator.catalogue.views import FieldView, ProcedureView
from generator.pages.procedure import national_address
from generator.pages.procedure_content import portal_label
from generator.schema.procedure import Procedure
from generator.schema.procedure_summary import summarise
from generator.schema.site import Site

RECORD = "https://dichvucong.gov.vn/thu-tuc-hanh-chinh/019d2bfd"
SEARCH = "https://dichvucong.gov.vn/tim-kiem?keyword=1.001193"


@pytest.mark.parametrize(
    ("source", "leads_to"),
    [
        (RECORD, RECORD),
        ("https://csdl.dichvucong.gov.vn/web/jsp/tthc.jsp", "https://csdl.dichvucong.gov.vn/web/jsp/tthc.jsp"),
        ("https://dichvucong.gialai.gov.vn/ (mã 2.001457)", SEARCH),
        ("https://dichvucong.gialai.gov.vn/x", SEARCH),
        ("https://nodichvucong.gov.vn/x", SEARCH),
        ("Quyết định 263/QĐ-UBND", SEARCH),
        (None, SEARCH),
    ],
)
def test_where_the_button_leads(source: str | None, leads_to: str) -> None:
    record = Procedure.model_validate({"ma_thu_tuc": "1.001193", "doi_chieu": {"nguon": source} if source else None})
    view = ProcedureView(summarise(record), lambda: record, "x.yml", "in_force", FieldView("", "", "", ""), [])
    site = Site.model_validate({"cong_quoc_gia": "https://dichvucong.gov.vn"})
    assert national_address(view, Catalogue(site=site, as_of=dt.date(2023, 12, 31))) == leads_to


def test_a_past_edition_says_that_the_portal_opens_todays_record() -> None:
    record = Procedure.model_validate({"ma_thu_tuc": "1.001193", "muc_do_truc_tuyen": "toàn trình"})
    days = [{"ngay": "2023-12-31", "thu_muc": "ban-2023"}, {"ngay": "2026-11-26", "thu_muc": "hien-nay"}]
    site = Site.model_validate({"as_of": "2023-12-31", "cac_ban": days})
    past, present = editions(site)
    assert portal_label(record, Catalogue(site=site, as_of=past.day, edition=past)).startswith("Xem bản ghi hiện nay")
    for edition in (present, None):
        label = portal_label(record, Catalogue(site=site, as_of=present.day, edition=edition))
        assert label == "Nộp trên Cổng Dịch vụ công quốc gia"
