"""Publishes a built site: atomic, verified by hashes and reversible. Knows files and hosts, not content."""
