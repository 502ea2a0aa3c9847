"""The button leads to the national record, never to a page that only looks like it."""

from __future__ import annotations

import datetime as dt

import pytest

from generator.catalogue.catalogue import Catalogue
from generator.catalogue.views import FieldView, ProcedureView
from generator.pages.procedure import national_address
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
