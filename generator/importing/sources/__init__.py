"""The sources: a module each with `KIND`, `HELP`, `KEEPS_NAMELESS` and `read(file, options) -> Iterator[Imported]`."""
