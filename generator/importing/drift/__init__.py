"""Our content against a source: what differs, as data, text and a page."""
