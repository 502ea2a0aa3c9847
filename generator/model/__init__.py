"""The records: every field declared once with its YAML key, Vietnamese label, help and legal article."""
