"""What stands before every page: hosts, methods, forms, headers, people who sign in, SQL of one's own, faults."""
