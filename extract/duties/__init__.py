"""Duties that a plan lays on agencies, and the agencies that it names."""
