"""/don-vi/…: the units; for each its one-stop office, list of procedures and feedback notice."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import partial

from generator import urls
from generator.catalogue.catalogue import Catalogue
from generator.catalogue.unit_succession import current_successors, describe_succession, name_list, same_code
from generator.catalogue.views import FieldView, UnitView
from generator.catalogue.wording import wording
from generator.pages import formatting
from generator.pages.contact_rows import stated_contact
from generator.pages.days_off import years_off
from generator.pages.field_groups import MAX_OPEN, field_groups, usual_place
from generator.pages.inputs import inputs_of, plain, row, unit
from generator.pages.open_data import publishes_records
from generator.pages.page import Page, SearchRecord, Values
from generator.pages.structured_data import office
from generator.text.alphabet import sort_key

Crumb = tuple[str, str]  # (label, address)


def pages(catalogue: Catalogue) -> Iterator[Page]:
    """The list of units and the pages of each unit that exists or existed on the day."""
    crumbs = [("Trang chủ", urls.HOME)]
    district, words = catalogue.home_unit, wording(catalogue)
    crumb = (formatting.sentence(words.units), urls.UNITS)
    ended = sorted(
        (view for view in catalogue.units.values() if view.begun and not view.active),
        key=lambda view: (sort_key(view.record.name), view.slug),
    )
    yield Page(
        url=urls.UNITS,
        template="units.html",
        title=formatting.sentence(words.units),
        description=f"Nơi nhận hồ sơ, giờ làm việc, số điện thoại của {'' if words.single else 'từng '}{words.units}.",
        context={
            "district": district,
            "story": describe_succession(catalogue.site_unit) if catalogue.site_unit else [],
            "ended": ended,
            "years_off": years_off(catalogue.holidays, catalogue.as_of.year),
        },
        inputs=lambda: (
            inputs_of(catalogue).units,
            [len(unit.procedures) for unit in catalogue.communes],
            plain(catalogue.holidays),
        ),
        section=urls.UNITS,
        crumbs=crumbs,
        search=SearchRecord(
            "page",
            f"Danh sách {words.communes}" if not words.single else "Nơi nộp hồ sơ, giờ làm việc",
            keywords=["bộ phận một cửa", words.desk, f"địa chỉ ủy ban {words.commune}", "liên hệ", "địa chỉ liên hệ"],
            note=f"Địa chỉ, giờ nhận hồ sơ, số điện thoại{'' if words.single else f' của từng {words.units}'}.",
        ),
    )
    for view in catalogue.units.values():
        if view.begun:
            render = _unit_pages if view.active else _ended_pages
            yield from render(view, crumbs + [crumb], catalogue)


def went_title(view: UnitView) -> str:
    """The heading above the unit's successors: with the date, if all changes happened on one day."""
    day = only_day(day for _, _, day, _ in view.went_to)
    return f"Thay đổi từ {formatting.date(day)}" if day else "Thay đổi về sau"


def only_day(days: Iterable[dt.date | None]) -> dt.date | None:
    """The day on which everything happened; None where there are several or none is known."""
    found = set(days)
    return found.pop() if len(found) == 1 else None


def phone_above(view: UnitView, catalogue: Catalogue) -> str:
    """The telephone of the desk of the site's unit, for visitors of a unit that has stated none; empty if it is
    unknown."""
    home = catalogue.home_unit
    desk = home.record.one_stop if home and home is not view else None
    return desk.phone or "" if desk and formatting.is_given(desk.phone) else ""


def _unit_pages(view: UnitView, crumbs: list[Crumb], catalogue: Catalogue) -> Iterator[Page]:
    """A unit's own page and, if it has a desk, those of what it receives and of where to complain."""
    feed = (f"Có gì thay đổi: {view.title}", f"{view.url}atom.xml") if view.has_desk else None
    common: Values = {
        "section": urls.UNITS,
        "context": {
            "unit": view,
            "same_code": same_code(view, catalogue.units.values()),
            "fields": fields_of(view, catalogue),
            "went_title": went_title(view),
            "officer": officer(view),
            "phone_above": phone_above(view, catalogue),
            "origin_day": only_day(day for *_, day in view.came_from),
            "origins": [one for one in view.came_from if one[0].is_commune] if view.is_commune else [],
        },
        "source": f"units/{view.slug}.yml",
        "feed": feed,
        "inputs": partial(_inputs, view, catalogue),
    }
    yield _unit_page(view, crumbs, catalogue, common)
    if view.has_desk:
        inside = crumbs + [(view.title, view.url)]
        yield _procedures_page(view, inside, catalogue, common)
        yield _feedback_page(view, inside, common)


def _unit_page(view: UnitView, crumbs: list[Crumb], catalogue: Catalogue, common: Values) -> Page:
    return Page(
        url=view.url,
        template="unit.html",
        title=view.title,
        description=f"{view.title}: {wording(catalogue).desk}, thủ tục tiếp nhận, nơi gửi phản ánh, kiến nghị.",
        crumbs=crumbs,
        search=SearchRecord(
            "unit",
            view.title,
            keywords=[f"ủy ban {view.record.name or view.slug}", f"UBND {view.record.name or view.slug}"],
            note=_reached(view),
        ),
        structured=partial(office, view) if view.has_desk else None,
        data=urls.data_record("don-vi", view.slug) if publishes_records(catalogue) else "",
        **common,
    )


