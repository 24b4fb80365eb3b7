"""Tests mirror the rooms of the project; `promises` holds what we promise people."""
