"""Four eyes without git: a change is sent as a branch, a second person reads and joins it, both in their own names."""
