"""The only module that decides which addresses may become links. Drafts are rendered despite their errors; no script
may run."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from generator.limits import MAX_WORD

# a host without user info; then path, query and fragment without blanks, quotes or brackets (a form's address contains {places})
_WEB = re.compile(r"https?://[\w-]+(?:\.[\w-]+)*+\.?(?::\d{1,5})?(?:[/?#][^\s\"'<>\\^`|]*)?", re.IGNORECASE)
_HERE = re.compile(
    r"(?:/(?!/))?[^\s\\:/?#\"'<>]*+(?:[/?#][^\s\\\"'<>]*)?"
)  # a path on this site: no scheme, no other host
_PHONE = re.compile(r"\+?[\d .()-]{3,30}")
_SUBJECT = re.compile(r"(?:subject=(?:[^&\s%]|%(?!0[AaDd]))*)?")  # no further recipient, no line break
_NAME = r"[a-z0-9][a-z0-9-]*"
_MAIL = re.compile(rf"(?=[^@]{{1,64}}@)[\w+-]++(?:\.[\w+-]++)*+@{_NAME}(?:\.{_NAME})+", re.ASCII | re.IGNORECASE)


def web_address(text: str | None) -> str:
    """`text` stripped, if it is a web address (http, https), else ""."""
    address = (text or "").strip(" ")
    if len(address) > MAX_WORD or not address.isprintable() or not _WEB.fullmatch(address):
        return ""
    try:
        urlsplit(address).port  # noqa: B018  a port that is none raises
    except ValueError:
        return ""
    return address


def mail_address(text: str | None) -> str:
    """`text` if it is one e-mail address, else "": `?` and `&` would add header lines to a letter."""
    address = (text or "").strip(" ")
    return address if len(address) <= 254 and _MAIL.fullmatch(address) else ""


def phone_number(text: str | None) -> str:
    """What a telephone dials for `text` (`02203747123`, `+84…`) if that is one telephone number and nothing else,
    else ""."""
    number = re.sub(r"[ .()-]", "", text or "")
    return number if _PHONE.fullmatch((text or "").strip(" ")) and 3 <= len(number.lstrip("+")) <= 15 else ""


def dialled(text: str | None) -> str:
    """`phone_number` as it is dialled within the country: equal for equal numbers, however they are written."""
    return phone_number(text).replace("+84", "0", 1)


def link_target(text: str | None) -> str:
    """`text` if a Markdown link may point to it: a web page, a path on this site, a fragment, an e-mail address or a
    telephone number; else ""."""
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
