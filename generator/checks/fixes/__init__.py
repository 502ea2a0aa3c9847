"""`tthc fix`: automatic corrections of unambiguous faults.

A fixer is a module with `FIXES` (the rule it corrects), `DESCRIPTION` (what it does, in Vietnamese), `ORDER` (its turn)
and `mend(text, kind) -> text`; with `ON_BROKEN = True` it also runs on files that cannot be parsed. Comments and layout
are preserved, and the runner discards a correction that would change the meaning of the file."""
