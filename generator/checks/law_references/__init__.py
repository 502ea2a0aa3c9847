"""Legal documents and references to them."""
