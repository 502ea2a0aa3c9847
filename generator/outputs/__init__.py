"""Everything a site carries besides pages: exports, search index, sheets to print, lists for other portals."""
