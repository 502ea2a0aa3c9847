"""For a site that has only some of the pages: points links to missing pages to the site that has all of them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import urljoin

from generator.urls import OUTSIDE

LINK = re.compile(r'((?:href|src|action|data-places)=")([^"#?]*+)([^"]*+")')


@dataclass(frozen=True, slots=True)
class OtherSite:
    """site: address of the other site, with a closing `/`; here: the addresses below the root that this site has."""

    site: str
    here: frozenset[str]

    def rewrite(self, html: str, url: str) -> str:
        """The HTML of the page at `url` with links to missing pages rewritten to the other site."""

        def rewritten(match: re.Match[str]) -> str:
            if not match[2] or OUTSIDE.match(match[2]):
                return match[0]
            path = urljoin("http://h/" + url, match[2]).removeprefix("http://h/")
            return match[0] if path in self.here else f"{match[1]}{self.site}{path}{match[3]}"

        return LINK.sub(rewritten, html)
