"""The shapes of codes: always text, never a number (`1.000110` read as a number is 1.00011)."""

from __future__ import annotations

import re

PROCEDURE_CODE = re.compile(r"[0-9]\.[0-9]{6}")
UNIT_CODE = re.compile(r"[0-9]{2}|[0-9]{3}|[0-9]{5}")  # province, district, commune
SHAPES = {"ma_thu_tuc": PROCEDURE_CODE, "ma_don_vi": UNIT_CODE}
CODE_KEYS = {*SHAPES, "thu_tuc", "lam_cung_luc", "thay_the_boi"}  # YAML keys whose values are codes
