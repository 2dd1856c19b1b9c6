"""The rules: one module a rule, found by its name."""
