"""Publish targets: one file per protocol, each implementing PublishTarget (see target.py)."""
