"""Pages to files: layout, assets, search, site map. Knows nothing of MkDocs."""
