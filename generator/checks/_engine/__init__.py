"""What runs the rules: what a rule is, what it may ask, suppressions, documentation."""
