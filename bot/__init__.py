"""Het andere gesprek: the assistant and everything around it."""
