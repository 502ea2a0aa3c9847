"""Safe writing: nothing is replaced or deleted that this tool did not create."""
