"""Configurations of web servers: one file each, with `render(site)` -> text. What they say is decided in policy.py."""
