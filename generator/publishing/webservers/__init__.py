"""Web server configurations: one file each, with `render(site)` -> text. The policy itself is in policy.py."""
