"""What is stored as people look at it: the SQL views, words and descriptions, selections, coverage, search, export."""
