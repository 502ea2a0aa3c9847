"""`python -m generator` is the same as `tthc`."""

from generator.cli import main

raise SystemExit(main())
