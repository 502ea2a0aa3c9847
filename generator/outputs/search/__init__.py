"""Search: the input of Pagefind, and the site's own small index."""
