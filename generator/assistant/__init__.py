"""A Model Context Protocol server over a built site: search, read, compare, list."""
