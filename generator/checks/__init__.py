"""Validation rules, one package per subject, one module and one test per rule.

A module's docstring (Vietnamese) is the published documentation of its rule."""
