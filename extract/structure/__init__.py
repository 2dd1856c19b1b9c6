"""What a document is made of: lines → text, regions, outline and tables. A source comes in, an outline leaves."""
