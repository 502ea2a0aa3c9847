"""Finding pages: what Pagefind sees, and the site's own small index."""
