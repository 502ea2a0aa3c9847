"""Lists to embed in other portals: a page for an iframe, and an HTML snippet without scripts to paste.

Addresses below `nhung/` are permanent because portals keep them for years, so ended units keep theirs."""
