"""Our subset of YAML: a fast parser, a full one, errors explained."""
