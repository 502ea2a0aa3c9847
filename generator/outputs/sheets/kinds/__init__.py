"""Kinds of sheets, one module each, discovered by name.

A module has `of_unit(unit, catalogue)`, `of_ended(unit, catalogue)`, `of_procedure(view, catalogue)` or
`of_guide(guide, catalogue)`, which yields its sheets."""
