"""The plan in the form that pages use."""
