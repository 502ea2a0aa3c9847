"""Office Open XML, written directly: a library takes longer for a list of thousands of rows than all pages of the site
take.

`archive` is the file around the parts, `xml_text` the text inside them, `sheet` and `workbook` a spreadsheet. Parts
that several files share are compressed once. The tests read everything back with openpyxl and python-docx."""
