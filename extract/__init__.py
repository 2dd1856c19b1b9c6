"""One document: read a file, find its outline, extract its records with their evidence."""
