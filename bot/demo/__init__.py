"""An example intranet with the bot in it, to look at and to test with. Nobody's real one, and only on this machine."""
