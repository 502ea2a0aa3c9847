"""`tthc edit`: a local web application in which officers change records. It runs the project's own loader, checks and
templates, so its messages and previews match the published site; see docs/editor.md."""
