"""A built site to a public place: all or nothing, proved by hashes, and reversible. Knows files and hosts, not content."""
