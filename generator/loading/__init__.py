"""Loads YAML and Markdown into records with positions; every fault is reported, none is raised."""