def _procedures_page(view: UnitView, crumbs: list[Crumb], catalogue: Catalogue, common: Values) -> Page:
    return Page(
        url=urls.unit_procedures(view.slug),
        template="unit-procedures.html",
        title=f"Thủ tục tiếp nhận tại {view.title}",
        description=f"Danh mục thủ tục hành chính tiếp nhận tại {wording(catalogue).desk} {view.title}.",
        crumbs=crumbs,
        **common
        | {
            "context": partial(_list_context, view, common["context"]),
            "inputs": partial(_list_inputs, view, catalogue),
        },
    )


def _feedback_page(view: UnitView, crumbs: list[Crumb], common: Values) -> Page:
    return Page(
        url=urls.unit_feedback(view.slug),
        template="unit-feedback.html",
        title=f"Tiếp nhận phản ánh, kiến nghị – {view.title}",
        description=f"Địa chỉ, số điện thoại, thư điện tử nhận phản ánh, kiến nghị của {view.title}.",
        crumbs=crumbs,
        search=SearchRecord("unit", f"Phản ánh, kiến nghị tại {view.title}"),
        **common,
    )


def _reached(view: UnitView) -> str:
    """What is asked about a desk before going there: its hours, its telephone; empty for a unit without desk."""
    desk, contact = view.record.one_stop, view.record.contact
    if not view.has_desk or not desk:
        return ""
    hours = stated_contact(desk.hours)
    phone = stated_contact(desk.phone) or stated_contact(contact.phone if contact else None)
    parts = [f"Giờ nhận: {formatting.lower_first(hours)}" if hours else "", f"Điện thoại: {phone}" if phone else ""]
    return ". ".join([*filter(None, parts), *([] if phone else ["Chưa có số điện thoại"])]) + "."


def officer(view: UnitView) -> str:
    """`Chuyên viên Văn phòng, Nguyễn Văn A, 0220 …`: what is known of the contact person, without repetitions."""
    person = view.record.officer
    known = [person.post, person.name, person.phone] if person else []
    return ", ".join(text for text in known if text and formatting.is_given(text)) or formatting.MISSING


def _inputs(view: UnitView, catalogue: Catalogue) -> object:
    counts = [(field.slug, field.name, count) for field, count in fields_of(view, catalogue)]
    return (inputs_of(catalogue).units, counts)


def fields_of(view: UnitView, catalogue: Catalogue) -> list[tuple[FieldView, int]]:
    """(field, how many procedures of it the unit receives), in the catalogue's order."""
    counts = Counter(item.field.slug for item in view.procedures)
    return [(field, counts[field.slug]) for field in catalogue.fields if counts[field.slug]]


def _list_context(view: UnitView, common: Values) -> Values:
    return common | {
        "groups": field_groups(view.procedures),
        "folded": len(view.procedures) > MAX_OPEN,
        "usual": usual_place(view.procedures),
    }


def _list_inputs(view: UnitView, catalogue: Catalogue) -> object:
    names = [(field.slug, field.name) for field, _ in fields_of(view, catalogue)]
    return (unit(view), names, inputs_of(catalogue).of_all(row, view.procedures))


def _ended_pages(view: UnitView, crumbs: list[Crumb], catalogue: Catalogue) -> Iterator[Page]:
    """A page at every address the unit had: what happened, and links to the same page of its successors."""
    parts = [("", "")]
    if view.is_commune or view.is_district:
        parts += [("thu-tuc/", "Danh mục thủ tục"), ("phan-anh/", "Tiếp nhận phản ánh, kiến nghị")]
    successors = current_successors(view)
    until = view.record.term.until if view.record.term else None
    story = describe_succession(view)
    context = {
        "unit": view,
        "story": story,
        "there": "",
        "successors": successors,
        "shares": {other.slug: share for other, share, *_ in view.went_to if share != "toàn bộ"}
        if len(successors) > 1
        else {},
        "same_code": same_code(view, catalogue.units.values()),
    }
    now = ", ".join(name_list(unit) for unit in successors)
    for part, name in parts:
        yield Page(
            url=f"{view.url}{part}",
            template="unit-ended.html",
            title=f"{view.title} (đến {until:%d/%m/%Y})" if until else f"{view.title} (cũ)",
            description=" ".join(story) or f"{view.title} không còn.",
            context=context | {"part": part, "part_name": name},
            inputs=lambda: inputs_of(catalogue).units,
            section=urls.UNITS,
            crumbs=crumbs if not part else crumbs + [(view.title, view.url)],
            search=SearchRecord(
                "unit",
                f"{view.title} (cũ)",
                summary=f"Nay thuộc {now}." if now else "",
                keywords=[f"UBND {view.record.name or view.slug}"],
            )
            if not part
            else None,
            source=f"units/{view.slug}.yml",
            indexed=not part,
        )
