"""The method itself: six dimensions, the spinnenweb, the action wheel and the summary.

Pure Python over the standard library: no Rasa, no database, no web. Whoever replaces the engine keeps this room as it
is.
"""
