"""Rasa custom actions: one thin class an intent, one file a topic. What they do lives in `bot.conversation`."""
