"""The words of content/search/ in the small form the browser reads (theme/assets/search-language.js)."""

from __future__ import annotations

from typing import Any

from generator.catalogue import addresses
from generator.catalogue.catalogue import Catalogue
from generator.catalogue.search_words import SearchWords
from generator.model.search_answers import Elsewhere


def language(words: SearchWords, catalogue: Catalogue) -> dict[str, Any]:
    """Plain lists and texts; incomplete records are left out. Raises nothing."""
    return {
        "groups": {item.name: item.words for item in words.groups if item.name},
        "abbreviations": [[item.short, item.long] for item in words.abbreviations if item.long],
        "synonyms": [[item.says, item.means, item.unless] for item in words.synonyms if item.means],
        "fillers": [word for item in words.fillers if item.level == "bỏ" for word in item.words],
        "light": [word for item in words.fillers if item.level == "nhẹ" for word in item.words],
        "offTopic": [word for item in words.off_topic for word in item.words],
        "elsewhere": [_elsewhere(item, catalogue) for item in words.elsewhere if item.title],
        "questions": [{"ask": item.question, "words": item.words, "yes": item.yes, "no": item.no} for item in words.questions if item.question],
    }


def _elsewhere(item: Elsewhere, catalogue: Catalogue) -> dict[str, Any]:
    near = [catalogue.procedures[code] for code in item.codes if code in catalogue.procedures]
    return {
        "title": item.title,
        "says": item.says,
        "unless": item.unless,
        "body": item.body or "",
        "answer": item.answer or "",
        "link": item.link if item.link and item.link.startswith("https://") else "",
        "near": [[view.code, addresses.procedure(view.code), view.name] for view in near if view.in_force],
    }
