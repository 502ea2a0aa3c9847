"""Which values are sure, which a reader should ask about, and why: one answer for each value."""

import datetime as dt

import pytest

from generator.catalogue.doubt import MAIN, VALUES, DoubtReason, Doubts, doubts_of, fees_in_doubt
from generator.schema.procedure import Procedure
from generator.schema.procedure_summary import summarise
from generator.schema.record import specs
from tests.support.rule_samples import PROCEDURE, change, read

DAY = dt.date(2023, 12, 31)
NATIONAL = "https://dichvucong.gov.vn/thu-tuc-hanh-chinh/019d2bfd"


def record(changes: dict[str, str]) -> Procedure:
    [entry] = read({"procedures/ho-tich/1.001193.yml": change(PROCEDURE, changes)}).of("procedure")
    whole = entry.record
    assert isinstance(whole, Procedure)
    return whole


def pending(*parts: str, source: str = NATIONAL, day: str = "2026-11-26") -> Procedure:
    made = record({})
    listed = {"state": "chờ đối chiếu", "source": source, "date": dt.date.fromisoformat(day), "pending": list(parts)}
    assert made.verification
    return made.model_copy(update={"verification": made.verification.model_copy(update=listed)})


def found(made: Procedure, **more: dt.date) -> Doubts:
    """The same of the whole record and of what lists see of it."""
    doubts = doubts_of(made, DAY, **more)
    assert doubts == doubts_of(summarise(made), DAY, **more)
    return doubts


def test_what_was_compared_carries_nothing() -> None:
    doubts = found(record({}))
    assert not doubts and doubts.main == [] and doubts.formal == ()
    assert all(doubts.of(value) is None for value in VALUES)


def test_a_pending_part_is_asked_about_and_only_that() -> None:
    doubts = found(pending("thoi_han_giai_quyet"))
    assert list(doubts.values) == ["time"] and doubts.of("fee") is None
    time = doubts.values["time"]
    assert (time.name, time.parts, time.source) == ("thời hạn", ("thoi_han_giai_quyet",), NATIONAL)
    assert time.since == dt.date(2026, 11, 26) and time.reason is DoubtReason.LATER_RECORD


@pytest.mark.parametrize("part", ["quyet_dinh_cong_bo", "muc_do_truc_tuyen", "hieu_luc", "ma_thu_tuc"])
def test_what_changes_nothing_for_a_citizen_stands_at_the_foot(part: str) -> None:
    doubts = found(pending(part))
    assert not doubts and doubts.formal == (part,)


def test_every_part_is_either_asked_about_or_formal() -> None:
    keys = [spec.key for spec in specs(Procedure)]
    doubts = found(pending(*keys))
    asked = {part for doubt in doubts.values.values() for part in doubt.parts}
    assert asked | set(doubts.formal) == set(keys) and not asked & set(doubts.formal)
    assert list(doubts.values) == list(VALUES) and [doubt.value for doubt in doubts.main] == list(MAIN)


@pytest.mark.parametrize(
    ("source", "day", "reason"),
    [
        (NATIONAL, "2026-11-26", DoubtReason.LATER_RECORD),
        (NATIONAL, "2023-11-02", DoubtReason.NOT_COMPARED),
        ("https://dichvucong.ninhbinh.gov.vn/tthc/1", "2026-11-26", DoubtReason.NOT_COMPARED),
        ("Danh mục CSDL quốc gia về TTHC, mã 1.001193", "2026-11-26", DoubtReason.ONLY_LISTED),
        ("Nghị định 23/2015/NĐ-CP", "2026-11-26", DoubtReason.NOT_COMPARED),
    ],
)
def test_the_reason_follows_from_the_source_and_its_day(source: str, day: str, reason: DoubtReason) -> None:
    doubt = found(pending("phi_le_phi", source=source, day=day)).values["fee"]
    assert doubt.reason is reason and doubt.sentence.endswith(".")


def test_a_later_version_was_not_compared_with_the_rules_of_its_day() -> None:
    doubt = found(pending("thanh_phan_ho_so"), since=dt.date(2025, 7, 1)).values["papers"]
    assert doubt.reason is DoubtReason.NEW_VERSION and "01/07/2025" in doubt.sentence


def test_a_text_older_than_its_edition_is_in_doubt_as_a_whole() -> None:
    doubts = found(record({}), text_day=DAY)
    assert doubts.of_text and doubts.of_text.reason is DoubtReason.OLD_TEXT and "31/12/2023" in doubts.of_text.sentence
    assert doubts.of("time") is doubts.of_text and doubts.beside("time") is None


def test_awaiting_without_saying_what_is_awaiting_everything() -> None:
    assert list(found(pending()).values) == list(VALUES)


def test_a_record_without_a_comparison_is_not_sure() -> None:
    doubts = found(record({}).model_copy(update={"verification": None}))
    assert doubts.of_text and doubts.of_text.reason is DoubtReason.NO_SOURCE


def test_a_single_fee_in_doubt_leaves_the_others_sure() -> None:
    why = "Mức khi quá hạn do HĐND tỉnh quy định."
    made = record({"ly_do: Khi đăng ký quá hạn.": f"ly_do: Khi đăng ký quá hạn.\n    cho_doi_chieu: {why}"})
    doubts = found(made)
    assert doubts.values["fee"].reason is DoubtReason.SINGLE_ROWS and doubts.values["fee"].sentence == why
    assert isinstance(made.fees, list)
    assert fees_in_doubt(made.fees, doubts) is doubts.values["fee"]
    sure = [fee.model_copy(update={"unconfirmed": None}) for fee in made.fees]
    assert fees_in_doubt(sure, doubts) is None and fees_in_doubt("không", doubts) is None
    assert fees_in_doubt(None, doubts) is doubts.values["fee"]


def test_a_single_paper_in_doubt_is_said_of_the_papers() -> None:
    made = record({"ban_sao: 0\n": "ban_sao: 0\n      cho_doi_chieu: Có nơi không đòi.\n"})
    assert found(made).values["papers"].sentence == "Có nơi không đòi."


def test_fees_by_way_of_filing_are_in_doubt_with_the_ways() -> None:
    own = "  - hinh_thuc_nop: trực tiếp\n    phi_le_phi: không\n"
    made = record({"  - hinh_thuc_nop: trực tiếp\n": own})
    assert made.verification
    update = {"state": "chờ đối chiếu", "pending": ["cach_thuc_thuc_hien"]}
    made = made.model_copy(update={"verification": made.verification.model_copy(update=update)})
    assert set(found(made).values) == {"channels", "fee"}
