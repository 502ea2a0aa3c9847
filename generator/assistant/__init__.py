"""A server for assistants (Model Context Protocol) over a finished site: search, read, compare, list."""
