"""Comparison: values brought to one unit, held against programme and parent, and the stance that comes of it."""
