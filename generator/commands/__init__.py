"""The commands of `tthc`: one module `cmd_NAME.py` each, with NAME, HELP, arguments() and run(), found by name."""
