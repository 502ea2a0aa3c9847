"""Printable sheets: board lists, procedure sheets, notices, leaflets, cards.

Catalogue data is passed as JSON to a Typst template of `templates/`; markup is never built from strings.
Each module of `kinds/` is one kind of sheet."""
