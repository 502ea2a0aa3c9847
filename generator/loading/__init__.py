"""YAML and Markdown to records, with positions; everything wrong is reported, nothing raises."""
