"""The site's own record."""
