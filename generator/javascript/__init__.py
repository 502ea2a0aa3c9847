"""Scripts of the theme: ES modules joined into one script, and short names for what they declare."""
