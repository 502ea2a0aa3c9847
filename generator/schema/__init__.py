"""The records: each field declared once, with its YAML key, Vietnamese label, help and article."""
