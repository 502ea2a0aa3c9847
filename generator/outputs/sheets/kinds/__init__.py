"""One module, one kind of sheet: `of_unit(unit, catalogue)`, `of_ended(unit, catalogue)`, `of_procedure(view, catalogue)` or
`of_guide(guide, catalogue)` yields its sheets; modules are found by name."""
