"""Published files other than pages: exports, the search index, printable sheets, lists for other portals."""
