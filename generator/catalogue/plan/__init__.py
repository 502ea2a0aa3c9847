"""The plan as pages see it."""
