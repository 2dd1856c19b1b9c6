"""Targets: what a plan sets out to reach, in prose and in tables."""
