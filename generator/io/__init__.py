"""What may be written where: nothing is replaced or deleted that this tool did not make."""
