"""The form of a record: built from the field table, filled from data or from a submission, converted back to data."""
