"""Report formats for people and machines; a format is a module with `render(problems) -> str`."""
