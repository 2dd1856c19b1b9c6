"""Word files, and what LibreOffice makes a Word file of."""
