"""Sharing with a coach: sealed so that only that coach opens it, found and taken back by its conversation."""
