"""Links: what stored records mean among programmes, computed from the records alone and again without reading a file."""
