"""What the server keeps at rest: keys, consents and what somebody chose to share, never an answer."""
