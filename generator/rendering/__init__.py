"""Templates, frame, Markdown, links, QR codes, assets."""
