"""Beyond these a value is a slip."""

from __future__ import annotations

import datetime as dt

MAX_DAYS_AHEAD = dt.timedelta(days=366 * 20)  # of a date
MAX_COPIES = 20  # of a paper or a dossier
