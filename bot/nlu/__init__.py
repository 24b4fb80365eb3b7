"""Understanding Dutch: Rasa graph components, the sentence encoder, and the crisis gate."""
