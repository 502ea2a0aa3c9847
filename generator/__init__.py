"""Static site generator for administrative procedures: read -> check -> catalogue -> pages -> site."""

__version__ = "0.2.0"
