"""The form of a record: made from the field table, filled from data or from what was submitted, turned into data."""
