"""The record models: each field is declared once, with its YAML key, Vietnamese label, help text and article."""
