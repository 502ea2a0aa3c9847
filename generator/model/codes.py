"""The shapes of codes: always text, never a number (`1.000110` read as a number is 1.00011)."""

from __future__ import annotations

import re

PROCEDURE_CODE = re.compile(r"\d\.\d{6}")
UNIT_CODE = re.compile(r"\d{2}|\d{3}|\d{5}")  # province, district, commune
SHAPES = {"ma_thu_tuc": PROCEDURE_CODE, "ma_don_vi": UNIT_CODE}
CODE_KEYS = {*SHAPES, "thu_tuc", "lam_cung_luc", "thay_the_boi"}  # YAML keys whose values are codes
