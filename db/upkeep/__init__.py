"""Looking after a database: copies of it that can be put back, what may be wrong with it, and how that is mended."""
