"""Our subset of YAML: a fast parser, a full parser, explanations of errors."""
