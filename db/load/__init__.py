"""Loading: reading in worker processes, one writer, what is computed from all documents afterwards."""
