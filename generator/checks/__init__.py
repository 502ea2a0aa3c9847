"""The checks: a folder a subject; one rule, one file, one test. The module's docstring (Vietnamese) is the rule's published documentation."""
