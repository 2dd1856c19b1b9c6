"""Letters and tables of comments, read back as Word would read them."""
