"""The site's own search engine over the index of a site."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from generator.assistant.published_site import PublishedSite, SiteUnreadable
from generator.assistant.site_scripts import engine_with
from generator.urls import SEARCH_INDEX

SCRIPT = """
import { Engine } from "./search-engine.js";
import { whole } from "./search-documents.js";
import { learn } from "./search-samples.js";
globalThis.load = (index, later, asked) => {
  const first = new Engine(index);
  const all = later ? new Engine(whole(index, later)) : first;
  if (asked) for (const engine of new Set([first, all])) learn(engine, asked);
  globalThis.ask = (text) => {
    const engine = first.namesDocument(text) ? all : first;
    const { state, results, elsewhere } = engine.search(text);
    return JSON.stringify({
      state,
      elsewhere: elsewhere?.title ?? "",
      results: results.map(({ at }) => ({
        title: engine.data.title(at), code: engine.data.code(at), url: engine.data.url(at),
        validity: engine.data.facts(at).validity,
      })),
    });
  };
};
"""


@dataclass(frozen=True, slots=True)
class Hit:
    """One result: its title, its procedure code (empty for other pages), its page below the site; validity: why the
    procedure is not in force in this edition, or in which one it is."""

    title: str
    code: str
    url: str
    validity: str


@dataclass(frozen=True, slots=True)
class Answer:
    """state: as the engine says, `none` when nothing fits; elsewhere: the matter that another body deals with."""

    state: str
    elsewhere: str
    hits: list[Hit]


class SiteSearch:
    """The engine over one site's index. Raises SiteUnreadable, and ImportError when the optional library is missing."""

    def __init__(self, site: PublishedSite) -> None:
        from py_mini_racer import JSEvalException

        index = site.json(SEARCH_INDEX)
        parts = [site.json(f"tim-kiem/{index[name]}") if index.get(name) else None for name in ("later", "asked")]
        self.engine = engine_with(SCRIPT)
        try:
            self.engine.eval(f"load({', '.join(json.dumps(part) for part in (index, *parts))})")
        except JSEvalException as error:  # most of all a format of another release (search-data.js)
            message = (
                f"{SEARCH_INDEX} không đọc được: trang có lẽ do một bản tthc khác dựng. Dựng lại trang bằng bản này."
            )
            raise SiteUnreadable(message) from error

    def ask(self, text: str, limit: int) -> Answer:
        """The results of the site's search box for `text`, at most `limit` of them."""
        made: dict[str, Any] = json.loads(str(self.engine.eval(f"ask({json.dumps(text)})")))
        hits = [Hit(**hit) for hit in made["results"][:limit]]
        return Answer(made["state"], made["elsewhere"], hits)
