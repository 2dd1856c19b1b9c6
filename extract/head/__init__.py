"""Who issued a document, what it is, when and where: its head, its signature, its recipients."""
