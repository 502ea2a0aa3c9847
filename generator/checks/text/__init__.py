"""Any text: characters, encodings, spaces, markup, personal data."""
