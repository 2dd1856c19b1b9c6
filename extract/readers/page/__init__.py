"""Documents laid out on pages: the text layer and the ruled tables of a PDF, put into reading order."""
