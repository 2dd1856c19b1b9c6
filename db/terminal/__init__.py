"""The command line over the database: commands with many options, and what people read on the terminal."""
