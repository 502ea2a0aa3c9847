"""Approval by a second person without knowledge of git: a change is sent as a branch; a second person reads and merges
it; both are recorded by name."""
