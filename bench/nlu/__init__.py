"""Comparing ways of understanding Dutch, each on the same utterances: what `make bench-nlu` runs."""
