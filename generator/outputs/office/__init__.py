"""Documents that officers open, fill in and post: the list of a unit's procedures as DOCX and XLSX."""
