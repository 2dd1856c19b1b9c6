"""The database: schema, loading, comparison, findings, and the Datasette site on top."""
