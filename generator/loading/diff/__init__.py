"""What changes for citizens between two states of the content. One file a kind of change; found by name."""
