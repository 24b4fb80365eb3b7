"""The way in by the web: the chat API and the page that uses it."""
