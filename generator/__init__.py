"""Static site generator for administrative procedures: read -> check -> catalogue -> pages -> site."""

import gc

__version__ = "0.1.0"

# Starting makes a hundred thousand objects that all stay: rubbish is looked for less often. Buys: a tenth of the time to start.
gc.set_threshold(100_000, 20, 100)
