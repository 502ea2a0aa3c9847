"""Office Open XML, written directly: a list of thousands of rows takes a library longer than all pages of the site.

`archive` is the file around the parts, `xml_text` the text inside them, `sheet` and `workbook` a spreadsheet. What
several files share is compressed once. The tests read everything back with openpyxl and python-docx."""
