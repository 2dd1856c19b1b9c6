"""Measurements: `make bench` runs them; ratios within one run come first, since seconds are those of one machine."""
