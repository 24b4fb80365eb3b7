"""Rasa as a library: one turn in memory, from state and message to answer and new state."""
