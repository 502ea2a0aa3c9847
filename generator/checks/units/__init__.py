"""Units, contacts and notices of feedback."""
