"""What is known: shipped plans, national programmes, administrative units, laws; incoming files."""
