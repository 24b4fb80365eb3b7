"""Telegram: the same conversation, in a private chat with a bot."""
