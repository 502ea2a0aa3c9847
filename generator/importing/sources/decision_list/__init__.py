"""The annex of a provincial decision, in XLSX or DOCX."""
