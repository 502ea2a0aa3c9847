"""Records with one text per official label."""
