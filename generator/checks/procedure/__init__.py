"""Procedures: parts, states, codes, decisions, steps, time limits."""
