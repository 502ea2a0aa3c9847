"""Names that become addresses."""
