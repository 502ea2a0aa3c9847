"""The rule engine: the rule type, the validation context, the runner, suppressions, documentation."""
