"""/du-lieu/v1/… and /id/…: the open data."""

from __future__ import annotations

from typing import Any

from generator.catalogue.catalogue import Catalogue
from generator.outputs.open_data.publication import data_files as files
from generator.pages.inputs import inputs_of

__all__ = ["files", "inputs"]
WHOLE = True  # shows the private texts of procedures too


def inputs(catalogue: Catalogue) -> Any:
    """Everything, and every procedure whole."""
    shown = inputs_of(catalogue)
    return (shown.everything, [view.own for view in catalogue.procedures.values()])
