"""Addresses that a page may turn into a link: the one place that decides. A draft is built with its faults, and none may run."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from generator.limits import MAX_WORD

# a host without a user before it; then a path, question or part without blanks, quotes or brackets (a form's address holds {places})
_WEB = re.compile(r"https?://[\w-]+(?:\.[\w-]+)*+\.?(?::\d{1,5})?(?:[/?#][^\s\"'<>\\^`|]*)?", re.IGNORECASE)
_HERE = re.compile(
    r"(?:/(?!/))?[^\s\\:/?#\"'<>]*+(?:[/?#][^\s\\\"'<>]*)?"
)  # a path on this site: no scheme, no other host
_PHONE = re.compile(r"\+?[\d .()-]{3,30}")
_SUBJECT = re.compile(r"(?:subject=(?:[^&\s%]|%(?!0[AaDd]))*)?")  # no further reader, no line break
_MAIL = re.compile(r"[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+")


def web_address(text: str | None) -> str:
    """`text` without spaces around it when it is the address of a web page (http, https), else an empty text."""
    address = (text or "").strip(" ")
    if len(address) > MAX_WORD or not address.isprintable() or not _WEB.fullmatch(address):
        return ""
    try:
        urlsplit(address).port  # noqa: B018  a port that is none raises
    except ValueError:
        return ""
    return address


def mail_address(text: str | None) -> str:
    """`text` when it is one e-mail address, else an empty text: `?` and `&` would add lines of their own to a letter."""
    address = (text or "").strip(" ")
    return address if len(address) <= 254 and _MAIL.fullmatch(address) else ""


def link_target(text: str | None) -> str:
    """`text` when a link in Markdown may lead there: a web page, a path on this site, a part of the page, an e-mail address or a
    telephone number; else an empty text."""
    address = (text or "").strip(" ")
    if len(address) > MAX_WORD or not address.isprintable():
        return ""
    scheme, _, rest = address.partition(":")
    if scheme.lower() == "mailto":
        to, _, more = rest.partition("?")
        return address if mail_address(to) and _SUBJECT.fullmatch(more) else ""
    if scheme.lower() == "tel":
        return address if _PHONE.fullmatch(rest.replace("%20", " ")) else ""
    return address if _HERE.fullmatch(address) and not address.startswith("//") else web_address(address)
