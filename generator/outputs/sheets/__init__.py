"""Sheets to print: board lists, procedure sheets, notices, leaflets, cards. Data from the catalogue goes as JSON into a Typst
template of `templates/`; markup is never spliced. One module of `kinds/`, one kind of sheet."""
