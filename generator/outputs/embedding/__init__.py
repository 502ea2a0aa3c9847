"""Lists for portals that are not ours: a page to put into an iframe, and a piece of HTML without scripts to paste. Addresses below
`nhung/` are fixed: portals keep them for years, so ended units go on answering there."""
