"""Changes for citizens between two states of the content. One module per kind of change, discovered by name."""
